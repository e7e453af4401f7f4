import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source';
import {
  type ImportOptions,
  type ImportSource,
  importVacancies,
  memorySource,
} from '../../src/imports';
import { conceptSearch } from '../../src/search/concept-search';
import { textReaders } from '../../src/search/term-catalogue';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';
import { csv, HEADER, workbook } from './files';

const clock = { now: () => new Date('2026-11-21T10:00:00Z') };
const LAS =
  '1,URGENT Tukang Las,E1,"Palu,Sigi",full_time,2026-11-20T08:00:00Z,3000000,4000000,monthly,"Bonus,BPJS | Bisa las listrik, pendidikan SMK, pengalaman minimal 2 tahun"';
const KASIR = '2,Kasir,E2,Palu,contract,2026-11-19,,,,Jujur dan teliti';
const PAWANG = '3,Pawang Hujan,,Atlantis,,2026-11-18,,,,Berdoa';

let database: TestDatabase;
let dataSource: DataSource;
/** Past row level security, to see what was written. */
let owner: DataSource;

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
  owner = await createDataSource(database.migratorUrl).initialize();
});

afterEach(async () => {
  await dataSource.destroy();
  await owner.destroy();
  await database.drop();
});

const run = (source: ImportSource, options: Partial<ImportOptions> = {}) =>
  importVacancies(
    {
      dataSource,
      clock,
      readers: textReaders(dataSource, clock),
      search: conceptSearch(null, dataSource),
    },
    source,
    { sourceName: 'portal', ...options },
  );
const rows = (sql: string) => owner.query<Record<string, unknown>[]>(sql);

describe('importVacancies', () => {
  it('writes a vacancy with the words that led to what was understood', async () => {
    const report = await run(csv(LAS));
    expect(report).toMatchObject({ rows: 1, accepted: 1, created: 1, resolved: 1, open: 1 });
    expect(
      await rows(`SELECT title, state, occupation_id, occupation_matched_text, wage_min, wage_max, wage_unit,
        employment_type, source_kind, array(SELECT region_code FROM vacancy_regions ORDER BY 1) AS regions FROM vacancies`),
    ).toEqual([
      {
        title: 'URGENT Tukang Las',
        state: 'PUBLISHED',
        occupation_id: 'tukang-las',
        occupation_matched_text: 'Tukang Las',
        wage_min: '3000000',
        wage_max: '4000000',
        wage_unit: 'MONTH',
        employment_type: 'PERMANENT',
        source_kind: 'IMPORT',
        regions: ['72.10', '72.71'],
      },
    ]);
    expect(
      await rows(`SELECT kind, necessity, competency_id, education, min_months, matched_text FROM requirements
        WHERE origin = 'EXPLICIT' ORDER BY position`),
    ).toEqual([
      expect.objectContaining({
        competency_id: 'las-smaw',
        necessity: 'SHOULD',
        matched_text: 'las listrik',
      }),
      expect.objectContaining({ kind: 'EDUCATION', education: 'SMK' }),
      expect.objectContaining({ kind: 'EXPERIENCE', min_months: 24 }),
    ]);
    const [{ inferred }] = (await rows(
      "SELECT count(*)::int AS inferred FROM requirements WHERE origin = 'INFERRED'",
    )) as [{ inferred: number }];
    expect(inferred).toBeGreaterThan(2);
  });

  it('shows nothing of an employer that the office stopped', async () => {
    await run(csv(LAS));
    await rows("UPDATE employers SET verification = 'SUSPENDED'");
    await run(csv(LAS.replace('1,URGENT', '4,URGENT')));
    expect(
      await rows('SELECT external_id, state, suspended_from FROM vacancies ORDER BY 1'),
    ).toEqual([
      expect.objectContaining({ external_id: '1', suspended_from: null }),
      { external_id: '4', state: 'SUSPENDED', suspended_from: 'PUBLISHED' },
    ]);
  });

  it('announces vacancies and their unverified employers', async () => {
    await run(csv(LAS, KASIR));
    expect(
      await rows('SELECT kind, count(*)::int FROM outbox GROUP BY kind ORDER BY kind'),
    ).toEqual([
      { kind: 'employer.created', count: 2 },
      { kind: 'vacancy.published', count: 2 },
    ]);
    expect(await rows('SELECT DISTINCT verification, source_kind FROM employers')).toEqual([
      { verification: 'UNVERIFIED', source_kind: 'IMPORT' },
    ]);
  });

  it('changes nothing at the second run', async () => {
    await run(csv(LAS, KASIR, PAWANG));
    const before = await rows('SELECT * FROM vacancies ORDER BY external_id');
    const terms = await rows('SELECT * FROM unresolved_terms ORDER BY term');
    expect(await run(csv(LAS, KASIR, PAWANG))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 3,
    });
    expect(await rows('SELECT * FROM vacancies ORDER BY external_id')).toEqual(before);
    expect(await rows('SELECT * FROM unresolved_terms ORDER BY term')).toEqual(terms);
  });

  it('rewrites a changed row as the next version at the same address', async () => {
    await run(csv(LAS));
    const [before] = await rows('SELECT id, slug FROM vacancies');
    expect(await run(csv(LAS.replace('Tukang Las', 'Barista')))).toMatchObject({ updated: 1 });
    expect(await rows('SELECT id, slug, version, occupation_id FROM vacancies')).toEqual([
      { ...before, version: 2, occupation_id: 'barista' },
    ]);
  });

  it('keeps the state that somebody decided', async () => {
    await run(csv(KASIR));
    await owner.query(
      "UPDATE vacancies SET state = 'CLOSED', closed_reason = 'CANCELLED', closed_at = now()",
    );
    await run(csv(KASIR.replace('Jujur', 'Ramah')));
    expect(await rows('SELECT state, closed_reason, version FROM vacancies')).toEqual([
      { state: 'CLOSED', closed_reason: 'CANCELLED', version: 2 },
    ]);
  });

  it('counts what nobody understood and guesses nothing', async () => {
    expect(await run(csv(PAWANG))).toMatchObject({
      resolved: 0,
      partlyResolved: 0,
      unresolved: 1,
      withOccupation: 0,
    });
    expect(
      await rows('SELECT term, concept_type, origin, count FROM unresolved_terms ORDER BY term'),
    ).toEqual([
      { term: 'atlantis', concept_type: 'REGION', origin: 'import', count: 1 },
      { term: 'pawang hujan', concept_type: 'OCCUPATION', origin: 'import', count: 1 },
    ]);
  });

  it('finds the occupation behind a typo in a title', async () => {
    await run(csv(KASIR.replace('Kasir', 'Tukng Las')));
    expect(await rows('SELECT occupation_id FROM vacancies')).toEqual([
      { occupation_id: 'tukang-las' },
    ]);
  });

  it('finds a misspelt skill in a list of skills where a search is quick', async () => {
    const ad = KASIR.replace('Jujur dan teliti', 'Menguasai Photoshopp dan Klingon.');
    const readers = textReaders(dataSource, clock);
    const search = conceptSearch(null, dataSource);
    const deps = { dataSource, clock, readers, search, searchesSkills: true };
    await importVacancies(deps, csv(ad), { sourceName: 'portal' });
    expect(
      await rows(
        "SELECT competency_id, matched_text FROM requirements WHERE matched_text = 'photoshopp'",
      ),
    ).toEqual([{ competency_id: 'photoshop', matched_text: 'photoshopp' }]);
    expect(await rows('SELECT term FROM unresolved_terms')).toEqual([{ term: 'klingon' }]);
  });

  it('refuses single rows with row, column and reason', async () => {
    const report = await run(csv(LAS, KASIR.replace('2026-11-19', '30/02/2026')));
    expect(report).toMatchObject({
      accepted: 1,
      refused: 1,
      faults: [{ row: 3, column: 'posted_at', reason: 'is not a date' }],
    });
  });

  it.each([
    ['an id that stands twice', csv(LAS, KASIR, LAS)],
    ['an unclosed quote at the end', csv(LAS, '4,"Kasir')],
    ['a missing column', memorySource('a.csv', Buffer.from('title\nKasir'))],
    ['a header alone', memorySource('a.csv', Buffer.from(HEADER))],
  ])('writes nothing of a file with %s', async (_, source) => {
    await expect(run(source)).rejects.toThrow('The file is refused');
    expect(await rows('SELECT id FROM vacancies UNION ALL SELECT id FROM employers')).toEqual([]);
  });

  it('writes nothing at a dry run and reports the same', async () => {
    expect(await run(csv(LAS), { isDryRun: true })).toMatchObject({ created: 1, resolved: 1 });
    expect(await rows('SELECT id FROM vacancies')).toEqual([]);
  });

  it('lets past advertisements arrive expired unless they are moved to today', async () => {
    const past = LAS.replace('2026-11-20', '2021-12-13');
    expect(await run(csv(past))).toMatchObject({ expired: 1 });
    expect(await run(csv(past), { isAsOfToday: true })).toMatchObject({ updated: 1, open: 1 });
    expect(await run(csv(past), { isAsOfToday: true })).toMatchObject({ unchanged: 1 });
  });

  it('goes on where it was stopped', async () => {
    const lines = Array.from({ length: 1_200 }, (_, index) => KASIR.replace('2,', `${index},`));
    const stop = new AbortController();
    const first = await run(csv(...lines), { signal: stop.signal, onProgress: () => stop.abort() });
    expect(first).toMatchObject({ created: 500, isInterrupted: true });
    expect(await run(csv(...lines))).toMatchObject({
      created: 700,
      unchanged: 500,
      isInterrupted: false,
    });
  });

  it('takes JSON Lines and workbooks alike', async () => {
    const json = JSON.stringify({ id: 8, judul: 'Barista', lokasi: ['Palu'], gaji: '3-4 juta' });
    const sheet = workbook([
      ['Kode', 'Judul', 'Lokasi'],
      ['9', 'Kasir', 'Kota Palu'],
    ]);
    await run(memorySource('a.jsonl', Buffer.from(json)));
    await run(memorySource('a.xlsx', sheet));
    expect(
      await rows('SELECT external_id, occupation_id, wage_max FROM vacancies ORDER BY external_id'),
    ).toEqual([
      { external_id: '8', occupation_id: 'barista', wage_max: '4000000' },
      { external_id: '9', occupation_id: 'kasir', wage_max: null },
    ]);
  });
});
