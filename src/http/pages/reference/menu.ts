import { type Html, html, Html as SafeMarkup } from '../layout/html';
import { inLanguage, type Lang } from '../layout/lang';
import type { ReferencePage } from './reference-pages';

/** The parts of the reference, in the order of its menu. */
const SECTIONS = [
  ['operations/queries', 'Queries'],
  ['operations/mutations', 'Mutations'],
  ['operations/subscriptions', 'Subscriptions'],
  ['types/objects', 'Objects'],
  ['types/inputs', 'Inputs'],
  ['types/enums', 'Enums'],
  ['types/interfaces', 'Interfaces'],
  ['types/unions', 'Unions'],
  ['types/scalars', 'Scalars'],
] as const;

export interface Section {
  readonly path: string;
  readonly title: string;
  readonly pages: readonly ReferencePage[];
}

/** The pages by section; sections without pages are left out. */
export function sectionsOf(pages: readonly ReferencePage[]): Section[] {
  return SECTIONS.map(([path, title]) => ({
    ...{ path, title },
    pages: pages.filter((page) => page.path.startsWith(`${path}/`)),
  })).filter((section) => section.pages.length > 0);
}

/** The menu; the section of the page that is shown is open. */
export function renderMenu(sections: readonly Section[], current: string | null, lang: Lang): Html {
  return html`<nav class="panel menu" aria-label="API"><h2>API</h2>
${sections.map(({ path, title, pages }) => {
  const isOpen = current === null ? path === 'operations/queries' : current.startsWith(`${path}/`);
  return html`<details${isOpen && new SafeMarkup(' open')}><summary>${title} (${pages.length})</summary>
<ul>${pages.map((page) => renderEntry(page, current, lang))}</ul></details>`;
})}</nav>`;
}

function renderEntry({ path, title }: ReferencePage, current: string | null, lang: Lang): Html {
  const here = path === current && new SafeMarkup(' aria-current="page"');
  return html`<li><a href="${referenceAddress(path, lang)}"${here}>${title}</a></li>`;
}

/** The address of a page of the reference. */
export function referenceAddress(path: string, lang: Lang): string {
  return inLanguage(`/referensi/${path}`, lang);
}
