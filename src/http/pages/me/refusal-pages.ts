import { errorCatalogue } from '../../../errors';
import { html } from '../layout/html';
import { type Answer, page } from './answer';
import type { Refusal } from './api';
import { link } from './components';
import { signInAddress } from './sign-in/next-page';
import { ME_TEXTS } from './texts';
import type { Visit } from './visit';

/** A form that no page of ours sent. Nothing of it is repeated. */
export function renderForeign(visit: Visit): Answer {
  const texts = ME_TEXTS[visit.lang].foreign;
  return page({
    ...{ title: texts.title, lead: texts.lead, status: 403, path: '/saya' },
    body: html`<section class="panel"><p><a class="primary" href="${link(visit, '/saya')}">${texts.go}</a></p></section>`,
  });
}

/** A form of a session that is over, with what was typed at length, to be copied. */
export function renderExpired(visit: Visit): Answer {
  const texts = ME_TEXTS[visit.lang].expired;
  const typed = visit.form.longTexts();
  return page({
    ...{ title: texts.title, lead: texts.lead, status: 403, path: '/saya' },
    body: html`<section class="panel"><p><a class="primary" href="${link(visit, visit.token === null ? signInAddress('/saya') : '/saya')}">${texts.go}</a></p>
${
  typed.length > 0 &&
  html`<h2>${texts.typed}</h2>${typed.map(
    ([name, value]) => html`<blockquote class="text" data-field="${name}">${value}</blockquote>`,
  )}`
}</section>`,
  });
}

/** What the API refused, in its own words. */
export function renderRefusal(visit: Visit, { code, message }: Refusal): Answer {
  const texts = ME_TEXTS[visit.lang].refused;
  const known = code in errorCatalogue ? errorCatalogue[code as keyof typeof errorCatalogue] : null;
  const status = known === null || known.status === 200 ? 409 : known.status;
  return page({
    ...{ title: texts.title, lead: message || texts.lead, status },
    body: html`<section class="panel" data-code="${code}"><p class="buttons"><a class="primary" href="${link(visit, '/saya')}">${texts.go}</a></p></section>`,
  });
}
