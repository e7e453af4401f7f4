import { type Html, html, Html as SafeMarkup } from './html';
import { ICON } from './icon';
import { inLanguage, type Lang } from './lang';
import { type Directives, pagePolicy } from './page-policy';
import { BASE_STYLES } from './styles';
import { LAYOUT_TEXTS, type LayoutTexts } from './texts';

/** What a page brings to the shared frame. */
export interface Page {
  lang: Lang;
  /** Title of the document, complete. */
  title: string;
  /** One sentence for search engines. */
  description: string;
  /** Path and query of this page, with or without `lang`: the language switch leads there. */
  path: string;
  /** What stands in the dark band below the navigation; usually the `h1` and a `p.lead`. */
  banner?: Html;
  /** A line between the band and the content. */
  notice?: string | null;
  /** The content, inside `main`. Has the `h1` when there is no banner. */
  body: Html;
  /** More elements of the head: canonical and alternate addresses, cards, JSON-LD. */
  head?: Html;
  /** The page's own style, beside the shared one. */
  styles?: string;
  /** An inline script of ours; pages without need have none. */
  script?: string;
  /** Id of the element to which the keyboard skips, and what that link says; default: the content. */
  skip?: { id: string; text: string };
  /** Directives of the policy that this page needs otherwise. */
  policy?: Directives;
  /** More links of the footer. */
  footer?: Html;
}

/** A document and the content security policy with which it must be sent. */
export interface RenderedPage {
  lang: Lang;
  markup: string;
  policy: string;
}

/** A page in the frame that all pages share: head, navigation, language switch, footer, style, policy. */
export function renderPage(page: Page): RenderedPage {
  const { lang, body, notice = null, script = null } = page;
  const texts = LAYOUT_TEXTS[lang];
  const style = `${BASE_STYLES}${page.styles ?? ''}`;
  const skip = page.skip ?? { id: 'main', text: texts.skip };
  const markup = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<meta name="description" content="${page.description}">
<meta name="theme-color" content="#0d3b38">
<link rel="icon" href="${ICON}">
${page.head ?? null}
<style>${new SafeMarkup(style)}</style>
</head>
<body>
<a class="skip" href="#${skip.id}">${skip.text}</a>
<header class="head"><div>
${renderNavigation(page, texts)}
${page.banner ?? null}</div>
<span class="weave"></span></header>
${notice !== null && html`<aside class="notice">${notice}</aside>`}
<main id="main">
${body}
</main>
${renderFooter(page, texts)}
${script !== null && html`<script type="module">${new SafeMarkup(script)}</script>`}
</body>
</html>
`.toString();
  return { lang, markup, policy: pagePolicy(style, script, page.policy) };
}

function renderNavigation({ lang, path }: Page, texts: LayoutTexts): Html {
  const link = (address: string, text: string) => {
    const isHere = path.split('?', 1)[0] === address;
    return html`<a href="${inLanguage(address, lang)}"${isHere && new SafeMarkup(' aria-current="page"')}>${text}</a>`;
  };
  return html`<nav aria-label="Padan"><a class="brand" href="${inLanguage('/', lang)}"><svg viewBox="0 0 28 28" aria-hidden="true"><path d="M2 14 10 6l8 8-8 8z" fill="#f2c14e"/><path d="m10 14 8-8 8 8-8 8z" fill="#5fb3a8" fill-opacity=".85"/></svg>Padan</a>
${link('/lowongan', texts.vacancies)}
${link('/saya', texts.mine)}
${link('/cek', texts.check)}
${link('/pasang', texts.portals)}
<span class="lang" role="group" aria-label="${texts.languages}">${renderLanguage('id', lang, path)}${renderLanguage('en', lang, path)}</span></nav>`;
}

function renderLanguage(lang: Lang, current: Lang, path: string): Html {
  const label = lang.toUpperCase();
  if (lang === current) return html`<b aria-current="true">${label}</b>`;
  return html`<a href="${inLanguage(path, lang)}" lang="${lang}" hreflang="${lang}">${label}</a>`;
}

function renderFooter({ lang, footer }: Page, texts: LayoutTexts): Html {
  return html`<footer class="foot"><p>${texts.footer}</p>
<ul>${footer ?? null}<li><a href="${inLanguage('/periksa', lang)}">${texts.receipts}</a></li><li><a href="/explorer">${texts.explorer}</a></li><li><code>/graphql</code></li></ul></footer>`;
}
