import { checkWorld } from '../../bench/worlds/world';
import { SearchClient } from '../../src/search/client';
import { indexNames } from '../../src/search/index-settings';
import { dropIndex } from '../../src/search/index-writer';
import { createTestDatabase, meilisearchForTest } from '../support/test-servers';

/** `npm run bench -- --only worlds --seed N` replays a world of this size. */
const seed = Date.now() % 1_000_000;

describe('checkWorld', () => {
  test.each([
    { people: 1_000, vacancies: 200, changes: 1_000, seed },
    { people: 3_000, vacancies: 120, changes: 1_000, seed: seed + 1 },
  ])(
    'finds no difference between formula, scan and index among $people people (seed $seed)',
    async (options) => {
      const database = await createTestDatabase();
      const { indexPrefix, ...server } = meilisearchForTest();
      const client = new SearchClient(server, { indexPrefix, readLimitMs: 10_000 });
      try {
        const found = await checkWorld(options, { ...database, client });
        expect(found).toMatchObject({ ...options, differences: [] });
        expect(found.byIndex).toBeGreaterThan(options.vacancies / 2);
        expect(found.places).toBeGreaterThan(options.people);
      } finally {
        for (const kind of indexNames) await dropIndex(client, client.indexName(kind));
        client.close();
        await database.drop();
      }
    },
    240_000,
  );
});
