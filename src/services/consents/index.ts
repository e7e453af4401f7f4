import type { AreaDeps } from '../area-deps';
import { grantConsent } from './grant-consent';
import { listConsents } from './list-consents';
import { withdrawConsent } from './withdraw-consent';

/** The use cases about consents. */
export const consentServices = (deps: AreaDeps) => ({
  list: listConsents(deps),
  grant: grantConsent(deps),
  withdraw: withdrawConsent(deps),
});
