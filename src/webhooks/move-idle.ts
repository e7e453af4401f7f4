import type { EntityManager } from 'typeorm';
import { newestMatchEvent } from '../matches/match-event-rows';
import { REMOVED_UP_TO } from './due-webhooks';

/**
 * Moves webhooks whose employer has no events on to the newest place: one that stood where it was made would one day
 * be told of a gap where nothing was for it.
 *
 * Cost: 2 queries. The actor is `system`.
 */
export async function moveIdle(manager: EntityManager, now: Date): Promise<void> {
  const newest = await newestMatchEvent(manager);
  await manager.query(
    `UPDATE webhooks w SET place = $1
     WHERE w.status = 'ACTIVE' AND w.place < $1 AND w.place >= ${REMOVED_UP_TO} AND (w.claimed_until IS NULL OR w.claimed_until <= $2)
       AND NOT EXISTS (
         SELECT FROM match_events e WHERE e.employer_id = w.employer_id AND e.seq > w.place AND e.seq <= $1)`,
    [newest, now],
  );
}
