import type { AreaDeps } from '../area-deps';
import { auditFairness } from './audit-fairness';

/** The use cases about fairness between groups. */
export const fairnessServices = (deps: AreaDeps) => ({
  audit: auditFairness(deps),
});
