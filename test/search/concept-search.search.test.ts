import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source';
import { SearchClient } from '../../src/search/client';
import { type ConceptSearch, conceptSearch } from '../../src/search/concept-search';
import { documentSources } from '../../src/search/document-rows';
import { createIndex, dropIndex, putDocuments } from '../../src/search/index-writer';
import { patient } from '../support/patience';
import { createTestDatabase, meilisearchForTest, type TestDatabase } from '../support/test-servers';

const { indexPrefix, ...server } = meilisearchForTest();
const client = new SearchClient(server, { indexPrefix, readLimitMs: 10_000 });
const kinds = ['competencies', 'occupations'] as const;
let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, patient).initialize();
  for (const kind of kinds) {
    await createIndex(client, kind, client.indexName(kind));
    const rows = await documentSources[kind].list(dataSource.manager);
    const rowIds = rows.map(({ rowId }) => rowId);
    const { documents } = await documentSources[kind].load(dataSource.manager, rowIds);
    await putDocuments(client, client.indexName(kind), documents);
  }
});

afterAll(async () => {
  for (const kind of kinds) await dropIndex(client, client.indexName(kind));
  client.close();
  await dataSource.destroy();
  await database.drop();
});

const down = new SearchClient({ url: 'http://127.0.0.1:9', key: null });

describe.each([
  ['Meilisearch', () => conceptSearch(client, dataSource)],
  ['PostgreSQL without Meilisearch', () => conceptSearch(null, dataSource)],
  ['PostgreSQL while Meilisearch is down', () => conceptSearch(down, dataSource)],
])('findConcepts by %s', (_, build: () => ConceptSearch) => {
  const best = async (words: string) => {
    const [first] = await build().findConcepts(words, { types: ['OCCUPATION'], limit: 3 });
    return first;
  };

  afterAll(() => down.close());

  it('finds an occupation by its alias, in either language', async () => {
    expect(await best('welder')).toMatchObject({ id: 'tukang-las', type: 'OCCUPATION', score: 1 });
    expect(await best('Tukang Las')).toMatchObject({ id: 'tukang-las', score: 1 });
  });

  it('forgives a typo', async () => {
    expect(await best('tukng las')).toMatchObject({ id: 'tukang-las', matched: 'Tukang las' });
    expect(await best('satapm')).toMatchObject({ id: 'satpam-security', matched: 'satpam' });
  });

  it('finds competencies and occupations together', async () => {
    const found = await build().findConcepts('barista', {
      types: ['OCCUPATION', 'COMPETENCY'],
      limit: 5,
    });
    expect(new Set(found.map((concept) => concept.type))).toEqual(
      new Set(['OCCUPATION', 'COMPETENCY']),
    );
  });

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['quotes', '"\\ OR'],
    ['wildcards', '%_'],
    ['a NUL byte', '\u0000 x'],
    ['a long text', 'a'.repeat(5_000)],
  ])('survives %s', async (_name, words) => {
    const found = await build().findConcepts(words, { types: ['OCCUPATION'], limit: 3 });
    expect(found.length).toBeLessThanOrEqual(3);
  });
});
