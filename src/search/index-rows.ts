import type { DataSource, EntityManager } from 'typeorm';
import { isolateFailures } from '../changes/isolate';
import { isDatabaseOutage } from '../changes/outage';
import { asActorRead } from '../database/as-actor';
import { safeMessage } from '../logging/safe-message';
import { isOutage, type SearchClient } from './client';
import { documentSources } from './document-rows';
import type { IndexName } from './index-settings';
import { deleteDocuments, putDocuments } from './index-writer';

/** What every part that writes the indexes needs. */
export interface IndexingContext {
  client: SearchClient;
  dataSource: DataSource;
  /** Connection for locks and notices, which need one of their own. */
  databaseUrl: string;
}

/** Rows read and documents sent at once: small enough to leave the server's queue soon. */
export const ROWS_PER_BATCH = 1_000;
/** Lists of all rows take longer than a request may. */
const READ_LIMIT_MS = 60_000;

/** Reads everything that is to be indexed, also personal rows, in one transaction. */
export async function readAsSystem<T>(
  dataSource: DataSource,
  run: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return await asActorRead(dataSource, 'system', async (manager) => {
    await manager.query("SELECT set_config('statement_timeout', $1, true)", [`${READ_LIMIT_MS}`]);
    return await run(manager);
  });
}

/**
 * Makes the documents of some rows equal to the rows as they are now: written, or removed. One task is
 * outstanding at a time, so that the index of another kind is not kept waiting.
 */
export async function writeRows<N extends IndexName>(
  { client, dataSource }: IndexingContext,
  kind: N,
  indexName: string,
  rowIds: readonly string[],
): Promise<void> {
  for (let start = 0; start < rowIds.length; start += ROWS_PER_BATCH) {
    const batch = rowIds.slice(start, start + ROWS_PER_BATCH);
    const { documents, absent } = await readAsSystem(dataSource, (manager) =>
      documentSources[kind].load(manager, batch),
    );
    await putDocuments(client, indexName, documents);
    await deleteDocuments(client, indexName, absent);
  }
}

/** A row whose document the search server does not take. */
export interface RefusedRow {
  rowId: string;
  reason: string;
}

/** Like `writeRows`; a row that fails by itself is returned and holds up no other. */
export async function writeRowsApart(
  context: IndexingContext,
  kind: IndexName,
  indexName: string,
  rowIds: readonly string[],
): Promise<RefusedRow[]> {
  const refused: RefusedRow[] = [];
  for (let start = 0; start < rowIds.length; start += ROWS_PER_BATCH) {
    const failures = await isolateFailures(
      rowIds.slice(start, start + ROWS_PER_BATCH),
      (batch) => writeRows(context, kind, indexName, batch),
      (error) => isOutage(error) || isDatabaseOutage(error),
    );
    refused.push(
      ...failures.map(({ item, error }) => ({ rowId: item, reason: safeMessage(error) })),
    );
  }
  return refused;
}
