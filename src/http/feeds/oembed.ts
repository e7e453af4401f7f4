import { escapeHtml } from '../../text/escape-html';
import { readPortalCode, underPortal } from '../pages/asking/portal-code';
import { inLanguage, type Lang, pageLanguage } from '../pages/layout/lang';
import { readSearch, type SearchRequest, searchAddress } from '../pages/vacancies/search-request';
import { toXmlText } from './xml-text';

/** What an address of ours shows: one vacancy, by its name or the code of its short link, or a search. */
export type EmbeddedTarget = (
  | { kind: 'vacancy'; slug: string }
  | { kind: 'code'; code: string }
  | { kind: 'search'; search: SearchRequest }
) & {
  lang: Lang;
  /** Code of the portal for which openings count; null for none. */
  portal: string | null;
};

/** An answer of oEmbed 1.0 of the type rich. */
export interface OembedAnswer {
  version: '1.0';
  type: 'rich';
  title: string;
  author_name?: string;
  provider_name: string;
  provider_url: string;
  /** Seconds. */
  cache_age: number;
  width: number;
  height: number;
  html: string;
}

const VACANCY = /^\/(?:lowongan\/([\w-]{1,100})(?:\/kartu)?|bagikan\/([\w-]{1,100}))\/?$/;
const SHORT_LINK = /^\/l\/([\w-]{1,40})$/;

/** What a pasted address shows; null for one that is not ours to embed. */
export function readTarget(address: string, origin: string): EmbeddedTarget | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isOurs =
    url !== null &&
    url.origin === new URL(origin).origin &&
    url.username === '' &&
    url.password === '';
  if (!isOurs) return null;
  return readPath(url, {
    lang: pageLanguage(url.searchParams.get('lang')),
    portal: readPortalCode(url.searchParams.get('portal')),
  });
}

function readPath(
  { pathname, searchParams }: URL,
  common: Pick<EmbeddedTarget, 'lang' | 'portal'>,
): EmbeddedTarget | null {
  if (/^\/lowongan\/?$/.test(pathname)) {
    return { kind: 'search', search: readSearch(Object.fromEntries(searchParams)), ...common };
  }
  const code = SHORT_LINK.exec(pathname)?.[1];
  if (code !== undefined) return { kind: 'code', code, ...common };
  const [, named, shared] = VACANCY.exec(pathname) ?? [];
  const slug = named ?? shared;
  return slug === undefined ? null : { kind: 'vacancy', slug, ...common };
}

/** A target whose page is known. */
export type Shown = Exclude<EmbeddedTarget, { kind: 'code' }>;

/** Path of the page that the link of a card leads to; a search begins there with its first page, as its card does. */
export const pagePath = (target: Shown): string => pathOf(target, '');

/** Path of the card that a target is shown as. */
export const cardPath = (target: Shown): string => pathOf(target, '/kartu');

function pathOf(target: Shown, part: '' | '/kartu'): string {
  const path =
    target.kind === 'vacancy'
      ? inLanguage(`/lowongan/${target.slug}${part}`, target.lang)
      : searchAddress(target.search, {}, `/lowongan${part}`);
  return underPortal(path, target.portal);
}

/** The size of a card within what the embedding site has room for. */
export function sizeWithin(
  size: { width: number; height: number },
  asked: { maxwidth?: unknown; maxheight?: unknown },
): { width: number; height: number } {
  return {
    width: Math.min(size.width, pixelsOf(asked.maxwidth)),
    height: Math.min(size.height, pixelsOf(asked.maxheight)),
  };
}

function pixelsOf(asked: unknown): number {
  const isNumber = typeof asked === 'string' && /^[1-9]\d{0,4}$/.test(asked);
  return isNumber ? Number(asked) : Number.POSITIVE_INFINITY;
}

/** The answer as XML; each value is text. */
export function toXml(answer: OembedAnswer): string {
  const elements = Object.entries(answer).map(
    ([name, value]) => `<${name}>${escapeHtml(toXmlText(String(value)))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`;
}
