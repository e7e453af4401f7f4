import type { AreaDeps } from '../area-deps';
import { listAudit } from './list-audit';

/** The use cases about the audit log. */
export const auditServices = (deps: AreaDeps) => ({
  list: listAudit(deps),
});
