import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import type { DataSource } from 'typeorm';
import { newestSeq } from '../changes/sequencer';
import { systemClock } from '../clock';
import { ConsumerCursor } from '../entities';
import { createRanker } from '../matching/create-ranker';
import { startPeople } from '../matching/engine/start-engine';
import { type FactsStore, openStore } from '../matching/facts-store';
import { printMetrics, type RankingVerification, verifyRanking } from '../matching/verify-ranking';
import { SearchClient } from '../search/client';
import { SEARCH_CONSUMER } from '../search/feeder';
import { readAsSystem } from '../search/index-rows';
import { say, withSession } from './session';
import { addReceiptCommand } from './verify-receipt';
import { replayCommand } from './verify-replay';

interface VerifyOptions {
  sample: number;
  seed: number;
  metrics?: string;
}

/** How long the index may take to reach the database. */
const CATCH_UP_MS = 60_000;
const CATCH_UP_STEP_MS = 250;
/** Changes in between spoil a comparison; then it is made again. */
const ATTEMPTS = 3;

/** `padan verify`: checks at run time what the tests promise. */
export function verifyCommand(): Command {
  const command = new Command('verify').description('check that the service keeps its promises');
  command
    .command('ranking')
    .description('compare both engines on published vacancies; fails when they differ')
    .option('--sample <number>', 'vacancies', readSample, 200)
    .option('--seed <number>', 'which vacancies', readCount, 1)
    .option('--metrics <file>', 'write the result for a collector of text files too')
    .action(run);
  addReceiptCommand(command);
  return command.addCommand(replayCommand());
}

async function run(options: VerifyOptions): Promise<void> {
  await withSession(async ({ servers, dataSource }) => {
    if (servers.meilisearch === null) throw new Error('There is no search server to compare with');
    const client = new SearchClient(servers.meilisearch);
    try {
      const { differing, ...found } = await compareAtOneSeq(
        dataSource,
        servers.database.appUrl,
        client,
        options,
      );
      say(JSON.stringify({ ...found, differences: differing.length, differing }));
      if (options.metrics) await writeFile(options.metrics, printMetrics({ ...found, differing }));
      if (differing.length > 0) process.exitCode = 1;
    } finally {
      client.close();
    }
  });
}

async function compareAtOneSeq(
  dataSource: DataSource,
  databaseUrl: string,
  client: SearchClient,
  { sample, seed }: VerifyOptions,
): Promise<RankingVerification> {
  for (let attempt = 1; ; attempt += 1) {
    const place = await newestSeq(dataSource);
    await awaitIndex(dataSource, place);
    const { store, started } = await openStore({
      readAsSystem: (work) => readAsSystem(dataSource, work),
      clock: systemClock,
      startPeople: (month) => startPeople({ databaseUrl, month }, { now: Date.now }),
    });
    const found = await verifyRanking(store, { ...enginesOver(store, client), sample, seed });
    await started.kill();
    const isDisturbed = (await newestSeq(dataSource)) !== place;
    if (!isDisturbed || found.differing.length === 0) return found;
    if (attempt === ATTEMPTS) throw new Error('Changes came in between each time; try again later');
  }
}

function enginesOver(store: FactsStore, client: SearchClient) {
  const parts = {
    source: { current: async () => store },
    isIndexReady: () => true,
    clock: systemClock,
  };
  return {
    scan: createRanker({ ...parts, engine: 'scan', client: null }),
    index: createRanker({ ...parts, engine: 'meilisearch', client }),
  };
}

/** Waits until the index holds every change up to a place. */
async function awaitIndex(dataSource: DataSource, place: number): Promise<void> {
  for (let waited = 0; waited <= CATCH_UP_MS; waited += CATCH_UP_STEP_MS) {
    const cursor = await dataSource.manager.findOneBy(ConsumerCursor, { name: SEARCH_CONSUMER });
    if (cursor !== null && Number(cursor.seq) >= place) return;
    await pause(CATCH_UP_STEP_MS);
  }
  throw new Error('The search index does not reach the database: is the service running?');
}

function readSample(text: string): number {
  const sample = readCount(text);
  if (sample === 0) throw new InvalidArgumentError('It must be at least 1.');
  return sample;
}

function readCount(text: string): number {
  if (!/^\d{1,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
