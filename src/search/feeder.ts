import type { Client } from 'pg';
import { consume, startCursor } from '../changes/consumer';
import { lead, type OnError } from '../changes/leader';
import { newestSeq } from '../changes/sequencer';
import type { Tail } from '../changes/tail';
import { affectedRows, type ChangedThing } from './affected-rows';
import { isOutage } from './client';
import { findDrift, repairDrift } from './drift';
import { throughGate } from './gate';
import { type IndexingContext, type RefusedRow, readAsSystem, writeRows } from './index-rows';
import { type IndexName, indexNames } from './index-settings';
import { applySettings, indexExists } from './index-writer';
import { reindex } from './reindex';

export interface FeederOptions extends IndexingContext {
  tail: Tail;
  signal: AbortSignal;
  onError: OnError;
  /** Called, each time anew, when the indexes hold all but the newest changes. */
  onReady?: () => void;
  /** Called when they do not, or when this process no longer knows. */
  onBehind?: () => void;
}

/** Changes that wait longer than this make the indexes late; readers make up for the last minute themselves. */
const LATE_MS = 20_000;

/** Its name among the consumers of the changes. */
export const SEARCH_CONSUMER = 'search';

/**
 * Keeps the indexes equal to the database until the signal aborts: at the start by comparing, then by following
 * the changes. Any number of instances may run this; one works.
 *
 * Rows are read when their change is handled, so a document always shows the newest state, and a repeated or late
 * change does no harm.
 */
export async function runFeeder(options: FeederOptions): Promise<void> {
  const { databaseUrl, signal, onError } = options;
  await lead({
    databaseUrl,
    signal,
    onError,
    role: 'padan search feeder',
    work: async (connection, until) => {
      await startCursor(options.dataSource, SEARCH_CONSUMER, await newestSeq(options.dataSource));
      await prepareIndexes(options, connection);
      options.onReady?.();
      try {
        await follow(options, connection, until);
      } finally {
        options.onBehind?.();
      }
    },
  });
}

/**
 * Builds absent indexes; to the others it applies the settings of the code and writes what differs from the database.
 * An absent one is built beside, so that readers fall back until it is whole instead of finding a part.
 */
async function prepareIndexes(context: FeederOptions, connection: Client): Promise<void> {
  const { client } = context;
  for (const kind of indexNames) {
    const indexName = client.indexName(kind);
    if (await indexExists(client, indexName)) {
      await throughGate(connection, async () => {
        await applySettings(client, kind, indexName);
        reportRefused(context, kind, await repairDrift(context, await findDrift(context, kind)));
      });
    } else reportRefused(context, kind, (await reindex(context, kind)).refused);
  }
}

function reportRefused(
  { onError }: FeederOptions,
  kind: IndexName,
  refused: readonly RefusedRow[],
): void {
  for (const { rowId, reason } of refused) {
    onError(new Error(`No document in ${kind} for ${rowId}: ${reason}`));
  }
}

async function follow(options: FeederOptions, connection: Client, signal: AbortSignal) {
  // After an outage the server may have come back with older or no data.
  let isCertain = true;
  let isLate = false;
  await consume({
    ...options,
    name: SEARCH_CONSUMER,
    signal,
    isOutage,
    rebuild: async () => {
      options.onBehind?.();
      for (const kind of indexNames)
        reportRefused(options, kind, (await reindex(options, kind)).refused);
      options.onReady?.();
    },
    handle: async (events) => {
      isLate = Date.now() - (events[0]?.at.getTime() ?? 0) > LATE_MS;
      if (isLate) options.onBehind?.();
      try {
        if (!isCertain) await prepareIndexes(options, connection);
        isCertain = true;
        await throughGate(connection, () => feed(options, events));
      } catch (error) {
        if (isOutage(error)) {
          isCertain = false;
          options.onBehind?.();
        }
        throw error;
      }
    },
    onDone: async (events) => {
      // Behind a late batch nothing may come for hours: then this was the last one, and the indexes hold all.
      const isNewest = async () =>
        (await newestSeq(options.dataSource)) <= (events.at(-1)?.seq ?? 0);
      if (!isLate || (await isNewest())) options.onReady?.();
    },
  });
}

/** Writes the documents that some changes concern, each once, to the live indexes. */
async function feed(context: IndexingContext, things: readonly ChangedThing[]): Promise<void> {
  const rows = await readAsSystem(context.dataSource, (manager) => affectedRows(manager, things));
  for (const kind of indexNames) {
    await writeRows(context, kind, context.client.indexName(kind), rows[kind]);
  }
}
