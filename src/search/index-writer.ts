import { setTimeout as sleep } from 'node:timers/promises';
import { type EnqueuedTask, MeilisearchApiError } from 'meilisearch';
import { SearchBusyError, type SearchClient } from './client';
import { type Documents, type IndexName, indexSettings, PRIMARY_KEY } from './index-settings';

/** A task that the search server accepted and then failed. */
export class SearchTaskError extends Error {
  override name = 'SearchTaskError';
}

/** A bulk load of a large index may wait behind another. */
const TASK_LIMIT_MS = 120_000;
const SHORTEST_POLL_MS = 5;
const LONGEST_POLL_MS = 50;

/**
 * Waits until the server has carried out the task: an accepted task may still fail as a whole. (The client's own
 * waiting leaves a timer behind when the server goes away, which keeps the process alive.)
 *
 * Errors: SearchTaskError with the server's reason; those of `isOutage` when the server is not there or too busy.
 */
export async function finish(client: SearchClient, task: Promise<EnqueuedTask>): Promise<void> {
  const { taskUid } = await task;
  const start = Date.now();
  for (;;) {
    const { type, status, error } = await client.writer.tasks.getTask(taskUid);
    if (status === 'succeeded') return;
    if (status === 'failed' || status === 'canceled') {
      throw new SearchTaskError(`${type} ${status}: ${error?.message ?? 'no reason'}`);
    }
    const waitedMs = Date.now() - start;
    if (waitedMs > TASK_LIMIT_MS) throw new SearchBusyError(`${type} is still ${status}`);
    await sleep(Math.min(Math.max(waitedMs / 10, SHORTEST_POLL_MS), LONGEST_POLL_MS));
  }
}

/** Writes documents whole, new or known, and waits; one bad document fails them all. */
export async function putDocuments<N extends IndexName>(
  client: SearchClient,
  indexName: string,
  documents: readonly Documents[N][],
): Promise<void> {
  if (documents.length === 0) return;
  const index = client.writer.index(indexName);
  await finish(client, index.addDocuments([...documents], { primaryKey: PRIMARY_KEY }));
}

/** Removes documents and waits; those that are not there do not matter. */
export async function deleteDocuments(
  client: SearchClient,
  indexName: string,
  ids: readonly (string | number)[],
): Promise<void> {
  if (ids.length === 0) return;
  await finish(client, client.writer.index(indexName).deleteDocuments(ids.map(String)));
}

/** Makes an empty index with the settings of `kind` under any name. */
export async function createIndex(
  client: SearchClient,
  kind: IndexName,
  indexName: string,
): Promise<void> {
  await finish(client, client.writer.createIndex(indexName, { primaryKey: PRIMARY_KEY }));
  await applySettings(client, kind, indexName);
}

/** Brings an index to today's settings; the server does nothing when they are the same. */
export async function applySettings(
  client: SearchClient,
  kind: IndexName,
  indexName: string,
): Promise<void> {
  await finish(client, client.writer.index(indexName).updateSettings(indexSettings[kind]));
}

/** Removes an index if it is there. */
export async function dropIndex(client: SearchClient, indexName: string): Promise<void> {
  try {
    await finish(client, client.writer.deleteIndex(indexName));
  } catch (error) {
    if (!(error instanceof SearchTaskError || error instanceof MeilisearchApiError)) throw error;
    if (await indexExists(client, indexName)) throw error;
  }
}

/** Whether the server has an index of this name. */
export async function indexExists(client: SearchClient, indexName: string): Promise<boolean> {
  try {
    await client.writer.getRawIndex(indexName);
    return true;
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found')
      return false;
    throw error;
  }
}
