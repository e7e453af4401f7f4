import { Client } from 'pg';
import { pause } from './wake';

/** What may go wrong without stopping the service; a logger fits. */
export type OnError = (error: unknown) => void;

export interface LeaderOptions {
  databaseUrl: string;
  /** One name, one leader among all instances on the database. */
  role: string;
  signal: AbortSignal;
  onError: OnError;
  /** How often the connection shows that the process lives, and how long it may show nothing. */
  pulse?: Pulse;
  /** The work; it returns when its signal aborts: at the end, or when the connection that holds the lock is lost. */
  work: (client: Client, signal: AbortSignal) => Promise<void>;
}

/** Shape: milliseconds. */
export interface Pulse {
  readonly everyMs: number;
  readonly limitMs: number;
}

/** How soon another instance takes over from one that ended. */
const RETRY_MS = 500;
/** One that hangs, or whose machine is gone, loses the lock when nothing was heard of it for so long. */
const PULSE: Pulse = { everyMs: 3_000, limitMs: 15_000 };

/**
 * Runs the work in one process at a time, whichever gets the advisory lock, until the signal aborts. PostgreSQL
 * frees the lock with the connection, also after a crash or when the process hangs; the work gets that connection.
 */
export async function lead(options: LeaderOptions): Promise<void> {
  while (!options.signal.aborted) {
    try {
      await leadOnce(options);
    } catch (error) {
      if (!options.signal.aborted) options.onError(error);
    }
    await pause(RETRY_MS, options.signal);
  }
}

async function leadOnce({
  databaseUrl,
  role,
  signal,
  onError,
  work,
  pulse = PULSE,
}: LeaderOptions) {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: role,
    keepAlive: true,
  });
  const lost = new AbortController();
  client.on('error', (error) => {
    onError(error);
    lost.abort();
  });
  client.on('end', () => lost.abort());
  await client.connect();
  await client.query(mortal(pulse));
  const beating = setInterval(() => void beat(client, lost), pulse.everyMs);
  const until = AbortSignal.any([signal, lost.signal]);
  try {
    while (!until.aborted) {
      if (await tryLock(client, role)) return await work(client, until);
      await pause(RETRY_MS, until);
    }
  } finally {
    clearInterval(beating);
    await client.end().catch(() => undefined);
  }
}

async function tryLock(client: Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
    [role],
  );
  return rows[0]?.locked === true;
}

/** Lets PostgreSQL end the session, and with it the lock, of a process that it no longer hears. */
const mortal = ({ limitMs }: Pulse) => `
  SET idle_session_timeout = ${limitMs};
  SET idle_in_transaction_session_timeout = ${limitMs};
  SET tcp_user_timeout = ${limitMs};`;

async function beat(client: Client, lost: AbortController): Promise<void> {
  await client.query('SELECT 1').catch(() => lost.abort());
}
