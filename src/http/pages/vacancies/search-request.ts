import { type EmploymentType, employmentTypes } from '../../../entities/vocabulary';
import type { VacancyOrder } from '../../../services/vacancies/search-vacancies';
import { inLanguage, type Lang, pageLanguage } from '../layout/lang';

/** Names of the orders in an address; the first is the ordinary one. */
export const ORDERS = {
  cocok: 'RELEVANCE',
  terbaru: 'NEWEST',
  tutup: 'CLOSING_SOON',
  upah: 'WAGE',
} as const satisfies Record<string, VacancyOrder>;
export type OrderName = keyof typeof ORDERS;

/** What somebody looks for, as the address says it; an empty text is no condition. */
export interface SearchRequest {
  lang: Lang;
  words: string;
  /** A region's code or what somebody typed as a place. */
  place: string;
  employmentType: EmploymentType | null;
  /** Global id. */
  occupation: string;
  order: OrderName;
  /** Cursor. */
  after: string;
}

const LONGEST = { q: 100, wilayah: 80, pekerjaan: 200, sesudah: 500 };

/** Reads the query string; what is not understood counts as not asked. */
export function readSearch(query: unknown): SearchRequest {
  const parameters = typeof query === 'object' && query !== null ? query : {};
  const text = (name: string): string => {
    const value: unknown = Reflect.get(parameters, name);
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' ? first.trim() : '';
  };
  const short = (name: keyof typeof LONGEST) => text(name).slice(0, LONGEST[name]);
  const type = text('jenis').toUpperCase();
  const order = text('urut').toLowerCase();
  return {
    lang: pageLanguage(Reflect.get(parameters, 'lang')),
    words: short('q'),
    place: short('wilayah'),
    employmentType: employmentTypes.find((it) => it === type) ?? null,
    occupation: short('pekerjaan'),
    order: isOrder(order) ? order : 'cocok',
    after: short('sesudah'),
  };
}

const isOrder = (name: string): name is OrderName => Object.hasOwn(ORDERS, name);

/** The query string of a search, without its language; empty for all vacancies. */
export function searchParameters(search: SearchRequest): URLSearchParams {
  const { words, place, employmentType, occupation, order, after } = search;
  const pairs: readonly (readonly [string, string])[] = [
    ['q', words],
    ['wilayah', place],
    ['jenis', employmentType ?? ''],
    ['pekerjaan', occupation],
    ['urut', order === 'cocok' ? '' : order],
    ['sesudah', after],
  ];
  return new URLSearchParams(pairs.filter(([, value]) => value !== '').map((pair) => [...pair]));
}

/** Where a search is, from its first page unless `after` is among the changes. */
export function searchAddress(
  search: SearchRequest,
  changes: Partial<SearchRequest> = {},
  path = '/lowongan',
): string {
  const changed = { ...search, after: '', ...changes };
  const parameters = searchParameters(changed);
  return inLanguage(parameters.size === 0 ? path : `${path}?${parameters}`, changed.lang);
}
