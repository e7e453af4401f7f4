import { LessThan } from 'typeorm';
import type { Clock } from '../../clock';
import { FraudReport } from '../../entities';
import type { RunAs } from '../transaction';

/** How long a decided report is kept. Source: our choice; the audit log keeps for good that it was decided, and how. */
const REPORT_DAYS = 365;
const DAY_MS = 86_400_000;

/** Removes reports that were decided long ago, since their words may name people; how many. Cost: 1 query. */
export const removeOldReports =
  ({ runAs, clock }: { runAs: RunAs; clock: Clock }) =>
  (): Promise<number> =>
    runAs('system', async (manager) => {
      const decidedAt = LessThan(new Date(clock.now().getTime() - REPORT_DAYS * DAY_MS));
      return (await manager.delete(FraudReport, { decidedAt })).affected ?? 0;
    });
