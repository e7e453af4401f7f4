import { CallerLimits } from '../../identity/caller-limits';
import type { AreaDeps } from '../area-deps';
import { decideReport } from './decide-report';
import { findReport, listReports } from './list-reports';
import { removeOldReports } from './remove-old-reports';
import { reportFraud } from './report-fraud';

/** The use cases about reported frauds. */
export const fraudServices = (deps: AreaDeps) => ({
  report: reportFraud({ ...deps, callers: new CallerLimits() }),
  list: listReports(deps),
  find: findReport(deps),
  decide: decideReport(deps),
  removeOld: removeOldReports(deps),
});
