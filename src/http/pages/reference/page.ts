import { type Html, html, Html as SafeMarkup } from '../layout/html';
import { inLanguage, type Lang } from '../layout/lang';
import { type RenderedPage, renderPage } from '../layout/render-page';
import { type ExampleValues, fillExample } from './example-values';
import { referenceAddress, renderMenu, type Section } from './menu';
import type { ReferencePage } from './reference-pages';
import { REFERENCE_STYLES } from './styles';

const LEAD =
  'What anybody may ask of the public endpoint, made of its schema; the examples run on this server.';

/** The first page: all operations with what they answer. */
export function renderReferenceIndex(sections: readonly Section[], lang: Lang): RenderedPage {
  const operations = sections.filter(({ path }) => path.startsWith('operations/'));
  return renderPage({
    ...frame(lang),
    title: 'Padan · API reference',
    description: LEAD,
    path: '/referensi',
    banner: banner('API reference', LEAD),
    body: html`${renderMenu(sections, null, lang)}
<article class="panel reference" lang="en">
<p>Address: <code>/graphql</code>, by GET (from pages of other sites, too) or POST. No key is needed within the public budget; see <a href="${inLanguage('/pasang', lang)}">the guide for portals</a> and <a href="/explorer">the explorer</a>.</p>
${operations.map(
  ({ title, pages }) => html`<h2>${title}</h2>
<div class="operations"><dl>${pages.map(
    (page) =>
      html`<div><dt><a href="${referenceAddress(page.path, lang)}"><code>${page.title}</code></a></dt><dd>${page.summary}</dd></div>`,
  )}</dl></div>`,
)}
</article>`,
  });
}

/** The page of an operation or a type. */
export function renderReferencePage(
  page: ReferencePage,
  sections: readonly Section[],
  values: ExampleValues,
  lang: Lang,
): RenderedPage {
  return renderPage({
    ...frame(lang),
    title: `${page.title} · Padan API`,
    description: page.summary || LEAD,
    path: `/referensi/${page.path}`,
    banner: banner(page.title, page.summary),
    body: html`${renderMenu(sections, page.path, lang)}
<article class="panel reference" lang="en">
${page.example !== null && renderExample(fillExample(page.example, values))}
${new SafeMarkup(leadOn(page.html, lang))}
</article>`,
  });
}

/** Links to other pages of the reference, in the language of this one. */
const leadOn = (markup: string, lang: Lang) =>
  markup.replace(/(?<=href=")\/referensi\/[^"#]+/g, (address) => inLanguage(address, lang));

const frame = (lang: Lang) => ({ lang, styles: REFERENCE_STYLES });

const banner = (title: string, lead: string) =>
  html`<h1 lang="en">${title}</h1><p class="lead" lang="en">${lead}</p>`;

function renderExample(query: string): Html {
  return html`<h2 id="example">Example</h2>
<pre tabindex="0"><code>${query}</code></pre>
<p><a class="run" href="/graphql?${new URLSearchParams({ query }).toString()}">Run it</a></p>`;
}
