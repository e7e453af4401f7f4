import { Argument, Command } from 'commander';
import { SearchClient } from '../search/client';
import { findDrift } from '../search/drift';
import type { IndexingContext } from '../search/index-rows';
import { type IndexName, indexNames } from '../search/index-settings';
import { reindex } from '../search/reindex';
import { type Session, say, withSession } from './session';

const whichIndexes = () =>
  new Argument('[index...]', 'which; all when left out').choices(indexNames).default(indexNames);

/** `padan reindex`: builds indexes anew beside the live ones, then swaps. */
export function reindexCommand(): Command {
  return new Command('reindex')
    .description('build search indexes anew while searches go on')
    .addArgument(whichIndexes())
    .action((kinds: IndexName[]) => withIndexes((context) => rebuild(context, kinds)));
}

/** `padan drift`: compares the indexes with the database; fails when they differ. */
export function driftCommand(): Command {
  return new Command('drift')
    .description('compare the search indexes with the database')
    .addArgument(whichIndexes())
    .action((kinds: IndexName[]) => withIndexes((context) => compare(context, kinds)));
}

async function rebuild(context: IndexingContext, kinds: readonly IndexName[]): Promise<void> {
  for (const kind of kinds) {
    const { documents, refused } = await reindex(context, kind, ({ done, total }) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${kind}: ${done} / ${total}`);
    });
    if (process.stdout.isTTY) process.stdout.write('\r');
    say(`${kind}: ${documents} documents, ${refused.length} refused`);
    for (const { rowId, reason } of refused) say(`  ${rowId}: ${reason}`);
  }
}

async function compare(context: IndexingContext, kinds: readonly IndexName[]): Promise<void> {
  for (const kind of kinds) {
    const { rows, missing, stale, extra } = await findDrift(context, kind);
    const count = missing.length + stale.length + extra.length;
    say(
      `${kind}: ${rows} rows, ${missing.length} missing, ${stale.length} stale, ${extra.length} extra`,
    );
    if (count > 0) process.exitCode = 1;
  }
}

async function withIndexes(run: (context: IndexingContext) => Promise<void>): Promise<void> {
  await withSession(async ({ servers, dataSource }: Session) => {
    if (servers.meilisearch === null) throw new Error('There is no search server');
    const client = new SearchClient(servers.meilisearch);
    try {
      await run({ client, dataSource, databaseUrl: servers.database.appUrl });
    } finally {
      client.close();
    }
  });
}
