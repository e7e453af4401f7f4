import type { DataSource } from 'typeorm';
import { asActor } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import { memorySource } from '../../../src/imports';
import { bookTemplate, importEmployers, importPeople, templates } from '../../../src/imports/books';
import { readRecords } from '../../../src/imports/records';
import { anEmployer } from '../../builders';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';
import { AT, bookKeys } from './people-world';

const HEADER = 'Nama Perusahaan,NIB,Sektor,KBLI,Alamat,Kota,Kontak,Telepon';
const NIB = '9120304050607';
const MAJU = `PT Maju Jaya,${NIB},Swasta,47111,Jl. Hasanuddin 1,Kota Palu,Ibu Rina,0451-421234`;
const WARUNG = 'Warung Bu Ani,,,Rumah makan,,Palu,,081234567890';

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

const rows = (sql: string) => owner.query<Record<string, unknown>[]>(sql);
const take = (lines: string[], options: object = {}) =>
  importEmployers(
    { dataSource, clock: { now: () => AT }, keys: bookKeys },
    memorySource('usaha.csv', Buffer.from([HEADER, ...lines].join('\n'))),
    { sourceName: 'wajib lapor', officeCode: '72.71', ...options },
  );

describe('importEmployers', () => {
  it('takes employers unverified, and nobody acts for them', async () => {
    expect(await take([MAJU, WARUNG])).toMatchObject({ created: 2, refused: 0, leftOutCells: 0 });
    expect(
      await rows(`SELECT e.name, sector, verification, source_kind, region_code, business_id_number, industry, contact_name, phone
        FROM employers e JOIN employer_book_entries ON employer_id = e.id ORDER BY e.name`),
    ).toEqual([
      {
        ...{ name: 'PT Maju Jaya', sector: 'PRIVATE', verification: 'UNVERIFIED' },
        ...{ source_kind: 'IMPORT', region_code: '72.71', business_id_number: NIB },
        ...{ industry: '47111', contact_name: 'Ibu Rina', phone: '0451-421234' },
      },
      expect.objectContaining({ name: 'Warung Bu Ani', industry: 'Rumah makan' }),
    ]);
    expect(await rows('SELECT * FROM memberships')).toEqual([]);
  });

  it('changes nothing the second time, and what changed the third time', async () => {
    await take([MAJU, WARUNG]);
    expect(await take([MAJU, WARUNG])).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const renamed = MAJU.replace('PT Maju Jaya', 'PT Maju Jaya Abadi');
    expect(await take([renamed, WARUNG])).toMatchObject({ updated: 1, unchanged: 1 });
    expect(await rows('SELECT name FROM employers ORDER BY 1')).toEqual([
      { name: 'PT Maju Jaya Abadi' },
      { name: 'Warung Bu Ani' },
    ]);
  });

  it('makes no second one of an employer that signed up, and leaves it as it is', async () => {
    const known = await asActor(dataSource, 'system', async (manager) => {
      const employer = await anEmployer(manager, { name: 'Maju', isDemo: false });
      await manager.query(
        `INSERT INTO employer_registrations (employer_id, business_id_number, registered_at, decide_by)
         VALUES ($1, $2, now(), now())`,
        [employer.id, NIB],
      );
      return employer;
    });
    expect(await take([MAJU])).toMatchObject({ created: 0, duplicatesKnown: 1 });
    expect(await rows('SELECT id, name FROM employers')).toEqual([{ id: known.id, name: 'Maju' }]);
    expect(await take([MAJU])).toMatchObject({ unchanged: 1, duplicatesKnown: 0 });
  });

  it('says row, column and reason of what it refuses', async () => {
    const report = await take([
      MAJU.replace(NIB, '912030405'),
      MAJU.replace('Kota Palu', 'Kota Makassar'),
      `,${NIB},,,,Palu,,`,
      WARUNG,
      WARUNG,
    ]);
    expect(report).toMatchObject({ created: 1, refused: 3, duplicatesInFile: 1 });
    expect(report.faults.map(({ row, column }) => [row, column])).toEqual([
      [2, 'NIB'],
      [3, 'Kota'],
      [4, 'Nama Perusahaan'],
    ]);
  });

  it.each(['NIK', 'Tanggal Lahir', 'L/P'])(
    'refuses a book with %s for one of people',
    async (column) => {
      const source = memorySource('buku.csv', Buffer.from(`Nama,${column},HP,Kota\nSri,x,,Palu`));
      const deps = { dataSource, clock: { now: () => AT }, keys: bookKeys };
      await expect(importEmployers(deps, source, { sourceName: 'buku' })).rejects.toMatchObject({
        column,
      });
      expect(await rows('SELECT * FROM employers')).toEqual([]);
    },
  );

  it('takes the number of an owner beside a NIB', async () => {
    const text = `Nama,NIB,NIK,Kota\nWarung,${NIB},7271015708950001,Palu`;
    const deps = { dataSource, clock: { now: () => AT }, keys: bookKeys };
    const source = memorySource('usaha.csv', Buffer.from(text));
    expect(
      await importEmployers(deps, source, { sourceName: 'usaha', officeCode: '72.71' }),
    ).toMatchObject({ created: 1 });
  });

  it('refuses names that a spreadsheet would compute, and takes telephone numbers with +', async () => {
    const report = await take([
      WARUNG.replace('Warung', '=HYPERLINK(1)'),
      MAJU.replace('Ibu Rina', '@SUM(1)'),
      WARUNG.replace('081234567890', '+6281234567890'),
    ]);
    expect(report).toMatchObject({ created: 1, refused: 2 });
    expect(report.faults.map(({ row, column }) => [row, column])).toEqual([
      [2, 'Nama Perusahaan'],
      [3, 'Kontak'],
    ]);
  });

  it('writes nothing when it only looks', async () => {
    expect(await take([MAJU], { isDryRun: true })).toMatchObject({ created: 1 });
    expect(await rows('SELECT * FROM employers')).toEqual([]);
  });
});

describe('bookTemplate', () => {
  it.each(['people', 'employers'] as const)(
    'makes a book of %s that can be taken',
    async (kind) => {
      const take = kind === 'people' ? importPeople : importEmployers;
      for (const name of ['buku.csv', 'buku.xlsx']) {
        const source = memorySource(name, Buffer.from(bookTemplate(templates[kind], name)));
        const deps = { dataSource, clock: { now: () => AT }, keys: bookKeys };
        await expect(take(deps, source, { sourceName: 'kosong' })).rejects.toThrow(/no rows/);
      }
    },
  );

  it('is read as columns, all of them known', async () => {
    const text = `${templates.people.join(',')}\n${templates.people.map(() => 'x').join(',')}\n`;
    const source = memorySource('buku.csv', Buffer.from(text));
    for await (const { cells } of readRecords(source)) {
      expect([...cells.keys()]).toEqual([...templates.people]);
    }
  });
});
