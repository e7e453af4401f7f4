import { sha256 } from '../../../src/matching/core/sha256';
import { hashPairs } from './in-page';

/** What the test calls in the page; texts pass faster than objects. */
Object.assign(globalThis, {
  hashPairs: (world: string, salt: string) => hashPairs(JSON.parse(world), salt, sha256).join(' '),
});
