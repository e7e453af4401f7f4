/** The languages of the pages; Indonesian is the first. */
export type Lang = 'id' | 'en';

/** The language of a page: `?lang=en`, else Indonesian. */
export function pageLanguage(asked: unknown): Lang {
  return asked === 'en' ? 'en' : 'id';
}

/** An address of this server in a language: whatever else its query says is kept. */
export function inLanguage(address: string, lang: Lang): string {
  const [before = '', fragment] = address.split('#', 2);
  const [path = '', query] = before.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.delete('lang');
  if (lang === 'en') parameters.set('lang', 'en');
  const search = parameters.size === 0 ? '' : `?${parameters}`;
  return `${path}${search}${fragment === undefined ? '' : `#${fragment}`}`;
}
