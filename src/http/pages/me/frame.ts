import { type Html, html, Html as SafeMarkup } from '../layout/html';
import { inLanguage } from '../layout/lang';
import { type RenderedPage, renderPage } from '../layout/render-page';
import { MATCH_STYLES } from '../parts/match-styles';
import type { PageContent } from './answer';
import { ME_STYLES } from './styles';
import { ME_TEXTS, type MeTexts } from './texts';
import type { Visit } from './visit';

/** The frame of the seeker's pages: that of all pages, and where somebody who is signed in can go. */
export function renderFrame(visit: Visit, content: PageContent): RenderedPage {
  const { lang, session, token } = visit;
  const texts = ME_TEXTS[lang];
  const { title, lead = null, body } = content;
  const path = content.path ?? `${visit.path}${visit.query.size > 0 ? `?${visit.query}` : ''}`;
  const word = visit.query.get('pesan') ?? '';
  const said = Object.hasOwn(texts.messages, word) ? texts.messages[word] : undefined;
  return renderPage({
    ...{ lang, path },
    title: `${title} · Padan`,
    description: texts.description,
    head: html`<meta name="robots" content="noindex">`,
    banner: html`<h1>${title}</h1>
<p class="lead">${lead}</p>`,
    body: html`${token !== null && renderMenu(visit, path, texts, session?.label ?? null)}
${said !== undefined && html`<p class="done" role="status">${said}</p>`}
${body}`,
    styles: `${MATCH_STYLES}${ME_STYLES}`,
  });
}

const MENU = [
  ['/saya', 'matches'],
  ['/saya/lamaran', 'applications'],
  ['/saya/profil', 'profile'],
  ['/saya/persetujuan', 'consents'],
  ['/saya/data', 'data'],
] as const;

function renderMenu({ lang }: Visit, path: string, texts: MeTexts, label: string | null): Html {
  const [here] = path.split('?', 1);
  return html`<nav class="menu" aria-label="${texts.menu}"><ul>${MENU.map(
    ([address, name]) =>
      html`<li><a href="${inLanguage(address, lang)}"${here === address && new SafeMarkup(' aria-current="page"')}>${texts.pages[name]}</a></li>`,
  )}<li><a href="${inLanguage('/saya/keluar', lang)}">${texts.pages.signOut}</a>${label !== null && html` <small>${label}</small>`}</li></ul></nav>`;
}
