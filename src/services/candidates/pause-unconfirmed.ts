import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';
import type { Clock } from '../../clock';
import { officeDay } from '../../text/office-day';
import type { RunAs } from '../transaction';
import { runOutBefore } from './search-state';

/** People of one transaction: rows stay locked for some 20 ms. */
const BATCH = 500;

/**
 * Takes out of rankings whoever has not confirmed the search for 180 days; returns how many.
 *
 * Somebody who confirms at the same moment is left alone. A second run finds nobody.
 * Cost: 3 queries for each 500 people, each batch in a transaction of its own; stops between two of them.
 */
export const pauseUnconfirmed =
  ({ runAs, clock }: { runAs: RunAs; clock: Clock }) =>
  async (signal: AbortSignal): Promise<number> => {
    const at = clock.now();
    let paused = 0;
    while (!signal.aborted) {
      const count = await runAs('system', (manager) => pauseBatch(manager, at));
      paused += count;
      if (count < BATCH) break;
    }
    return paused;
  };

async function pauseBatch(manager: EntityManager, at: Date): Promise<number> {
  const [rows]: [{ id: string; version: number }[], number] = await manager.query(
    `UPDATE candidates c SET status = 'DORMANT', version = c.version + 1, updated_at = $1
     FROM (
       SELECT id FROM candidates WHERE status = 'ACTIVE' AND confirmed_on < $2
       ORDER BY confirmed_on LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
     ) due
     WHERE c.id = due.id RETURNING c.id, c.version`,
    [at, runOutBefore(officeDay(at))],
  );
  await appendOutbox(
    manager,
    rows.map(({ id, version }) => ({
      aggregate: 'candidate',
      aggregateId: id,
      kind: 'candidate.paused',
      version,
    })),
  );
  return rows.length;
}
