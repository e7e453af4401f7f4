import { picturePath } from '../../../services/share/share-links';
import { vacancyPath } from '../../../services/vacancies/vacancy-path';
import { sizeOf } from '../../share/pictures/sizes';
import { underPortal } from '../asking/portal-code';
import { renderAlternates } from '../layout/alternates';
import { type Html, html, Html as SafeMarkup } from '../layout/html';
import { inLanguage } from '../layout/lang';
import { renderOembedLinks } from '../vacancies/discovery';
import type { VacancyPage } from './page';

const LOCALES = { id: 'id_ID', en: 'en_GB' } as const;

export interface VacancyHead {
  title: string;
  description: string;
  /** Printed; null for none. */
  jsonLd: string | null;
}

/** What search engines, messengers and embedding sites read of a vacancy's page. No engine lists an invented one. */
export function renderVacancyHead(
  page: VacancyPage,
  { title, description, jsonLd }: VacancyHead,
): Html {
  const { vacancy, lang, origin } = page;
  const path = vacancyPath(vacancy.slug);
  const url = `${origin}${inLanguage(path, lang)}`;
  const picture = `${origin}${picturePath(vacancy.slug, 'OG', lang === 'en' ? 'EN' : 'ID')}`;
  const { width, height } = sizeOf('og');
  const isIndexed = vacancy.jsonLd !== null;
  return html`${renderAlternates({ origin, path, lang, isIndexed })}
${isIndexed && vacancy.isDemo && html`<meta name="robots" content="noindex">`}
<meta property="og:type" content="website">
<meta property="og:site_name" content="Padan">
<meta property="og:locale" content="${LOCALES[lang]}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${url}">
<meta property="og:image" content="${picture}">
<meta property="og:image:width" content="${width}">
<meta property="og:image:height" content="${height}">
<meta property="og:image:alt" content="${title}">
<meta name="twitter:card" content="summary_large_image">
${renderOembedLinks(underPortal(url, page.portal), title)}
${jsonLd !== null && html`<script type="application/ld+json">${new SafeMarkup(jsonLd)}</script>`}`;
}
