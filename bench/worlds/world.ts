import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { type Background, startBackground } from '../../src/app/background';
import { appendOutbox } from '../../src/changes/outbox';
import { newestSeq } from '../../src/changes/sequencer';
import { asActor } from '../../src/database/as-actor';
import { withClient } from '../../src/database/bootstrap';
import { createDataSource } from '../../src/database/data-source';
import { createLogger } from '../../src/logging/logger';
import { createRanker } from '../../src/matching/create-ranker';
import { loadCatalogue } from '../../src/matching/facts/catalogue';
import { loadVacancies } from '../../src/matching/facts/vacancies';
import type { SearchClient } from '../../src/search/client';
import { SEARCH_CONSUMER } from '../../src/search/feeder';
import { readAsSystem } from '../../src/search/index-rows';
import { readPeople } from '../oracle/facts';
import { readRules } from '../oracle/rules';
import { changePeople } from './changes';
import { type Comparison, compareVacancy } from './compare';
import { readReference, WorldDraws } from './reference';
import { writePeople, writeVacancies } from './write';

export interface WorldOptions {
  readonly seed: number;
  readonly people: number;
  /** Half of them compared before the changes, half after. */
  readonly vacancies: number;
  readonly changes: number;
}

/** A migrated, empty database and a search server with nothing on it. */
export interface WorldServers {
  readonly appUrl: string;
  readonly migratorUrl: string;
  readonly client: SearchClient;
}

export interface WorldResult extends WorldOptions {
  /** Vacancies whose people the index found; the others it left to the scan. */
  readonly byIndex: number;
  /** Places compared with each engine. */
  readonly places: number;
  readonly differences: readonly string[];
}

/** Ordinary vacancies are compared to this place, one in ten to the last. */
const DEPTH = 100;
const ONE_WHOLE_IN = 10;
const SETTLE_LIMIT_MS = 120_000;
const SETTLE_STEP_MS = 20;
/** Longer than anybody's change counts as recent: then only the index knows who is there. */
const LATER_MS = 10 * 60_000;

/**
 * Invents a world in the database, lets the change stream carry it to both engines, and holds them against the formula,
 * worked out over rows that are read by statements of their own; once as it is and once after many changes.
 */
export async function checkWorld(
  options: WorldOptions,
  servers: WorldServers,
): Promise<WorldResult> {
  const clock = { instant: new Date('2026-11-10T03:00:00Z'), now: () => clock.instant };
  const dataSource = await createDataSource(servers.appUrl, { statementLimitMs: 0 }).initialize();
  const background = startBackground({
    ...{ dataSource, databaseUrl: servers.appUrl, client: servers.client, clock },
    log: createLogger('silent'),
  });
  const later = () => {
    clock.instant = new Date(clock.instant.getTime() + LATER_MS);
  };
  try {
    return await withClient(servers.migratorUrl, async (client) => {
      // A lost connection shows in the next statement; unheard, it would end the process before it tidied up.
      client.on('error', () => undefined);
      const running = { client, dataSource, background, clock, later };
      return await compareTwice(options, running, servers.client);
    });
  } finally {
    await background.stop();
    await dataSource.destroy();
  }
}

interface Running {
  readonly client: Client;
  readonly dataSource: DataSource;
  readonly background: Background;
  readonly clock: { now(): Date };
  /** Lets time pass. */
  later(): void;
}

async function compareTwice(
  options: WorldOptions,
  running: Running,
  search: SearchClient,
): Promise<WorldResult> {
  const { client, dataSource, clock } = running;
  const draws = new WorldDraws(options.seed, await readReference(client));
  const ids = await writeVacancies(dataSource, draws, options.vacancies, clock.now());
  await writePeople(dataSource, draws, options.people, clock.now());
  const half = Math.ceil(ids.length / 2);
  const before = await compareAll(ids.slice(0, half), running, search);
  await changePeople(dataSource, draws, options.changes, clock.now());
  const after = await compareAll(ids.slice(half), running, search);
  return {
    ...options,
    byIndex: before.byIndex + after.byIndex,
    places: before.places + after.places,
    differences: [...before.differences, ...after.differences],
  };
}

async function compareAll(ids: readonly string[], running: Running, search: SearchClient) {
  await settle(running);
  running.later();
  const comparison = await prepareComparison(ids, running, search);
  const found = { byIndex: 0, places: 0, differences: [] as string[] };
  for (const [at, id] of ids.entries()) {
    const first = at % ONE_WHOLE_IN === 0 ? comparison.people.size : DEPTH;
    const { differences, rows, byIndex } = await compareVacancy(comparison, id, first);
    found.byIndex += byIndex ? 1 : 0;
    found.places += rows;
    found.differences.push(...differences);
  }
  return found;
}

async function prepareComparison(
  ids: readonly string[],
  { client, dataSource, background, clock }: Running,
  search: SearchClient,
): Promise<Comparison> {
  const rules = await readRules(client);
  const people = await readPeople(client, rules, clock.now());
  const rankable = await readAsSystem(dataSource, async (manager) =>
    loadVacancies(manager, await loadCatalogue(manager), ids),
  );
  const facts = new Map(rankable.map((one) => [one.id, one.facts]));
  const { facts: source, isIndexReady } = background;
  const parts = { source, isIndexReady, clock };
  return {
    ...{ client, rules, people },
    engines: {
      scan: createRanker({ ...parts, engine: 'scan', client: null }),
      index: createRanker({ ...parts, engine: 'meilisearch', client: search }),
    },
    factsOf: (id) => {
      const found = facts.get(id);
      if (found === undefined) throw new RangeError(`No vacancy ${id}`);
      return found;
    },
  };
}

async function announceAgain(dataSource: DataSource): Promise<void> {
  await asActor(dataSource, 'system', async (manager) => {
    const [{ id }] = await manager.query<{ id: string }[]>('SELECT id FROM vacancies LIMIT 1');
    const kind = 'vacancy.updated';
    await appendOutbox(manager, [{ aggregate: 'vacancy', aggregateId: id, kind, version: 1 }]);
  });
}

/** Waits until both engines have every change. */
async function settle({ client, dataSource, background }: Running): Promise<void> {
  const deadline = Date.now() + SETTLE_LIMIT_MS;
  while (Date.now() < deadline) {
    const { rows } = await client.query<{ isOpen: boolean; seq: string | null }>(
      `SELECT EXISTS (SELECT FROM outbox WHERE seq IS NULL) AS "isOpen",
         (SELECT seq FROM consumer_cursors WHERE name = $1) AS seq`,
      [SEARCH_CONSUMER],
    );
    const newest = await newestSeq(dataSource);
    const [{ isOpen, seq }] = rows;
    const isFollowed = !isOpen && Number(seq ?? -1) >= newest;
    // After a long way behind, the index counts as ready from the next change on.
    if (isFollowed && !background.isIndexReady()) await announceAgain(dataSource);
    else if (isFollowed && (await background.facts.current()).seq >= newest) return;
    await pause(SETTLE_STEP_MS);
  }
  throw new Error('The engines do not reach the database');
}
