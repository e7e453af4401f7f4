import { renderAlternates } from '../layout/alternates';
import { type Html, html } from '../layout/html';
import { type RenderedPage, renderPage } from '../layout/render-page';
import { renderCountsPanel } from './counts-panel';
import { renderEmployerPanel } from './employer-panel';
import type { HomeView } from './home-view';
import { renderSeekerPanel } from './seeker-panel';
import { HOME_STYLES } from './styles';
import { HOME_TEXTS } from './texts';

export interface HomePage extends HomeView {
  /** Before the path of absolute links. */
  origin: string;
}

/** The home page. */
export function renderHome(view: HomePage): RenderedPage {
  const texts = HOME_TEXTS[view.lang];
  return renderPage({
    lang: view.lang,
    title: texts.htmlTitle,
    description: texts.lead,
    path: pageAddress(view),
    head: renderAlternates({ ...view, path: '/', isIndexed: true }),
    styles: HOME_STYLES,
    skip: { id: 'results', text: texts.skip },
    banner: html`<h1>${texts.headline}</h1>
<p class="lead">${texts.lead}</p>`,
    notice: view.employer?.kind === 'demo' ? texts.demoNotice : null,
    body: html`${renderSeekerPanel(view.seeker, view.lang)}
${renderOther(view)}`,
  });
}

function renderOther(view: HomeView): Html {
  if (view.employer === null) return html``;
  if (view.employer.kind === 'counts') return renderCountsPanel(view.employer, view.lang);
  return renderEmployerPanel(view.employer, [...pageParameters(view)], view.lang);
}

/** This page again: same words, same place, same requirement left out. */
function pageAddress(view: HomeView): string {
  const parameters = pageParameters(view);
  if (view.employer?.kind === 'demo' && view.employer.without !== null) {
    parameters.set('without', view.employer.without);
  }
  return `/?${parameters}`;
}

function pageParameters({ lang, seeker: { skills, place } }: HomeView): URLSearchParams {
  const parameters = new URLSearchParams({ skills, place });
  if (lang === 'en') parameters.set('lang', 'en');
  return parameters;
}
