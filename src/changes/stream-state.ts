import type { EntityManager } from 'typeorm';
import { counterNames, counters } from './counters';

/** How far a consumer of the changes is behind. */
export interface ConsumerState {
  readonly consumer: string;
  /** Changes that it has not handled yet. */
  readonly lag: number;
  readonly deadLetters: number;
}

/** How the change stream stands. */
export interface StreamState {
  /** Committed changes without a place: many when no sequencer works. */
  readonly waiting: number;
  readonly consumers: readonly ConsumerState[];
}

/** The consumers by name. Cost: 2 queries. */
export async function readStreamState(manager: EntityManager): Promise<StreamState> {
  const [{ waiting }] = await manager.query<{ waiting: number }[]>(
    'SELECT count(*)::int AS waiting FROM outbox WHERE seq IS NULL',
  );
  const consumers = await manager.query<ConsumerState[]>(
    `SELECT c.name AS consumer, (newest.seq - c.seq)::float AS lag,
       (SELECT count(*)::int FROM dead_letters d WHERE d.consumer = c.name) AS "deadLetters"
     FROM consumer_cursors c
     JOIN consumer_cursors newest ON newest.name = $1
     WHERE c.name <> ALL ($2) ORDER BY c.name`,
    [counters.changes, counterNames],
  );
  return { waiting, consumers };
}
