import { Client } from 'pg';
import { newestSeq } from '../changes/sequencer';
import { affectedRows, type ChangedThing } from './affected-rows';
import { documentSources } from './document-rows';
import { throughGate } from './gate';
import {
  type IndexingContext,
  type RefusedRow,
  ROWS_PER_BATCH,
  readAsSystem,
  writeRows,
  writeRowsApart,
} from './index-rows';
import type { IndexName } from './index-settings';
import { createIndex, dropIndex, finish, indexExists } from './index-writer';

export interface ReindexProgress {
  index: IndexName;
  done: number;
  total: number;
}

export interface ReindexReport {
  index: IndexName;
  documents: number;
  /** Rows that the search server refused, with its reason. */
  refused: RefusedRow[];
}

/**
 * Builds an index anew beside the live one and swaps them, while searches and changes go on. May run in any
 * process, also beside the feeder.
 */
export async function reindex(
  context: IndexingContext,
  kind: IndexName,
  onProgress: (progress: ReindexProgress) => void = () => {},
): Promise<ReindexReport> {
  const { client, dataSource, databaseUrl } = context;
  const next = client.indexName(`${kind}_next`);
  await dropIndex(client, next);
  await createIndex(client, kind, next);
  const start = await newestSeq(dataSource);
  const rows = await readAsSystem(dataSource, (manager) => documentSources[kind].list(manager));
  const refused: ReindexReport['refused'] = [];
  for (let done = 0; done < rows.length; done += ROWS_PER_BATCH) {
    const batch = rows.slice(done, done + ROWS_PER_BATCH).map(({ rowId }) => rowId);
    refused.push(...(await writeRowsApart(context, kind, next, batch)));
    onProgress({ index: kind, done: done + batch.length, total: rows.length });
  }
  const connection = new Client({ connectionString: databaseUrl });
  await connection.connect();
  try {
    // No writer is between its reading and its writing now: whatever it wrote to the live index since the start is
    // in the change stream, and whatever comes later goes to the new one.
    await throughGate(connection, async () => {
      await catchUp(context, kind, next, start);
      await goLive(context, kind, next);
    });
  } finally {
    await connection.end();
  }
  await dropIndex(client, next);
  return { index: kind, documents: rows.length - refused.length, refused };
}

async function catchUp(context: IndexingContext, kind: IndexName, next: string, after: number) {
  const rowIds = await readAsSystem(context.dataSource, async (manager) => {
    const things = await manager.query<ChangedThing[]>(
      'SELECT DISTINCT aggregate, aggregate_id AS "aggregateId" FROM outbox WHERE seq > $1',
      [after],
    );
    return (await affectedRows(manager, things))[kind];
  });
  await writeRows(context, kind, next, rowIds);
}

async function goLive({ client }: IndexingContext, kind: IndexName, next: string) {
  const live = client.indexName(kind);
  const rename = !(await indexExists(client, live));
  await finish(client, client.writer.swapIndexes([{ indexes: [next, live], rename }]));
}
