import type { Clock } from '../../clock';
import type { RunAs } from '../transaction';

/** A vacancy's name in an address, and when it last changed. */
export interface ListedVacancy {
  slug: string;
  changedAt: Date;
}

/** A stretch of what search engines may list. */
export interface ListedPart {
  /** From 1. */
  number: number;
  count: number;
  changedAt: Date;
}

interface Deps {
  readAs: RunAs;
  clock: Clock;
}

/** What search engines may list: open, and no invented one. */
const LISTED = `state = 'PUBLISHED' AND published_at IS NOT NULL AND valid_through > $1 AND NOT is_demo`;

/** The listed vacancies in parts of equal size, so that each part can be a file. Cost: 1 query over all open vacancies. */
export const listParts =
  ({ readAs, clock }: Deps) =>
  (size: number): Promise<ListedPart[]> =>
    readAs('public', (manager) =>
      manager.query<ListedPart[]>(
        `SELECT part AS number, count(*)::int AS count, max(updated_at) AS "changedAt"
         FROM (SELECT updated_at, (((row_number() OVER (ORDER BY number)) - 1) / $2)::int + 1 AS part
               FROM vacancies WHERE ${LISTED}) AS listed
         GROUP BY part ORDER BY part`,
        [clock.now(), size],
      ),
    );

/** The listed vacancies of a part, the oldest first. Cost: 1 query. */
export const listPart =
  ({ readAs, clock }: Deps) =>
  (number: number, size: number): Promise<ListedVacancy[]> =>
    readAs('public', (manager) =>
      manager.query<ListedVacancy[]>(
        `SELECT slug, updated_at AS "changedAt"
         FROM vacancies WHERE ${LISTED}
         ORDER BY number OFFSET $2 LIMIT $3`,
        [clock.now(), (number - 1) * size, size],
      ),
    );
