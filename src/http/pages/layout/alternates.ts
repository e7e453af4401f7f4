import { type Html, html } from './html';
import { inLanguage, type Lang } from './lang';

export interface Alternates {
  /** Before the path, such as `https://kerja.example.go.id`. */
  origin: string;
  path: string;
  lang: Lang;
  /** Whether search engines may list the page. */
  isIndexed: boolean;
}

/** The one address of a page and those of its languages; for a page that is not to be listed, just that. */
export function renderAlternates({ origin, path, lang, isIndexed }: Alternates): Html {
  if (!isIndexed) return html`<meta name="robots" content="noindex">`;
  const address = (language: Lang) => `${origin}${inLanguage(path, language)}`;
  return html`<link rel="canonical" href="${address(lang)}">
<link rel="alternate" hreflang="id" href="${address('id')}">
<link rel="alternate" hreflang="en" href="${address('en')}">
<link rel="alternate" hreflang="x-default" href="${address('id')}">`;
}
