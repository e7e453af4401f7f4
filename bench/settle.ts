import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import { counterNames } from '../src/changes/counters';
import type { RunFile } from '../src/embedded/run-file';

const LIMIT_MS = 120_000;
const POLL_MS = 250;

/**
 * Waits until every consumer of the change stream stands at its end and the index holds every person.
 *
 * Errors: when that takes more than two minutes.
 */
export async function waitUntilSettled(client: Client, { meilisearch }: RunFile): Promise<void> {
  const deadline = performance.now() + LIMIT_MS;
  while (performance.now() < deadline) {
    const { rows } = await client.query<{ settled: boolean; people: number }>(
      `SELECT (SELECT coalesce(max(seq), 0) FROM outbox) <= ALL (
           SELECT seq FROM consumer_cursors WHERE name <> ALL ($1)
         )
           AND NOT EXISTS (SELECT FROM outbox WHERE seq IS NULL) AS settled,
         (SELECT count(*)::int FROM candidates
           WHERE status = 'ACTIVE' AND matching_consent_at IS NOT NULL) AS people`,
      [counterNames],
    );
    const [{ settled, people }] = rows;
    if (settled && (meilisearch === null || (await countIndexed(meilisearch)) === people)) return;
    await setTimeout(POLL_MS);
  }
  throw new Error('The service is still working through its changes');
}

async function countIndexed({ url, key }: { url: string; key: string }): Promise<number> {
  const answer = await fetch(`${url}/indexes/candidates/stats`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const stats = (await answer.json()) as { numberOfDocuments: number; isIndexing: boolean };
  return stats.isIndexing ? -1 : stats.numberOfDocuments;
}
