import { appendOutbox, type OutboxEntry } from '../../src/changes/outbox';
import { asActor } from '../../src/database/as-actor';
import { SearchClient } from '../../src/search/client';
import { type FeederOptions, runFeeder } from '../../src/search/feeder';
import { type IndexName, indexNames } from '../../src/search/index-settings';
import { dropIndex } from '../../src/search/index-writer';
import { startStream, type TestStream } from '../changes/stream';
import { meilisearchForTest } from '../support/test-servers';

/** A database with its change stream, and indexes of its own on the test run's Meilisearch. */
export interface TestSearch extends TestStream {
  client: SearchClient;
  /** Runs a feeder; resolves when the indexes equal the database. */
  startFeeder(overrides?: Partial<FeederOptions>): Promise<void>;
  /** Changes rows and announces it. */
  change(
    run: (manager: Parameters<Parameters<typeof asActor>[2]>[0]) => Promise<OutboxEntry[]>,
  ): Promise<void>;
  idsIn(kind: IndexName): Promise<(string | number)[]>;
}

export async function startSearch(): Promise<TestSearch> {
  const stream = await startStream();
  const { indexPrefix, ...server } = meilisearchForTest();
  const client = new SearchClient(server, { indexPrefix, readLimitMs: 10_000 });
  const { dataSource, databaseUrl, tail, signal } = stream;
  return {
    ...stream,
    client,
    startFeeder: async (overrides) => {
      await new Promise<void>((onReady, reject) => {
        const { onError } = stream;
        const options = { client, dataSource, databaseUrl, tail, signal, onError, onReady };
        const running = runFeeder({ ...options, ...overrides });
        running.catch(reject);
        stream.background(running);
      });
    },
    change: async (run) => {
      await asActor(dataSource, 'system', async (manager) => {
        await appendOutbox(manager, await run(manager));
      });
    },
    idsIn: async (kind) => {
      const index = client.writer.index<{ id: string | number }>(client.indexName(kind));
      const { results } = await index.getDocuments({ fields: ['id'], limit: 10_000 });
      return results.map(({ id }) => id);
    },
    stop: async () => {
      await stream.stop();
      for (const kind of indexNames) {
        await dropIndex(client, client.indexName(kind));
        await dropIndex(client, client.indexName(`${kind}_next`));
      }
      client.close();
    },
  };
}

/** Repeats until the answer is as expected, for what happens in the background. */
export async function eventually(check: () => Promise<void>, limitMs = 30_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
