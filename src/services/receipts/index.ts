import type { AreaDeps } from '../area-deps';
import { auditRanking } from './audit-ranking';
import { findReceipt } from './find-receipt';
import { listRankingLog } from './list-log';

/** The use cases about receipts: proof that somebody was considered. */
export const receiptServices = (deps: AreaDeps) => ({
  find: findReceipt(deps),
  listLog: listRankingLog(deps),
  audit: auditRanking(deps),
});
