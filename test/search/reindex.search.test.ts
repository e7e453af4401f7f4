import { findDrift } from '../../src/search/drift';
import { type ReindexProgress, reindex } from '../../src/search/reindex';
import { aCandidate, aVacancy } from '../builders';
import { eventually, startSearch, type TestSearch } from './world';

let search: TestSearch;

beforeEach(async () => {
  search = await startSearch();
});

afterEach(async () => {
  await search.stop();
});

async function addCandidates(count: number) {
  await search.change(async (manager) => {
    const added = [];
    for (let one = 0; one < count; one += 1) added.push(await aCandidate(manager));
    return added.map(({ id, version }) => ({
      aggregate: 'candidate',
      aggregateId: id,
      kind: 'candidate.activated',
      version,
    }));
  });
}

const drift = async () => {
  const { missing, stale, extra } = await findDrift(search, 'candidates');
  return missing.length + stale.length + extra.length;
};

describe('reindex', () => {
  it('builds an index that was not there, telling how far it is', async () => {
    await addCandidates(30);
    const progress: ReindexProgress[] = [];
    const report = await reindex(search, 'candidates', (step) => void progress.push(step));
    expect(report).toEqual({ index: 'candidates', documents: 30, refused: [] });
    expect(progress.at(-1)).toEqual({ index: 'candidates', done: 30, total: 30 });
    expect(await drift()).toBe(0);
  });

  it('fails no search and loses no change beside a running feeder', async () => {
    await addCandidates(20);
    await search.startFeeder();
    const { client } = search;
    let isDone = false;
    let searches = 0;
    const searching = (async () => {
      for (; !isDone; searches += 1) {
        const answer = await client.read((reader) =>
          reader.index(client.indexName('candidates')).search(null, { limit: 100 }),
        );
        expect(answer.hits.length).toBeGreaterThanOrEqual(20);
      }
    })();
    const changing = (async () => {
      for (; !isDone; ) await addCandidates(1);
    })();
    const reindexing = (async () => {
      // However quick a turn is: searches fall into several.
      for (let turn = 0; turn < 3 || searches <= 10; turn += 1) await reindex(search, 'candidates');
    })();
    const ending = reindexing.finally(() => {
      isDone = true;
    });
    await Promise.all([ending, searching, changing]);
    await eventually(async () => expect(await drift()).toBe(0));
  });
});

describe('findDrift', () => {
  it('names what is missing', async () => {
    await search.startFeeder();
    await search.change(async (manager) => {
      await aVacancy(manager);
      return [];
    });
    expect(await findDrift(search, 'vacancies')).toMatchObject({
      rows: 1,
      missing: [expect.any(String)],
      stale: [],
      extra: [],
    });
  });
});
