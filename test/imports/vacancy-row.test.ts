import { mapColumns, parseColumnMap } from '../../src/imports/column-map';
import { parseDate } from '../../src/imports/parse-date';
import { datesOf, shiftToToday } from '../../src/imports/vacancy-dates';
import { readVacancyRow } from '../../src/imports/vacancy-row';

const columns = mapColumns([
  'external_id',
  'title',
  'employer_ref',
  'locations',
  'employment',
  'posted_at',
  'closing_date',
  'salary_min',
  'salary_max',
  'salary_period',
  'description',
  'openings',
]);
const read = (cells: Record<string, string>) => {
  const all = { external_id: '1', title: 'Kasir', ...cells };
  return readVacancyRow({ row: 7, cells: new Map(Object.entries(all)) }, columns);
};
const taken = (cells: Record<string, string>) => {
  const result = read(cells);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.vacancy;
};

describe('mapColumns', () => {
  it('knows the usual names in both languages', () => {
    const map = mapColumns(['Kode', 'Judul', 'Nama Perusahaan', 'Lokasi Kerja', 'Gaji Min']);
    expect(Object.fromEntries(map)).toEqual({
      externalId: 'Kode',
      title: 'Judul',
      employerName: 'Nama Perusahaan',
      locations: 'Lokasi Kerja',
      salaryMin: 'Gaji Min',
    });
  });

  it('prefers what the caller says', () => {
    const map = mapColumns(['id', 'title', 'jabatan'], parseColumnMap('title=jabatan'));
    expect(map.get('title')).toBe('jabatan');
  });

  it('refuses a file without an id or a named column that is missing', () => {
    expect(() => mapColumns(['title'])).toThrow(
      'no column holds externalId; name it with --map externalId=COLUMN',
    );
    expect(() => mapColumns(['id', 'title'], parseColumnMap('salary=gaji'))).toThrow(/gaji/);
    expect(() => parseColumnMap('judul')).toThrow(/FIELD=COLUMN/);
  });
});

describe('readVacancyRow', () => {
  it('refuses an employer whose name a spreadsheet would compute', () => {
    const names = mapColumns(['id', 'title', 'company']);
    const cells = new Map([
      ['id', '1'],
      ['title', 'Kasir'],
      ['company', '=1+1'],
    ]);
    expect(readVacancyRow({ row: 2, cells }, names)).toMatchObject({
      faults: [{ row: 2, column: 'company' }],
    });
  });

  it('reads pay, places and the type of employment', () => {
    expect(
      taken({
        locations: 'Palu, Sigi',
        salary_min: '3000000',
        salary_max: '4,5 juta',
        employment: 'full_time',
      }),
    ).toMatchObject({
      locations: ['Palu', 'Sigi'],
      wageMin: 3_000_000,
      wageMax: 4_500_000,
      wageUnit: 'MONTH',
      employmentType: 'PERMANENT',
    });
  });

  it('takes no pay rather than one of an unknown period', () => {
    expect(taken({ salary_min: '60000000', salary_period: 'yearly' })).toMatchObject({
      wageMin: null,
      wageUnit: null,
    });
    expect(taken({ salary_min: '20000', salary_period: 'per jam' })).toMatchObject({
      wageUnit: 'HOUR',
    });
  });

  it('decodes entities and lets the title stand for a missing description', () => {
    expect(taken({ title: 'Kasir &amp; Admin' })).toMatchObject({
      title: 'Kasir & Admin',
      description: 'Kasir & Admin',
    });
  });

  it.each([
    ['2026-12-31', '2026-12-31T16:00:00.000Z'],
    ['29/02/2028', '2028-02-29T16:00:00.000Z'],
    ['2026-12-31T09:00:00Z', '2026-12-31T09:00:00.000Z'],
  ])('is open until %s has ended at the office, or until the time told', (cell, closes) => {
    const { closesAt } = taken({ posted_at: '2026-02-10', closing_date: cell });
    expect(closesAt?.toISOString()).toBe(closes);
  });

  it.each([
    ['external_id', { external_id: ' ' }, 'is blank'],
    ['title', { title: '\u200b' }, 'blank or holds hidden'],
    ['title', { title: 'x'.repeat(201) }, 'longer than 200'],
    ['description', { description: 'x'.repeat(10_001) }, 'longer than 10000'],
    ['posted_at', { posted_at: '2026-02-30' }, 'not a date'],
    ['closing_date', { posted_at: '2026-02-10', closing_date: '2026-02-09' }, 'before the posting'],
    ['salary_min', { salary_min: '-1' }, 'not an amount'],
    ['salary_max', { salary_min: '5000000', salary_max: '4000000' }, 'lower than the minimum'],
    ['openings', { openings: '0' }, 'whole number'],
  ])('refuses the row for its %s', (column, cells, reason) => {
    expect(read(cells as Record<string, string>)).toEqual({
      faults: [{ row: 7, column, reason: expect.stringContaining(reason) }],
    });
  });
});

describe('parseDate', () => {
  it.each([
    ['2021-12-13T17:30:23Z', '2021-12-13T17:30:23.000Z'],
    ['2021-12-13', '2021-12-13T00:00:00.000Z'],
    ['3/12/2021', '2021-12-03T00:00:00.000Z'],
    ['31-11-2021', null],
    ['0001-01-01', null],
    ['kemarin', null],
  ])('reads %s', (text, iso) => {
    expect(parseDate(text)?.toISOString() ?? null).toBe(iso);
  });
});

describe('datesOf', () => {
  const now = new Date('2026-11-21T10:00:00Z');
  const row = taken({ posted_at: '2021-12-13T17:30:00Z' });

  it('leaves a past advertisement expired', () => {
    expect(datesOf(row, 0, now)).toMatchObject({
      isOpen: false,
      publishedAt: new Date('2021-12-13T17:30:00Z'),
    });
  });

  it('moves the newest posting to today and nothing into the future', () => {
    const shiftMs = shiftToToday(new Date('2021-12-13T09:00:00Z'), now);
    expect(datesOf(row, shiftMs, now)).toMatchObject({ isOpen: true, publishedAt: now });
  });

  it('lets nothing stand open for more than 90 days', () => {
    const long = taken({ posted_at: '2026-11-20', closing_date: '2027-11-20' });
    expect(datesOf(long, 0, now).validThrough).toEqual(new Date('2027-02-18T00:00:00Z'));
  });
});
