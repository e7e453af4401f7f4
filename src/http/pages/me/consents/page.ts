import { type Html, html } from '../../layout/html';
import { formatDay } from '../../parts/days';
import { type Answer, page } from '../answer';
import type { Refusal } from '../api';
import { link, renderButton, renderProblems } from '../components';
import { nameOf } from '../labels';
import type { ConsentTextAnswer } from '../vacancy/answers';
import type { Visit } from '../visit';
import { CONSENTS_TEXTS, type ConsentsTexts } from './texts';

interface Consent {
  id: string;
  purpose: string;
  isLive: boolean;
  grantedAt: string;
  expiresAt: string | null;
  withdrawnAt: string | null;
  textVersion: string;
  channel: string;
  employer: { name: string } | null;
  vacancy: { title: string; slug: string } | null;
}
export interface ConsentsAnswer {
  consentTexts: readonly ConsentTextAnswer[];
  consents: { edges: readonly { node: Consent }[] };
}

const isSharing = ({ purpose }: { purpose: string }) => purpose.startsWith('SHARE_');

/** Every purpose with its words, its effect and one step in or out. */
export function renderConsents(
  visit: Visit,
  answer: ConsentsAnswer,
  problems: readonly Refusal[] = [],
): Answer {
  const texts = CONSENTS_TEXTS[visit.lang];
  const consents = answer.consents.edges.map(({ node }) => node);
  const general = answer.consentTexts.filter((text) => !isSharing(text));
  const shared = consents.filter((consent) => isSharing(consent) && consent.isLive);
  return page({
    ...{ title: texts.title, lead: texts.lead, path: '/saya/persetujuan' },
    ...(problems.length > 0 ? { status: 422 } : {}),
    body: html`${renderProblems(problems, visit.lang)}${general.map((text) => renderPurpose(visit, text, consents, texts))}
<section class="panel"><h2>${texts.sharing}</h2>${shared.length === 0 && html`<p>${texts.noSharing}</p>`}
<ul class="rows">${shared.map((consent) => renderShared(visit, consent, texts))}</ul></section>
<section class="panel"><details><summary>${texts.history}</summary><ul class="rows">${consents
      .slice(0, MOST_SHOWN)
      .map((consent) => renderPast(visit, consent, texts))}</ul></details></section>`,
  });
}

const MOST_SHOWN = 40;

function renderPurpose(
  visit: Visit,
  { purpose, version, text }: ConsentTextAnswer,
  consents: readonly Consent[],
  texts: ConsentsTexts,
): Html {
  const { lang } = visit;
  const live = consents.find((consent) => consent.purpose === purpose && consent.isLive);
  return html`<section class="panel" data-purpose="${purpose}" data-live="${live === undefined ? 'no' : 'yes'}"><h2>${nameOf('consentPurposes', purpose, lang)}</h2>
<p><b>${live === undefined ? texts.none : texts.live}</b>${live !== undefined && ` ${texts.since} ${formatDay(live.grantedAt, lang)}`}</p>
<blockquote class="text">${text}</blockquote><p class="hint">${texts.effects[purpose] ?? null}</p>
<div class="buttons">${
    live === undefined
      ? renderButton(visit, {
          ...{ action: '/saya/persetujuan/beri', hidden: { tujuan: purpose, versi: version } },
          ...{ label: texts.grant, className: 'primary' },
        })
      : renderWithdraw(visit, live, texts)
  }</div></section>`;
}

const renderWithdraw = (visit: Visit, { id }: Consent, texts: ConsentsTexts): Html =>
  renderButton(visit, {
    ...{ action: '/saya/persetujuan/cabut', hidden: { id } },
    label: texts.withdraw,
  });

const subjectOf = ({ employer, vacancy }: Consent): string =>
  [employer?.name, vacancy?.title].filter((name) => name !== undefined).join(' · ');

function renderShared(visit: Visit, consent: Consent, texts: ConsentsTexts): Html {
  const { lang } = visit;
  const { vacancy, purpose, expiresAt } = consent;
  return html`<li><b>${subjectOf(consent)}</b>: ${nameOf('consentPurposes', purpose, lang)}${expiresAt !== null && `, ${texts.until} ${formatDay(expiresAt, lang)}`}
<p class="hint">${texts.effects[purpose] ?? null}</p>${vacancy !== null && html`<a href="${link(visit, `/saya/lowongan/${vacancy.slug}`)}">${vacancy.title}</a> `}${renderWithdraw(visit, consent, texts)}</li>`;
}

function renderPast({ lang }: Visit, consent: Consent, texts: ConsentsTexts): Html {
  const { purpose, grantedAt, withdrawnAt, expiresAt, isLive, textVersion, channel } = consent;
  const end = withdrawnAt ?? expiresAt;
  const ending = withdrawnAt !== null ? texts.withdrawn : isLive ? texts.until : texts.ended;
  return html`<li>${nameOf('consentPurposes', purpose, lang)} <small>${subjectOf(consent)}</small><br>${formatDay(grantedAt, lang)} (${nameOf('consentChannels', channel, lang)}, ${texts.version} ${textVersion})${end !== null && `, ${ending} ${formatDay(end, lang)}`}</li>`;
}
