import { verifyPath } from '../../services/share/share-links';
import { html } from '../pages/layout/html';
import { inLanguage, type Lang } from '../pages/layout/lang';
import { type RenderedPage, renderPage } from '../pages/layout/render-page';

const TEXTS = {
  id: {
    title: 'Tautan pendek ini tidak dikenal.',
    lead: 'Itu tidak mengatakan apa pun tentang iklannya: mungkin salah ketik, mungkin bukan dari sini.',
    check: 'Cek kode di iklan Anda',
  },
  en: {
    title: 'This short link is not known.',
    lead: 'That says nothing about the ad: it may be mistyped, or from elsewhere.',
    check: 'Check the code on your ad',
  },
};

/** What a short link says that leads nowhere: where to check, and to report. */
export function renderUnknownLink(lang: Lang, code: string, path: string): RenderedPage {
  const texts = TEXTS[lang];
  return renderPage({
    ...{ lang, path },
    title: `${texts.title} · Padan`,
    description: texts.lead,
    head: html`<meta name="robots" content="noindex">`,
    banner: html`<h1>${texts.title}</h1><p class="lead">${texts.lead}</p>`,
    body: html`<section class="panel"><p><a class="primary" href="${inLanguage(verifyPath(code), lang)}">${texts.check}</a></p></section>`,
  });
}
