import type { AreaDeps } from '../area-deps';
import { readOwnMasked } from './identity-rows';
import { listSharedIdentities } from './list-shared';
import { revealIdentityNumber } from './reveal-identity-number';
import { setCandidateIdentityNumber, setIdentityNumber } from './set-identity-number';

/** The use cases about identity numbers (NIK). */
export const identityNumberServices = (deps: AreaDeps) => ({
  readOwn: readOwnMasked(deps),
  set: setIdentityNumber(deps),
  setForCandidate: setCandidateIdentityNumber(deps),
  reveal: revealIdentityNumber(deps),
  listShared: listSharedIdentities(deps),
});
