import type { Clock } from '../../clock';
import { type SharedReads, sharedReads } from '../shared-reads';
import type { RunAs } from '../transaction';

/** The employers that accounts act for, as of half a second ago at most. */
export type ActingFor = SharedReads<string, ReadonlySet<string>>;

/** A mandate that ended delivers nothing more after a second; this is half of it. */
const KEPT_MS = 500;

/** Cost: 1 query for all accounts that are asked for at one time. */
export const actingFor = ({ readAs, clock }: { readAs: RunAs; clock: Clock }): ActingFor =>
  sharedReads(
    async (accountIds) => {
      const rows = await readAs('system', (manager) =>
        manager.query<{ account_id: string; employer_ids: string[] }[]>(
          `SELECT account_id, array_agg(employer_id) AS employer_ids FROM memberships
           WHERE account_id = ANY($1::uuid[]) AND starts_at <= $2 AND (ends_at IS NULL OR ends_at > $2)
           GROUP BY account_id`,
          [accountIds, clock.now()],
        ),
      );
      const employers = new Map(rows.map((row) => [row.account_id, new Set(row.employer_ids)]));
      return accountIds.map((id) => employers.get(id) ?? new Set());
    },
    { keyOf: (accountId) => accountId, keptMs: KEPT_MS },
  );
