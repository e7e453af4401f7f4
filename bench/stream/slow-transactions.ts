import { type Client, Pool, type PoolClient } from 'pg';

/**
 * Writes something and its change in the open transaction, under a number of the outbox that was reserved before, if
 * one was; returns by what the change is known.
 */
export type Write = (client: Pick<Client, 'query'>, reserved: string | null) => Promise<string>;

/** With what transactions are made slow. */
export interface Slowness {
  /** Connections that may write the outbox, also with a number of their own choice. */
  readonly pool: Pool;
  readonly write: Write;
  /** Waits some random time. */
  readonly pause: () => Promise<void>;
  /** Called behind each commit with what it held. */
  readonly onCommit: (written: readonly string[]) => void;
}

type Form = (client: PoolClient, slowness: Slowness) => Promise<void>;

/** Runs the work, which returns what it wrote, in a transaction. */
const committed =
  (work: (client: PoolClient, slowness: Slowness) => Promise<string[]>): Form =>
  async (client, slowness) => {
    await client.query('BEGIN');
    const written = await work(client, slowness);
    await client.query('COMMIT');
    slowness.onCommit(written);
  };

/**
 * Every way we know in which the place of a change in the outbox, its transaction's number, and the moment at which
 * others see it can come apart.
 */
const slowForms = {
  'at once': committed(async (client, { write }) => [await write(client, null)]),
  'written early, committed late': committed(async (client, { write, pause }) => {
    const written = await write(client, null);
    await pause();
    return [written];
  }),
  'read first, written late': committed(async (client, { write, pause }) => {
    await client.query('SELECT count(*) FROM consumer_cursors');
    await pause();
    return [await write(client, null)];
  }),
  'reserved before the transaction has a number': committed(async (client, { write, pause }) => {
    const { rows } = await client.query<{ id: string }>(
      "SELECT nextval(pg_get_serial_sequence('outbox', 'id')) AS id",
    );
    await pause();
    return [await write(client, rows[0].id)];
  }),
  'partly taken back': committed(async (client, { write, pause }) => {
    const first = await write(client, null);
    await client.query('SAVEPOINT half');
    await write(client, null);
    await pause();
    await client.query('ROLLBACK TO SAVEPOINT half');
    return [first, await write(client, null)];
  }),
  'several, with pauses': committed(async (client, { write, pause }) => {
    const written: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      written.push(await write(client, null));
      await pause();
    }
    return written;
  }),
  'one around another': committed(async (client, slowness) => {
    const first = await slowness.write(client, null);
    await runSlowly('at once', slowness);
    return [first, await slowness.write(client, null)];
  }),
  'rolled back': async (client, { write, pause }) => {
    await client.query('BEGIN');
    await write(client, null);
    await pause();
    await client.query('ROLLBACK');
  },
  'cut off': async (client, { pool, write, pause }) => {
    await client.query('BEGIN');
    await write(client, null);
    await pause();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await pool.query('SELECT pg_terminate_backend($1)', [rows[0].pid]);
  },
} satisfies Record<string, Form>;

export type SlowForm = keyof typeof slowForms;
export const slowFormNames = Object.keys(slowForms) as SlowForm[];

const LOCK_LIMIT_MS = 2_000;

/** The connections of so many writers at once. */
export function slowPool(connectionString: string, writers: number): Pool {
  // Of each: its own, that of a transaction inside its own, and one to cut it off.
  // One around another may wait for itself, which PostgreSQL cannot see.
  const pool = new Pool({ connectionString, max: 3 * writers, lock_timeout: LOCK_LIMIT_MS });
  // A connection that was cut says so; unheard, that would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/** One transaction of a form. Errors: PostgreSQL's; then it is rolled back. */
export async function runSlowly(form: SlowForm, slowness: Slowness): Promise<void> {
  const client = await slowness.pool.connect();
  try {
    await slowForms[form](client, slowness);
    client.release(form === 'cut off');
  } catch (error) {
    client.release(true);
    throw error;
  }
}
