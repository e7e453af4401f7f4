import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../src/clock';
import { SearchClient } from '../../src/search/client';
import { dropIndex } from '../../src/search/index-writer';
import { vacancySearch } from '../../src/search/vacancy-search';
import { aVacancy } from '../builders';
import { meilisearchForTest } from '../support/test-servers';
import { startFlakyProxy } from './flaky-proxy';
import { eventually, startSearch, type TestSearch } from './world';

/** Before it is broken it may be late; after that RELIABILITY R7 counts. */
const READY_LIMIT_MS = 20_000;

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

const ask = async () => {
  const start = performance.now();
  const finder = vacancySearch(client, search.dataSource, systemClock);
  const page = await finder.search({ q: 'satpam' }, { first: 5 });
  return { ...page, tookMs: performance.now() - start };
};

describe.each(['hang', 'refuse', 'slow'] as const)('while Meilisearch is to %s', (mode) => {
  it('goes on from PostgreSQL, quickly, and comes back by itself', async () => {
    await eventually(async () => expect((await ask()).isDegraded).toBe(false), READY_LIMIT_MS);
    proxy.become(mode);
    const broken = performance.now();
    const asked: Promise<{ ids: string[]; isDegraded: boolean; tookMs: number }>[] = [];
    let openedMs: number | null = null;
    while (performance.now() - broken < 3_000) {
      asked.push(ask());
      if (client.breaker.isOpen) openedMs ??= performance.now() - broken;
      // Seldom enough that a busy machine is not kept busy by this alone.
      await sleep(100);
    }
    const answers = await Promise.all(asked);
    const times = answers.map(({ tookMs }) => tookMs).sort((a, b) => a - b);

    expect(openedMs).toBeLessThan(2_000);
    expect(answers.every(({ ids }) => ids.length === 1)).toBe(true);
    expect(answers.every(({ isDegraded }) => isDegraded)).toBe(true);
    // The first answers wait for the reader's limit; the bar of 500 ms stands at p95 of a longer outage.
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(500);

    proxy.become('pass');
    await eventually(async () => expect((await ask()).isDegraded).toBe(false), 5_000);
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
