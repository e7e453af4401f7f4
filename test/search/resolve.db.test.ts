import type { DataSource } from 'typeorm';
import { systemClock } from '../../src/clock';
import { createDataSource } from '../../src/database/data-source';
import { conceptSearch } from '../../src/search/concept-search';
import { type ConceptReader, createConceptReader } from '../../src/search/resolve';
import { textReaders } from '../../src/search/term-catalogue';
import type { ConceptType } from '../../src/text/concepts';
import { patient } from '../support/patience';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

let database: TestDatabase;
let dataSource: DataSource;
let reader: ConceptReader;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, patient).initialize();
  reader = createConceptReader({
    readers: textReaders(dataSource, systemClock),
    search: conceptSearch(null, dataSource),
  });
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const all: ConceptType[] = ['COMPETENCY', 'OCCUPATION', 'REGION'];

describe('resolve', () => {
  const resolve = async (text: string, types = all) =>
    (await reader.resolve(text, types)).map(({ type, id }) => `${type} ${id}`);

  it('understands what someone can do and where they live', async () => {
    expect(await resolve('saya bisa las listrik, tinggal di Palu Barat')).toEqual([
      'COMPETENCY las-smaw',
      'OCCUPATION tukang-las',
      'REGION 72.71.02',
    ]);
  });

  it('forgives a typo with less confidence and shows the words', async () => {
    const [found] = await reader.resolve('pengalaman tukng las 3 tahun', ['OCCUPATION']);
    expect(found).toMatchObject({ id: 'tukang-las', matchedText: 'tukng las', start: 11, end: 20 });
    expect(found?.confidenceBp).toBeLessThan(9_000);
  });

  it('does not guess from words it does not know', async () => {
    expect(await resolve('qwertyuiop asdfghjkl')).toEqual([]);
  });

  it.each([
    'lulusan SMK',
    'saya lulusan SMA, tinggal di Palu',
    'lulusan S1 akuntansi',
    'tamatan SMP, belum menikah, pernah bekerja dua tahun',
    'lulus tahun 2019, umur 25 tahun, asli Poso',
    'mantan kuli di rantau, resign bulan lalu',
  ])('takes no word of a life for a misspelt skill: %s', async (text) => {
    const found = await reader.resolve(text, all);
    const words = ({ matchedText }: { matchedText: string }) => matchedText.toLowerCase();
    const names = found.filter(({ type }) => type !== 'REGION').map(words);
    expect(names.filter((name) => !['akuntansi', 's1 akuntansi'].includes(name))).toEqual([]);
  });

  it.each(['tukng las', 'barisat', 'satapm', 'menjahiit', 'adminstrasi'])(
    'still forgives the slip in %s',
    async (text) => {
      expect(await resolve(text)).not.toEqual([]);
    },
  );

  it('gives only the types asked for', async () => {
    expect(await resolve('barista di Bali', ['REGION'])).toEqual(['REGION 51']);
  });

  it('takes no place for a misspelt skill', async () => {
    expect(await resolve('di Donggala', ['COMPETENCY'])).toEqual([]);
  });
});

describe('suggest', () => {
  const suggest = async (q: string, types = all, first = 5) =>
    (await reader.suggest(q, types, first)).map(({ type, id }) => `${type} ${id}`);

  it('completes a name, the same name first', async () => {
    expect((await suggest('barist'))[0]).toMatch(/barista$/);
    expect(await suggest('palu', ['REGION'])).toContain('REGION 72.71');
    expect((await suggest('sigi', ['REGION']))[0]).toBe('REGION 72.10');
  });

  it('forgives a typo where no name starts so', async () => {
    expect(await suggest('satapm', ['OCCUPATION'])).toContain('OCCUPATION satpam-security');
  });

  it('gives as many as asked and nothing for nothing', async () => {
    expect(await suggest('s', ['COMPETENCY'], 3)).toHaveLength(3);
    expect(await suggest('  ')).toEqual([]);
  });
});
