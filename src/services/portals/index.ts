import type { AreaDeps } from '../area-deps';
import { PortalCounter } from './portal-counter';
import { readOwnReport, readReportOfKey } from './portal-report';
import { removeOldCounts } from './remove-old-counts';

/** The use cases about what portals show. */
export const portalServices = (deps: AreaDeps) => ({
  counter: new PortalCounter(deps),
  report: readOwnReport(deps),
  reportOfKey: readReportOfKey(deps),
  removeOldCounts: removeOldCounts(deps),
});
