import type { Clock } from '../../clock';
import { officeDay } from '../../text/office-day';
import type { RunAs } from '../transaction';
import { addMonths, monthOf } from './months';

/** The month that runs and these before it: a year can be compared with the one before. */
const MONTHS_KEPT = 13;

/** How many counts of months were removed that are no longer told. Cost: 1 statement. */
export const removeOldCounts =
  ({ runAs, clock }: { runAs: RunAs; clock: Clock }) =>
  (): Promise<number> =>
    runAs('system', async (manager) => {
      const first = addMonths(monthOf(officeDay(clock.now())), -MONTHS_KEPT);
      const [, removed] = await manager.query('DELETE FROM portal_counts WHERE day < $1::date', [
        first,
      ]);
      return removed;
    });
