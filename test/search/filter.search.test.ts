import fc from 'fast-check';
import { SearchClient } from '../../src/search/client';
import { allOf, filterOn } from '../../src/search/filter';
import { createIndex, dropIndex, finish } from '../../src/search/index-writer';
import { meilisearchForTest } from '../support/test-servers';

const { indexPrefix, ...server } = meilisearchForTest();
const client = new SearchClient(server, { indexPrefix, readLimitMs: 10_000 });
const indexName = client.indexName('vacancies');
const on = filterOn<'occupationId' | 'employerId'>();

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('\\', '"', "'", ' OR ', ' EXISTS', 'id', ']', ')', '_geoRadius(', 'a'))
    .map((parts) => parts.join('')),
);

beforeAll(async () => {
  await createIndex(client, 'vacancies', indexName);
});

afterAll(async () => {
  await dropIndex(client, indexName);
  client.close();
});

const idsWhere = async (filter: string) => {
  const answer = await client.read((reader) =>
    reader.index<{ id: string }>(indexName).search(null, { filter, limit: 1_000 }),
  );
  return answer.hits.map((hit) => hit.id).sort();
};

/** Meilisearch compares values trimmed and without regard to case. */
const normal = (value: string) => value.trim().toLowerCase();

describe('a filter on a real server', () => {
  it('means the value and nothing else, whatever the value', async () => {
    const values = [
      ...['plain', 'back\\slash', 'end\\', 'quo"te', '\\"', '" OR id EXISTS OR occupationId = "'],
      ...fc.sample(hostile, { numRuns: 300, seed: 20_261_121 }),
    ].filter((value) => normal(value) !== '' && Buffer.byteLength(value) < 200);
    const documents = values.map((value, position) => ({
      id: `d${position}`,
      occupationId: value,
      employerId: 'one',
    }));
    await finish(client, client.writer.index(indexName).addDocuments(documents));

    for (const value of values) {
      const same = documents.filter((other) => normal(other.occupationId) === normal(value));
      const expected = same.map((document) => document.id).sort();
      expect(await idsWhere(on.is('occupationId', value))).toEqual(expected);
      expect(await idsWhere(on.isAnyOf('occupationId', [value, value]))).toEqual(expected);
      const nobody = allOf([on.is('employerId', 'other'), on.is('occupationId', value)]);
      expect(await idsWhere(nobody)).toEqual([]);
    }
  });

  it('finds nothing for a value that nobody has, however hostile', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (value) => {
        expect(await idsWhere(on.is('employerId', `nobody ${value}`))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
