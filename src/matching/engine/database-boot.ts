import { Pool } from 'pg';
import { loadCandidates, streamCandidates } from '../facts/candidates';
import { buildCatalogue, readCatalogue } from '../facts/catalogue';
import type { Streamable } from '../facts/queryable';
import { PeopleOwner } from './people-owner';
import type { Boot } from './serve-engine';
import { streamRows } from './stream-rows';

/** Whence an engine reads; plain values, since they are copied into its thread. */
export interface DatabaseBootOptions {
  readonly databaseUrl: string;
  /** Month in which the facts hold. */
  readonly month: number;
}

/** Everybody is read in one statement: enough for ten millions. Shorter than what counts as a hang (`WATCH_LIMITS`). */
const STATEMENT_LIMIT_MS = 240_000;
const PROGRESS_EVERY_MS = 1_000;
/** People between two looks at the clock. */
const CLOCK_EVERY = 1_000;

/**
 * Reads everybody from PostgreSQL, in one transaction, so as of one place; later whoever changed.
 *
 * Cost: one connection of its own, while reading.
 */
export const databaseBoot =
  ({ databaseUrl, month }: DatabaseBootOptions): Boot =>
  async (report) => {
    const pool = new Pool({
      connectionString: databaseUrl,
      application_name: 'padan engine',
      max: 1,
      statement_timeout: STATEMENT_LIMIT_MS,
      allowExitOnIdle: true,
    });
    // A lost connection shows in the next statement.
    pool.on('error', () => undefined);
    const { owner, rows } = await readAsSystem(pool, async (database) => {
      const [place] = await database.query<{ seq: string }[]>(
        `SELECT seq FROM consumer_cursors WHERE name = 'sequencer'`,
      );
      const rows = await readCatalogue(database);
      const owner = new PeopleOwner(buildCatalogue(rows), month, Number(place?.seq ?? 0));
      await readEverybody(database, owner, report);
      return { owner, rows };
    });
    return {
      owner,
      catalogue: rows,
      reload: (ids) =>
        readAsSystem(pool, (database) => loadCandidates(database, owner.catalogue, month, ids)),
    };
  };

async function readEverybody(
  database: Streamable,
  owner: PeopleOwner,
  report: Parameters<Boot>[0],
): Promise<void> {
  const startedMs = performance.now();
  let reportedMs = startedMs;
  await streamCandidates(database, owner.catalogue, owner.month, (person) => {
    owner.put(person);
    if (owner.size % CLOCK_EVERY !== 0) return;
    const nowMs = performance.now();
    if (nowMs - reportedMs < PROGRESS_EVERY_MS) return;
    reportedMs = nowMs;
    report({ people: owner.size, seconds: (nowMs - startedMs) / 1_000 });
  });
  owner.settle();
}

/** One transaction that sees one moment and all rows, and writes nothing. */
async function readAsSystem<T>(pool: Pool, work: (database: Streamable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(
      `START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT set_config('padan.actor', 'system', true)`,
    );
    const result = await work({
      query: async <Rows extends readonly unknown[]>(sql: string, parameters?: unknown[]) =>
        (await client.query(sql, parameters)).rows as unknown as Rows,
      stream: (sql, take) => streamRows(client, sql, take),
    });
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    // Nothing of a failed transaction stays.
    client.release(true);
    throw error;
  }
}
