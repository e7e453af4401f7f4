import { sha256 } from '../../../src/matching/core/sha256';
import { hashPairs, type PlainWorld } from './in-page';

/** What the test calls in the page. */
Object.assign(globalThis, {
  hashPairs: (world: PlainWorld, salt: string) => hashPairs(world, salt, sha256),
});
