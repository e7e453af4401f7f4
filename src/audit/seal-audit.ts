import type { Client } from 'pg';
import { lead, type OnError } from '../changes/leader';
import { pause } from '../changes/wake';
import { CHAIN_START, ENTRY_HASH, hashBatch } from './batch-hash';

/** Entries of one batch: some milliseconds of work. */
const BATCH_SIZE = 1_000;
/** For so long an entry may wait. */
const INTERVAL_MS = 5_000;

/**
 * Chains what was added to the audit log, until the signal aborts. Any number of instances may run this; one works.
 */
export async function runAuditSealer(options: {
  databaseUrl: string;
  signal: AbortSignal;
  onError: OnError;
}): Promise<void> {
  await lead({ ...options, role: 'padan audit sealer', work });
}

async function work(client: Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const sealed = await sealBatch(client);
    if (sealed < BATCH_SIZE) await pause(INTERVAL_MS, signal);
  }
}

/**
 * Seals a batch of committed entries behind the last one, and returns how many.
 *
 * Shape: it takes what waits, by id; whoever commits later, with whichever id, is in a later batch. Two sealers at once
 * cannot both write: a batch has one number.
 */
export async function sealBatch(client: Pick<Client, 'query'>): Promise<number> {
  await client.query('BEGIN');
  try {
    await client.query("SELECT set_config('padan.actor', 'system', true)");
    const sealed = await writeSeal(client);
    await client.query('COMMIT');
    return sealed;
  } catch (error) {
    // The first error says more than a failed rollback.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function writeSeal(client: Pick<Client, 'query'>): Promise<number> {
  const taken = await client.query<{ id: string }>(
    `DELETE FROM audit_unsealed WHERE entry_id IN (
       SELECT entry_id FROM audit_unsealed ORDER BY entry_id LIMIT ${BATCH_SIZE})
     RETURNING entry_id AS id`,
  );
  if (taken.rows.length === 0) return 0;
  const { rows } = await client.query<{ id: string; hash: Buffer }>(
    `SELECT id, ${ENTRY_HASH} AS hash FROM audit_entries WHERE id = ANY($1::bigint[]) ORDER BY id`,
    [taken.rows.map(({ id }) => id)],
  );
  const last = await client.query<{ batch: number; hash: Buffer }>(
    'SELECT batch, hash FROM audit_seals ORDER BY batch DESC LIMIT 1',
  );
  const { batch: lastBatch, hash: previousHash } = last.rows[0] ?? { batch: 0, hash: CHAIN_START };
  const batch = lastBatch + 1;
  // A row that is gone already is still named, so that the chain shows it.
  const entryIds = taken.rows.map(({ id }) => id).sort((a, b) => Number(a) - Number(b));
  const hash = hashBatch({
    batch,
    entryIds,
    entryHashes: rows.map((row) => row.hash),
    previousHash,
  });
  await client.query(
    `INSERT INTO audit_seals (batch, entry_ids, previous_hash, hash, sealed_at)
     VALUES ($1, $2, $3, $4, clock_timestamp())`,
    [batch, entryIds, previousHash, hash],
  );
  return taken.rows.length;
}
