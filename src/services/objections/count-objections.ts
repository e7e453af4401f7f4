import type { ObjectionState } from '../../entities/vocabulary';
import { officeOf } from '../offices/office-of';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';

/** How many objections came to a state in a month. */
export interface CountedObjections {
  /** Its first day. */
  readonly month: string;
  readonly state: ObjectionState;
  readonly count: number;
}

/** Rows: two years of five states. */
const MOST_ROWS = 120;

/**
 * Objections of people of the viewer's area by month and state, the newest month first; those of erased people, too.
 *
 * Errors: OFFICE_ONLY. Cost: 2 queries.
 */
export const countObjections =
  ({ readAs }: { readAs: RunAs }) =>
  (viewer: Viewer): Promise<CountedObjections[]> =>
    readAs(actorOf(viewer), async (manager) => {
      await officeOf(manager);
      return await manager.query<CountedObjections[]>(
        `SELECT month::text, state, sum(count)::integer AS count FROM objection_counts
         GROUP BY month, state ORDER BY month DESC, state LIMIT ${MOST_ROWS}`,
      );
    });
