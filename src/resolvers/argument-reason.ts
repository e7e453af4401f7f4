import type { Localised } from '../errors';

/** What class-validator calls its checks, in the client's language; `$1`, `$2` are the numbers it states. */
const known: Readonly<Record<string, Localised>> = {
  min: { en: 'it must be at least $1', id: 'harus paling sedikit $1' },
  max: { en: 'it must be at most $1', id: 'harus paling banyak $1' },
  isLength: {
    en: 'it must have between $1 and $2 characters',
    id: 'harus antara $1 dan $2 karakter',
  },
  minLength: { en: 'it needs at least $1 characters', id: 'harus paling sedikit $1 karakter' },
  maxLength: { en: 'it may have at most $1 characters', id: 'paling banyak $1 karakter' },
  arrayMaxSize: { en: 'it may have at most $1 entries', id: 'paling banyak $1 isian' },
  arrayMinSize: { en: 'it needs at least $1 entries', id: 'harus paling sedikit $1 isian' },
  arrayUnique: { en: 'it repeats an entry', id: 'memuat isian ganda' },
  isNotEmpty: { en: 'it must not be empty', id: 'tidak boleh kosong' },
  isInt: { en: 'it must be a whole number', id: 'harus bilangan bulat' },
  isLatitude: {
    en: 'it must be a latitude between -90 and 90',
    id: 'harus lintang antara -90 dan 90',
  },
  isLongitude: {
    en: 'it must be a longitude between -180 and 180',
    id: 'harus bujur antara -180 dan 180',
  },
  isUrl: { en: 'it must be an https address', id: 'harus alamat https' },
  whitelistValidation: { en: 'there is no such field', id: 'kolom ini tidak ada' },
};
const other: Localised = { en: 'it is not accepted', id: 'tidak dapat diterima' };
const NUMBERS = /-?\d+(\.\d+)?/g;

/** Of patterns, each of which says itself what it asks for: `@Matches(PATTERN, { context: shapes.month })`. */
export const shapes = {
  regionCode: {
    en: 'it must be an official region code such as 72.71',
    id: 'harus kode wilayah resmi, misalnya 72.71',
  },
  month: { en: 'it must be a month such as 2026-11', id: 'harus bulan, misalnya 2026-11' },
  action: {
    en: 'it must be an action such as candidate.exported',
    id: 'harus nama tindakan, misalnya candidate.exported',
  },
} as const satisfies Record<string, Localised>;

/**
 * Why an argument was refused; class-validator's own words may name a property that the schema calls otherwise.
 * `stated`: the reason that the decorator gives itself.
 */
export function argumentReason(constraint: string, text: string, stated?: Localised): Localised {
  const { en, id } = stated ?? known[constraint] ?? other;
  const [first = '', second = ''] = text.match(NUMBERS) ?? [];
  const fill = (template: string) => template.replace('$1', first).replace('$2', second);
  return { en: fill(en), id: fill(id) };
}
