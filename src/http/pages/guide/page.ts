import { WIDGET_PATH } from '../../widget/register-widget';
import { renderAlternates } from '../layout/alternates';
import { type Html, html } from '../layout/html';
import { inLanguage, type Lang } from '../layout/lang';
import { type RenderedPage, renderPage } from '../layout/render-page';
import { makeSnippets, type Snippets } from './snippets';
import { GUIDE_TEXTS, type GuideTexts } from './texts';

export const GUIDE_PATH = '/pasang';

const STYLES = `
.guide p{max-width:70ch;margin-top:.5rem}
.guide pre{white-space:pre-wrap;overflow-wrap:anywhere;-webkit-user-select:all;user-select:all}
.guide table{width:100%;margin-top:.8rem;border-collapse:collapse;font-size:.9375rem}
.guide th,.guide td{padding:.4rem .8rem .4rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
.guide th{font-weight:700;overflow-wrap:normal;white-space:nowrap}
.guide code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.guide ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin-top:.6rem}
.guide li a{display:inline-block;padding:.4rem 0}
padan-vacancies{color-scheme:light dark;--padan-accent:var(--link);--padan-on-accent:var(--card);--padan-background:var(--paper);display:block;margin-top:.8rem}
`.replaceAll('\n', '');

export interface GuideView {
  lang: Lang;
  origin: string;
  /** Name in an address of an open vacancy; null = there is none. */
  slug: string | null;
}

/** How a portal shows our vacancies; its one script is the widget of the live example. */
export function renderGuide({ lang, origin, slug }: GuideView): RenderedPage {
  const texts = GUIDE_TEXTS[lang];
  const { allVacancies, frameTitle } = texts;
  const snippets = makeSnippets({ origin, lang, slug, allVacancies, frameTitle });
  return renderPage({
    lang,
    title: texts.title,
    description: texts.description,
    path: GUIDE_PATH,
    banner: html`<h1>${texts.headline}</h1>
<p class="lead">${texts.lead}</p>`,
    head: html`${renderAlternates({ origin, path: GUIDE_PATH, lang, isIndexed: true })}
<script src="${WIDGET_PATH}" defer></script>`,
    styles: STYLES,
    policy: { 'script-src': "'self'", 'connect-src': "'self'" },
    body: html`${renderWidget(texts, snippets, lang)}
${renderLinks(texts, snippets, { lang, slug, origin })}
${renderData(texts, snippets, lang)}`,
  });
}

/** One click selects all of it; the keyboard reaches it. */
const code = (text: string, label: string) =>
  html`<pre tabindex="0" role="region" aria-label="${label}"><code>${text}</code></pre>`;

function renderWidget(texts: GuideTexts, { widget, colours, policy }: Snippets, lang: Lang): Html {
  return html`<section class="panel guide"><h2 id="widget">${texts.widget}</h2>
<p>${texts.widgetText}</p>
${code(widget, texts.widget)}
<p class="hint">${texts.hint}</p>
<table><thead><tr><th scope="col">${texts.attribute}</th><th scope="col">${texts.meaning}</th></tr></thead>
<tbody>${texts.attributes.map(([name = '', meaning = '']) => html`<tr><th scope="row"><code>${name}</code></th><td>${meaning}</td></tr>`)}</tbody></table>
<p>${texts.colours}</p>
${code(colours, texts.colours)}
<p>${texts.policy}</p>
${code(policy, texts.policy)}
<h3 id="live">${texts.live}</h3>
<padan-vacancies limit="3"><a href="${inLanguage('/lowongan', lang)}">${texts.allVacancies}</a></padan-vacancies></section>`;
}

function renderLinks(
  texts: GuideTexts,
  { frame, feeds }: Snippets,
  { lang, slug, origin }: GuideView,
): Html {
  const page = inLanguage(slug === null ? '/lowongan' : `/lowongan/${slug}`, lang);
  return html`<section class="panel guide"><h2 id="link">${texts.link}</h2>
<p>${texts.linkText}</p>
${code(`${origin}${page}`, texts.link)}
${frame !== null && code(frame, texts.frameTitle)}</section>
<section class="panel guide"><h2 id="feeds">${texts.feeds}</h2>
<p>${texts.feedsText}</p>
${code(feeds, texts.feeds)}</section>`;
}

function renderData(texts: GuideTexts, { curl, snapshot, changes }: Snippets, lang: Lang): Html {
  return html`<section class="panel guide"><h2 id="graphql">${texts.graphql}</h2>
<p>${texts.graphqlText}</p>
${code(curl, texts.graphql)}
<ul><li><a href="/operations.json">${texts.operations}</a></li><li><a href="${inLanguage('/referensi', lang)}">${texts.reference}</a></li><li><a href="/explorer">${texts.explorer}</a></li></ul></section>
<section class="panel guide"><h2 id="mirror">${texts.mirror}</h2>
<p>${texts.mirrorText}</p>
${code(snapshot, texts.snapshot)}
<p>${texts.changesText}</p>
${code(changes, texts.changes)}</section>
<section class="panel guide"><h2 id="key">${texts.key}</h2>
<p>${texts.keyText}</p></section>`;
}
