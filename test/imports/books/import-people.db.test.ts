import type { DataSource } from 'typeorm';
import { asActor } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import { memorySource, StructuralFault } from '../../../src/imports';
import { keepIdentity } from '../../../src/services/identity-numbers/identity-rows';
import { aCandidate } from '../../builders';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';
import { workbook } from '../files';
import { ANDI, AT, BOOK_HEADER, book, bookKeys, NIK, SRI, takeBook } from './people-world';

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
const people = () =>
  rows(`SELECT full_name, birth_date::text, gender, region_code, phone, education, status,
    matching_consent_at, account_id FROM candidates ORDER BY full_name`);
const known = (values: Parameters<typeof aCandidate>[1], number: string | null = null) =>
  asActor(dataSource, 'system', async (manager) => {
    const person = await aCandidate(manager, { isDemo: false, ...values });
    const identity = { candidateId: person.id, setBy: 'SELF' as const, at: AT };
    if (number) await keepIdentity(manager, bookKeys.vault, { ...identity, digits: number });
    return person;
  });

describe('importPeople', () => {
  it('takes people as the book names them, without any consent', async () => {
    expect(await takeBook(dataSource, book(SRI, ANDI))).toMatchObject({
      ...{ rows: 2, created: 2, updated: 0, unchanged: 0, refused: 0, leftOutCells: 0 },
    });
    const nobodys = { status: 'ACTIVE', matching_consent_at: null, account_id: null };
    expect(await people()).toEqual([
      {
        ...{ full_name: 'Andi', birth_date: '1990-03-02', gender: 'MALE', region_code: '72.71.02' },
        ...{ phone: '+6281234567891', education: 'S1', ...nobodys },
      },
      {
        ...{ full_name: 'Sri Wahyuni', birth_date: '1995-08-17', gender: 'FEMALE' },
        ...{ region_code: '72.71.01.1004', phone: '+6281234567890', education: 'SMK', ...nobodys },
      },
    ]);
    expect(await rows('SELECT * FROM consents')).toEqual([]);
    expect(await rows('SELECT * FROM candidate_competencies')).toEqual([]);
    expect(
      await rows(
        'SELECT channel, source_name, row_number, words FROM candidate_origins ORDER BY 3',
      ),
    ).toEqual([
      {
        channel: 'OFFICE_BOOK',
        source_name: 'buku 2026',
        row_number: 2,
        words: 'las listrik, kasir',
      },
      { channel: 'OFFICE_BOOK', source_name: 'buku 2026', row_number: 3, words: null },
    ]);
    expect(await rows('SELECT DISTINCT kind FROM outbox')).toEqual([{ kind: 'candidate.created' }]);
  });

  it('changes nothing the second time', async () => {
    await takeBook(dataSource, book(SRI, ANDI));
    const before = await rows('SELECT * FROM candidates ORDER BY id');
    expect(await takeBook(dataSource, book(SRI, ANDI))).toMatchObject({
      ...{ created: 0, updated: 0, unchanged: 2, duplicatesKnown: 0 },
    });
    expect(await rows('SELECT * FROM candidates ORDER BY id')).toEqual(before);
  });

  it('writes nothing when it only looks', async () => {
    const report = await takeBook(dataSource, book(SRI, ANDI), { isDryRun: true });
    expect(report).toMatchObject({ created: 2 });
    expect(await rows('SELECT * FROM candidates')).toEqual([]);
  });

  it('writes anew what the book says anew of somebody who is only in the book', async () => {
    await takeBook(dataSource, book(SRI));
    const report = await takeBook(dataSource, book(SRI.replace('SMK TKJ', 'D3')));
    expect(report).toMatchObject({ created: 0, updated: 1 });
    expect(await people()).toMatchObject([{ education: 'D3' }]);
  });

  it('keeps identity numbers encrypted, and finds the person by the number', async () => {
    await takeBook(dataSource, book(SRI));
    const [{ ciphertext }] = await rows('SELECT ciphertext FROM candidate_identities');
    expect((ciphertext as Buffer).includes(NIK)).toBe(false);
    const again = SRI.replace('Sri Wahyuni', '"SRI WAHYUNI, S.Pd"').replace('0812 3456 7890', '');
    const report = await takeBook(dataSource, book(again), { sourceName: 'buku lain' });
    expect(report).toMatchObject({ created: 0, duplicatesKnown: 1, filledIn: 0 });
    expect(await people()).toHaveLength(1);
  });

  it('fills in what a person left empty, and overwrites nothing that they said', async () => {
    await known({
      fullName: 'Sri W.',
      phone: '+6281234567890',
      birthDate: '1995-08-17',
      gender: null,
      education: 'S1',
    });
    const report = await takeBook(dataSource, book(SRI));
    expect(report).toMatchObject({ created: 0, duplicatesKnown: 1, filledIn: 1 });
    expect(report.duplicates).toEqual([{ row: 2, earlierRow: null }]);
    expect(await people()).toMatchObject([
      { full_name: 'Sri W.', gender: 'FEMALE', education: 'S1', region_code: '72.71.01' },
    ]);
    expect(await takeBook(dataSource, book(SRI))).toMatchObject({ unchanged: 1, filledIn: 0 });
  });

  it('changes nothing of people whom another office knows', async () => {
    await known({ regionCode: '73.71.01', gender: null }, NIK);
    expect(await takeBook(dataSource, book(SRI))).toMatchObject({
      duplicatesKnown: 1,
      filledIn: 0,
    });
    expect(await people()).toMatchObject([{ gender: null }]);
  });

  it('takes a family that shares a telephone for as many people as it has', async () => {
    const sister = 'Rina Wahyuni,,1 Mei 1999,P,,Palu Timur,081234567890,SMA,';
    expect(await takeBook(dataSource, book(SRI, sister))).toMatchObject({ created: 2 });
    const unclear = 'Rini,,,P,,Palu Timur,081234567890,SMA,';
    const report = await takeBook(dataSource, book(unclear), { sourceName: 'buku lain' });
    expect(report).toMatchObject({ created: 0, refused: 1 });
    expect(report.faults).toMatchObject([{ row: 2, column: 'HP' }]);
  });

  it('takes a telephone that stands in every row for nobody’s own', async () => {
    const lines = Array.from({ length: 22 }, (_, at) => {
      const day = String(at + 1).padStart(2, '0');
      return `Orang ${at},,${day}/01/1990,L,,Palu Timur,081234567890,,`;
    });
    const report = await takeBook(dataSource, book(...lines));
    expect(report).toMatchObject({ created: 22, leftOutCells: 2 });
    const [{ count }] = await rows('SELECT count(phone)::integer AS count FROM candidates');
    expect(count).toBe(20);
    expect(await takeBook(dataSource, book(...lines))).toMatchObject({ unchanged: 22 });
  });

  it('takes a row that stands twice once', async () => {
    const report = await takeBook(dataSource, book(SRI, ANDI, SRI));
    expect(report).toMatchObject({ created: 2, duplicatesInFile: 1 });
    expect(report.duplicates).toEqual([{ row: 4, earlierRow: 2 }]);
  });

  it('says row, column and reason of what it refuses, and repeats no number', async () => {
    const report = await takeBook(
      dataSource,
      book(
        SRI.replace(NIK, '7271015713950001'),
        SRI.replace(NIK, '72710157089'),
        SRI.replace(NIK, '7.27101570895E+15'),
        SRI.replace('17 Agustus 1995', '18 Agustus 1995'),
        SRI.replace('17 Agustus 1995', '17 Agustus 2015').replace(NIK, ''),
        `,${NIK},,,,,,,`,
        'Tanpa Apa Pun,,,,,Palu Timur,,,',
        'Orang Dekat,,1 Mei 1999,L,,,081234567899,,',
      ),
    );
    expect(report.refused).toBe(7);
    expect(report.faults.map(({ row, column }) => [row, column])).toEqual([
      [2, 'NIK'],
      [3, 'NIK'],
      [4, 'NIK'],
      [5, 'NIK'],
      [6, 'Tanggal Lahir'],
      [7, 'Nama'],
      [8, 'Nama'],
    ]);
    const text = JSON.stringify(report);
    for (const secret of ['7271015713950001', NIK, '72710157089', 'Sri', '1995']) {
      expect(text).not.toContain(secret);
    }
    expect(report.faults[0].reason).toContain('727101******0001');
  });

  it('refuses names that a spreadsheet would compute', async () => {
    const names = ['=1+1', '@SUM(1)', '+cmd', '-2+3'];
    const report = await takeBook(
      dataSource,
      book(...names.map((name) => SRI.replace('Sri Wahyuni', name)), ANDI.replace(',8', ',+628')),
    );
    expect(report).toMatchObject({ created: 1, refused: 4, leftOutCells: 0 });
    expect(new Set(report.faults.map(({ column }) => column))).toEqual(new Set(['Nama']));
  });

  it('reads how somebody was schooled, whatever "di" is there', async () => {
    await takeBook(
      dataSource,
      book(SRI.replace('SMK TKJ', 'S1 di Untad'), ANDI.replace('S1', 'DI')),
    );
    expect(await people()).toMatchObject([{ education: 'D1' }, { education: 'S1' }]);
  });

  it('refuses rows outside the office’s area and places that nobody knows', async () => {
    const source = memorySource(
      'buku.csv',
      Buffer.from(
        'Nama,NIK,Kota\nSri,7271015708950001,Kota Makassar\nAndi,7271010203900002,Atlantis\n',
      ),
    );
    const report = await takeBook(dataSource, source);
    expect(report).toMatchObject({ created: 1, refused: 1, leftOutCells: 1 });
    expect(report.faults).toMatchObject([{ row: 2, column: 'Kota' }]);
    expect(await people()).toMatchObject([{ full_name: 'Andi', region_code: '72.71' }]);
    const nowhere = await takeBook(dataSource, source, { officeCode: null, sourceName: 'lain' });
    expect(nowhere.faults).toMatchObject([{ row: 3, column: 'Kota' }]);
  });

  it('leaves out single cells that it cannot read, and says so', async () => {
    const odd = 'Sri,7271015708950001,,X,,Palu Timur,0451-421234,Entah,';
    const report = await takeBook(dataSource, book(odd));
    expect(report).toMatchObject({ created: 1, leftOutCells: 3 });
    expect(report.leftOut.map(({ column }) => column)).toEqual(['HP', 'L/P', 'Pendidikan']);
  });

  it('reads workbooks, other column names and codes of places', async () => {
    const sheet = workbook([
      ['Pencaker', 'No. KTP', 'TTL', 'Kode Wilayah'],
      ['Sri', NIK, '34928', '7271011004'],
    ]);
    const columns = new Map([['fullName', 'Pencaker']] as const);
    const report = await takeBook(dataSource, memorySource('buku.xlsx', sheet), { columns });
    expect(report).toMatchObject({ created: 1, refused: 0 });
    expect(await people()).toMatchObject([
      { birth_date: '1995-08-17', region_code: '72.71.01.1004' },
    ]);
  });

  it('takes no number that a workbook has rounded, and passes over what is blank', async () => {
    const sheet = workbook([
      ['Nama', 'NIK', 'HP', ''],
      ['Sri', Number(NIK), '081234567890', ''],
      ['', '', '', ''],
      ['Andi', '7271010203900002', 81234567891, ''],
    ]);
    const report = await takeBook(dataSource, memorySource('buku.xlsx', sheet));
    expect(report).toMatchObject({ rows: 2, created: 1, refused: 1 });
    expect(report.faults[0]).toMatchObject({ row: 2, column: 'NIK' });
    expect(report.faults[0].reason).toContain('rounded');
    expect(await people()).toMatchObject([{ full_name: 'Andi', phone: '+6281234567891' }]);
  });

  it('stands in the audit log by the digest of the file', async () => {
    await takeBook(dataSource, book(SRI));
    await takeBook(dataSource, book(ANDI), { isDryRun: true });
    const entries = await rows('SELECT actor, action, subject_id, detail FROM audit_entries');
    expect(entries).toMatchObject([{ actor: 'system', action: 'book.people_imported' }]);
    expect(entries[0].detail).toMatchObject({ rows: 1, created: 1, refused: 0 });
    expect(entries[0].subject_id).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['an unclosed quote', `${BOOK_HEADER}\n${SRI}\n"Andi,7271`],
    ['a ragged row', `${BOOK_HEADER}\n${SRI}\nAndi,1`],
    ['no name', 'NIK,HP\n1,2'],
    ['a repeated column', 'Nama,NIK,NIK\na,b,c'],
  ])('takes nothing from a book with %s', async (_, text) => {
    const source = memorySource('buku.csv', Buffer.from(text));
    await expect(takeBook(dataSource, source)).rejects.toThrow(StructuralFault);
    expect(await rows('SELECT * FROM candidates')).toEqual([]);
  });

  it('says how a column is named that it does not find', async () => {
    const source = memorySource('buku.csv', Buffer.from('NIK,HP\n1,2'));
    await expect(takeBook(dataSource, source)).rejects.toThrow(
      'name it with --map FILE.json, a file that says {"fullName": "COLUMN"}',
    );
  });

  it('says in which row and column a quote is wrong', async () => {
    const quote = book(SRI, 'Andi,7271010203900002,,L,,Palu "Barat,,,');
    await expect(takeBook(dataSource, quote)).rejects.toMatchObject({
      row: 3,
      column: 'Kecamatan',
    });
    const unclosed = book(SRI, 'Andi,"7271010203900002,,L,,,,,');
    await expect(takeBook(dataSource, unclosed)).rejects.toMatchObject({ row: 3, column: 'NIK' });
  });

  it('takes nothing from archives under another name or in another encoding', async () => {
    const renamed = memorySource('buku.csv', workbook([['Nama']]));
    await expect(takeBook(dataSource, renamed)).rejects.toThrow(/archive/);
    const latin = memorySource(
      'buku.csv',
      Buffer.from(`${BOOK_HEADER}\n${SRI}\nJos\xe9,,,,,,,,`, 'latin1'),
    );
    await expect(takeBook(dataSource, latin)).rejects.toThrow(/row 3: the text is not UTF-8/);
    const text = memorySource('buku.xlsx', Buffer.from(BOOK_HEADER));
    await expect(takeBook(dataSource, text)).rejects.toThrow(StructuralFault);
  });

  it('names a person once when two imports run at once', async () => {
    await Promise.all([
      takeBook(dataSource, book(SRI)),
      takeBook(dataSource, book(SRI), { sourceName: 'buku lain' }),
    ]);
    expect(await people()).toHaveLength(1);
  });
});
