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
  /** The work; it returns when its signal aborts: at the end, or when the connection that holds the lock is lost. */
  work: (client: Client, signal: AbortSignal) => Promise<void>;
}

/** How soon another instance takes over from one that ended. */
const RETRY_MS = 500;

/**
 * Runs the work in one process at a time, whichever gets the advisory lock, until the signal aborts. PostgreSQL
 * frees the lock with the connection, also after a crash; the work gets that connection.
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

async function leadOnce({ databaseUrl, role, signal, onError, work }: LeaderOptions) {
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
  const until = AbortSignal.any([signal, lost.signal]);
  try {
    while (!until.aborted) {
      if (await tryLock(client, role)) return await work(client, until);
      await pause(RETRY_MS, until);
    }
  } finally {
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
