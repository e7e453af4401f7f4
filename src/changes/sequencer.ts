import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { counters } from './counters';
import { lead, type OnError } from './leader';
import { Wake } from './wake';

/** Rings when events got their place in the order; the tails listen. */
export const SEQUENCED_CHANNEL = 'padan_seq';
/** Rings when a transaction with events committed; the trigger of the table sends it. */
const OUTBOX_CHANNEL = 'padan_outbox';

const BATCH_SIZE = 1_000;
/** A notice may get lost with a connection; then this is the delay. */
const POLL_MS = 1_000;

/**
 * Gives every committed event its place in the one order of all changes, until the signal aborts.
 *
 * Readers that remember an event's *id* lose the event of a slow transaction, whose smaller id commits later.
 * Places are given after the commit, in one transaction at a time, so nothing ever appears behind a place that a
 * reader has seen. Any number of instances may run this; one works.
 */
export async function runSequencer(options: {
  databaseUrl: string;
  signal: AbortSignal;
  onError: OnError;
}): Promise<void> {
  await lead({ ...options, role: 'padan sequencer', work });
}

/** The last place given: every event up to it is there to be read. */
export async function newestSeq(dataSource: DataSource): Promise<number> {
  const rows = await dataSource.query<{ seq: string }[]>(
    'SELECT seq FROM consumer_cursors WHERE name = $1',
    [counters.changes],
  );
  return Number(rows[0]?.seq ?? 0);
}

async function work(client: Client, signal: AbortSignal): Promise<void> {
  const wake = new Wake();
  client.on('notification', () => wake.ring());
  await client.query(`LISTEN ${OUTBOX_CHANNEL}`);
  await client.query(
    'INSERT INTO consumer_cursors (name, seq) VALUES ($1, 0) ON CONFLICT DO NOTHING',
    [counters.changes],
  );
  while (!signal.aborted) {
    const given = await sequenceBatch(client);
    if (given < BATCH_SIZE) await wake.wait(POLL_MS, signal);
  }
}

/**
 * Gives places to a batch of committed events, by id, and returns how many.
 *
 * Shape: the lock on the cursor's row keeps two batches apart even if a former leader does not know yet that it
 * lost its lock.
 */
export async function sequenceBatch(client: Client): Promise<number> {
  await client.query('BEGIN');
  try {
    const { rows } = await client.query<{ seq: string }>(
      'SELECT seq FROM consumer_cursors WHERE name = $1 FOR UPDATE',
      [counters.changes],
    );
    const { rowCount } = await client.query(
      `UPDATE outbox SET seq = $1::bigint + next.place
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS place
             FROM (SELECT id FROM outbox WHERE seq IS NULL ORDER BY id LIMIT ${BATCH_SIZE}) AS open) AS next
       WHERE outbox.id = next.id`,
      [rows[0]?.seq],
    );
    if (rowCount) {
      await client.query(
        'UPDATE consumer_cursors SET seq = seq + $2, updated_at = now() WHERE name = $1',
        [counters.changes, rowCount],
      );
      await client.query(`NOTIFY ${SEQUENCED_CHANNEL}`);
    }
    await client.query('COMMIT');
    return rowCount ?? 0;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
