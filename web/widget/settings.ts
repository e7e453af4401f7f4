import type { Lang } from './texts';

/** What the attributes of the element say. */
export interface Settings {
  /** Codes of regions; none = everywhere. */
  regions: readonly string[];
  query: string;
  employmentTypes: readonly string[];
  /** Vacancies of one page, 1 to 50. */
  limit: number;
  lang: Lang;
  api: string | null;
  /** A fixed point; 'off' = nobody is asked where they are. */
  near: Point | 'off' | null;
  /** Public code of the portal's API key. */
  portal: string | null;
}

/** Degrees, with two decimals: about a kilometre. */
export interface Point {
  latitude: number;
  longitude: number;
}

export const ATTRIBUTES = [
  'region',
  'query',
  'employment-type',
  'limit',
  'lang',
  'api',
  'near',
  'portal',
] as const;

const DEFAULT_LIMIT = 10;
const MOST = 50;

export function readSettings(host: HTMLElement): Settings {
  const value = (name: (typeof ATTRIBUTES)[number]) => host.getAttribute(name)?.trim() ?? '';
  return {
    regions: list(value('region')).filter((code) => code !== 'ID'),
    query: value('query'),
    employmentTypes: list(value('employment-type')).map((type) =>
      type.toUpperCase().replace(/-/g, '_'),
    ),
    limit: readLimit(value('limit')),
    lang: readLang(host),
    api: value('api') || null,
    near: readNear(value('near')),
    portal: value('portal') || null,
  };
}

const list = (text: string) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

function readLimit(text: string): number {
  const limit = Math.floor(Number(text));
  return limit >= 1 ? Math.min(limit, MOST) : DEFAULT_LIMIT;
}

/** The element's language or the one of the page around it; Indonesian unless it is English. */
function readLang(host: HTMLElement): Lang {
  const said = host.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang;
  return /^en\b/i.test(said) ? 'en' : 'id';
}

function readNear(text: string): Point | 'off' | null {
  if (text === 'off') return 'off';
  const [latitude = Number.NaN, longitude = Number.NaN] = text.split(',').map(Number);
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) || text === '') return null;
  return roundPoint({ latitude, longitude });
}

/** Two decimals are enough to sort by distance, and too few to tell a house. */
export function roundPoint({ latitude, longitude }: Point): Point {
  return { latitude: round(latitude), longitude: round(longitude) };
}

const round = (degrees: number) => Math.round(degrees * 100) / 100;
