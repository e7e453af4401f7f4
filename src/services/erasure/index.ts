import type { AreaDeps } from '../area-deps';
import { eraseCandidate } from './erase-candidate';
import { eraseMe } from './erase-me';

/** The use cases of erasure. */
export const erasureServices = (deps: AreaDeps) => ({
  eraseMe: eraseMe(deps),
  eraseCandidate: eraseCandidate(deps),
});
