import { readSearch, searchAddress } from '../../src/http/pages/vacancies/search-request';
import { whyClosed } from '../../src/http/pages/vacancy/standing';

describe('readSearch', () => {
  it('reads what an address says', () => {
    const query = { q: ' las ', wilayah: '72.71', jenis: 'permanent', urut: 'UPAH', lang: 'en' };
    expect(readSearch(query)).toEqual({
      ...{ lang: 'en', words: 'las', place: '72.71', employmentType: 'PERMANENT' },
      ...{ occupation: '', order: 'upah', after: '' },
    });
  });

  it.each([null, 'x', { q: { a: 1 }, jenis: 'constructor', urut: '__proto__', lang: ['en'] }])(
    'takes %j for a search of everything',
    (query) => {
      expect(searchAddress(readSearch(query))).toBe('/lowongan');
    },
  );

  it('cuts what is too long', () => {
    expect(readSearch({ q: 'a'.repeat(9_000) }).words).toHaveLength(100);
  });
});

describe('searchAddress', () => {
  it('begins anew where anything changes, and keeps the language', () => {
    const search = readSearch({ q: 'tukang las', sesudah: 'abc', urut: 'cocok', lang: 'en' });
    expect(searchAddress(search, { place: '72' })).toBe(
      '/lowongan?q=tukang+las&wilayah=72&lang=en',
    );
    expect(searchAddress(search, { after: 'def' })).toBe(
      '/lowongan?q=tukang+las&sesudah=def&lang=en',
    );
  });
});

describe('whyClosed', () => {
  const now = new Date('2026-11-22T00:00:00Z');
  const why = (state: string, closedReason: string | null = null, closedAt: string | null = null) =>
    whyClosed({ state, closedReason, closedAt, validThrough: '2026-12-01T00:00:00Z' }, 'id', now);

  it.each([
    ['PUBLISHED', null, null],
    ['FILLED', 'FILLED_HERE', 'Lowongan ini sudah ditutup. Sudah terisi.'],
    [
      'CLOSED',
      'FRAUD',
      'Iklan ini penipuan dan sudah diturunkan. Dinas tenaga kerja menurunkannya karena penipuan. Jangan melamar, dan jangan kirim uang, dokumen, atau data pribadi. Sudah terlanjur? Hubungi dinas tenaga kerja.',
    ],
    ['CLOSED', null, 'Lowongan ini sudah ditutup.'],
    ['EXPIRED', null, 'Lowongan ini sudah ditutup. Batas waktunya sudah lewat.'],
    ['PAUSED', null, 'Lowongan ini sedang dijeda oleh pemberi kerja.'],
  ])('says of %s, %s: %s', (state, reason, expected) => {
    expect(why(state, reason)).toBe(expected);
  });

  it('tells the day of a vacancy that ended by its date', () => {
    const ended = { state: 'PUBLISHED', validThrough: '2026-11-20T00:00:00Z' };
    expect(whyClosed({ ...ended, closedReason: null, closedAt: null }, 'en', now)).toBe(
      'This vacancy has been closed since 20 November 2026. Its time is over.',
    );
  });
});
