import { migrate } from '../../src/database/migrate';
import { withScratchServers } from '../../src/evaluation/ranking-speed/scratch';
import { SearchClient } from '../../src/search/client';
import { type Figure, figure, round } from '../figures';
import { checkWorld, type WorldOptions } from './world';

export interface WorldsOptions {
  readonly seed: number;
  /** People of each world. */
  readonly sizes: readonly number[];
  readonly vacanciesEach: number;
  readonly changesEach: number;
  say(line: string): void;
}

/** One list may take its time: a national one among twenty thousand people ships all their ids. */
const READ_LIMIT_MS = 10_000;
/** Differences told in words. */
const TOLD = 5;

/** Formula, scan and index over invented worlds, each in a database of its own, before and after many changes. */
export async function checkWorlds(options: WorldsOptions): Promise<Figure[]> {
  const { seed, sizes, vacanciesEach, changesEach, say } = options;
  const figures: Figure[] = [];
  for (const [at, people] of sizes.entries()) {
    const world = { seed: seed + at, people, vacancies: vacanciesEach, changes: changesEach };
    say(`world ${world.seed}: ${people} people`);
    figures.push(await checkOne(world, say));
  }
  return figures;
}

async function checkOne(world: WorldOptions, say: (line: string) => void): Promise<Figure> {
  const start = performance.now();
  return await withScratchServers(async ({ database, meilisearch }) => {
    if (meilisearch === null) throw new Error('There is no Meilisearch for this machine');
    await migrate(database.migratorUrl);
    const client = new SearchClient(meilisearch, { readLimitMs: READ_LIMIT_MS });
    try {
      const found = await checkWorld(world, { ...database, client });
      for (const difference of found.differences.slice(0, TOLD)) say(difference);
      const values = {
        ...{ seed: world.seed, people: world.people, vacancies: world.vacancies },
        ...{ changes: world.changes, byIndex: found.byIndex, places: found.places },
        seconds: round((performance.now() - start) / 1_000),
        differences: found.differences.length,
      };
      return figure('worlds', values, { of: 'differences', most: 0 });
    } finally {
      client.close();
    }
  });
}
