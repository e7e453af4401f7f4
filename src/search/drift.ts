import { documentSources } from './document-rows';
import { DOCUMENT_FORMAT } from './documents';
import { type IndexingContext, type RefusedRow, readAsSystem, writeRowsApart } from './index-rows';
import type { IndexName } from './index-settings';
import { deleteDocuments } from './index-writer';

/** Where an index and the database differ. */
export interface Drift {
  index: IndexName;
  /** Rows that have a document or should. */
  rows: number;
  /** Ids of rows without their document. */
  missing: string[];
  /** Ids of rows whose document is of another version. */
  stale: string[];
  /** Keys of documents that no row stands for. */
  extra: (string | number)[];
}

interface Fingerprint {
  id: string | number;
  version: number;
  format: number;
}

const PAGE_SIZE = 10_000;

/**
 * Compares id and version of every document with the rows. While changes are on their way to the index they show
 * as differences.
 *
 * Cost: a list of all ids from either side.
 */
export async function findDrift(
  { client, dataSource }: IndexingContext,
  kind: IndexName,
): Promise<Drift> {
  const documents = new Map<string, Fingerprint>();
  const index = client.writer.index<Fingerprint>(client.indexName(kind));
  for (let offset = 0; ; offset += PAGE_SIZE) {
    const { results } = await index.getDocuments({
      fields: ['id', 'version', 'format'],
      offset,
      limit: PAGE_SIZE,
    });
    for (const document of results) documents.set(String(document.id), document);
    if (results.length < PAGE_SIZE) break;
  }
  const rows = await readAsSystem(dataSource, (manager) => documentSources[kind].list(manager));
  const missing: string[] = [];
  const stale: string[] = [];
  for (const { rowId, key, version } of rows) {
    const document = documents.get(String(key));
    documents.delete(String(key));
    if (document === undefined) missing.push(rowId);
    else if (document.version !== version || document.format !== DOCUMENT_FORMAT) stale.push(rowId);
  }
  const extra = [...documents.values()].map(({ id }) => id);
  return { index: kind, rows: rows.length, missing, stale, extra };
}

/**
 * Writes and removes what `findDrift` found, and returns the rows that the search server refused. Only for who
 * holds the writers' gate.
 */
export async function repairDrift(context: IndexingContext, drift: Drift): Promise<RefusedRow[]> {
  const { client } = context;
  const indexName = client.indexName(drift.index);
  await deleteDocuments(client, indexName, drift.extra);
  const rowIds = [...drift.missing, ...drift.stale];
  return await writeRowsApart(context, drift.index, indexName, rowIds);
}
