import type { EntityManager } from 'typeorm';
import { counters } from './counters';
import { readBounds } from './log-bounds';
import type { LogSource } from './log-tail';
import { oldBefore, removeOldest, type SystemTransaction } from './remove-oldest';
import type { ChangeEvent } from './tail';

/** How long a copy of the public vacancies can be brought up to date. Source: the issue of the fifth stage. */
const VACANCY_CHANGES_KEPT_DAYS = 90;

/**
 * Keeps of the changes that leave the outbox the newest of each vacancy; those of people go.
 *
 * Who reads an older place is told the vacancy as it is now in any case, so one change of it is enough. That a public
 * one was deleted says its `record.removed`, whose `vacancy.removed` tells of drafts, too.
 */
export const keepVacancyChanges = `
  INSERT INTO vacancy_changes AS known (aggregate_id, seq, aggregate, kind, version, node_id, at)
  SELECT DISTINCT ON (aggregate_id) aggregate_id, seq, aggregate, kind, version, node_id, at
  FROM removed WHERE aggregate IN ('vacancy', 'record') AND kind <> 'vacancy.removed' ORDER BY aggregate_id, removed.seq DESC
  ON CONFLICT (aggregate_id) DO UPDATE SET seq = excluded.seq, aggregate = excluded.aggregate, kind = excluded.kind,
    version = excluded.version, node_id = excluded.node_id, at = excluded.at
  WHERE known.seq < excluded.seq`;

/** Removes changes of vacancies of more than 90 days; returns how many. */
export function removeOldVacancyChanges(
  transaction: SystemTransaction,
  { now, signal }: { now: Date; signal: AbortSignal },
): Promise<number> {
  return removeOldest(
    transaction,
    {
      table: 'vacancy_changes',
      counter: counters.removedVacancyChanges,
      before: oldBefore(now, VACANCY_CHANGES_KEPT_DAYS),
      // Whatever lies here left the outbox, which never gives up its newest.
      upTo: async () => Number.MAX_SAFE_INTEGER,
    },
    signal,
  );
}

/** The order of all changes as far as it concerns vacancies: what was kept of old ones, then what the outbox holds. */
export function vacancyLog(
  manager: Pick<EntityManager, 'query'>,
): Omit<LogSource<ChangeEvent>, 'channel'> {
  return {
    bounds: () => readBounds(manager, counters.changes, counters.removedVacancyChanges),
    read: async (after, limit) => {
      const rows = await manager.query<(Omit<ChangeEvent, 'seq'> & { seq: string })[]>(
        `SELECT seq, aggregate, aggregate_id AS "aggregateId", kind, version, node_id AS "nodeId", at FROM (
           (SELECT seq, aggregate, aggregate_id, kind, version, node_id, at FROM vacancy_changes
            WHERE seq > $1 ORDER BY seq LIMIT $2)
           UNION ALL
           (SELECT seq, aggregate, aggregate_id, kind, version, node_id, at FROM outbox
            WHERE seq > $1 ORDER BY seq LIMIT $2)
         ) AS changes ORDER BY seq LIMIT $2`,
        [after, limit],
      );
      return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
    },
    retainedSince: async () => {
      const rows = await manager.query<{ at: Date }[]>(
        `SELECT at FROM (
           (SELECT seq, at FROM vacancy_changes ORDER BY seq LIMIT 1)
           UNION ALL
           (SELECT seq, at FROM outbox WHERE seq IS NOT NULL ORDER BY seq LIMIT 1)
         ) AS oldest ORDER BY seq LIMIT 1`,
      );
      return rows[0]?.at ?? null;
    },
  };
}
