import { type Html, html } from '../../layout/html';
import { MATCH_TEXTS } from '../../parts/match-texts';
import { formatCount } from '../../parts/numbers';
import { renderLegend } from '../../parts/score-bar';
import { type Answer, page } from '../answer';
import { link, renderButton } from '../components';
import { type Fit, type Offer, renderMatchCard } from '../match-card';
import type { Visit } from '../visit';
import { MATCHES_TEXTS, type MatchesTexts } from './texts';

export interface Self {
  me: { fullName: string; status: string; hints: readonly string[]; reconfirmDueOn: string } | null;
  invitations: { edges: readonly { node: { state: string } }[] };
}

export interface Recommended {
  totalConsidered: number;
  totalEligible: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: readonly { rank: number; node: Offer; match: Fit }[];
}

export interface MatchesView {
  readonly self: Self;
  /** Null = not matched at present. */
  readonly found: Recommended | null;
  /** Why not. */
  readonly refusal: string | null;
}

/** The person's own vacancies, best first. */
export function renderMatches(visit: Visit, { self, found, refusal }: MatchesView): Answer {
  const texts = MATCHES_TEXTS[visit.lang];
  return page({
    ...{ title: texts.title, lead: texts.lead },
    body: html`${renderInvited(visit, self, texts)}
${found === null ? renderNotMatched(visit, refusal, texts) : renderFound(visit, found, texts)}
${renderHints(visit, self, texts)}`,
  });
}

function renderInvited(visit: Visit, { invitations }: Self, texts: MatchesTexts): Html {
  if (invitations.edges.every(({ node }) => node.state !== 'INVITED')) return html``;
  return html`<p class="development">${texts.invited} <a href="${link(visit, '/saya/lamaran')}">${texts.answer}</a></p>`;
}

function renderNotMatched(visit: Visit, refusal: string | null, texts: MatchesTexts): Html {
  return html`<section class="panel"><h2>${texts.notMatched}</h2><p>${refusal}</p><div class="buttons"><a class="secondary" href="${link(visit, '/saya/persetujuan')}">${texts.consents}</a>
${renderButton(visit, { action: '/saya/pencarian/aktif', label: texts.search })}</div></section>`;
}

function renderFound(visit: Visit, found: Recommended, texts: MatchesTexts): Html {
  const words = MATCH_TEXTS[visit.lang];
  const { edges, pageInfo } = found;
  return html`<section class="panel"><h2>${texts.order}</h2><p class="counts"><b>${formatCount(found.totalConsidered, visit.lang)}</b> ${words.considered} <span aria-hidden="true">→</span> <b>${formatCount(found.totalEligible, visit.lang)}</b> ${words.eligible}</p>
${edges.length === 0 ? html`<p>${texts.none}</p><p class="hint">${texts.soon}</p>` : renderLegend(visit.lang)}
<ol class="matches">${edges.map(({ rank, node, match }) =>
    renderMatchCard(
      { rank, match, vacancy: node, address: link(visit, `/saya/lowongan/${node.slug}`) },
      visit.lang,
    ),
  )}</ol>
<p class="buttons">${visit.query.has('sesudah') && html`<a href="${link(visit, '/saya')}">${texts.first}</a>`} ${pageInfo.hasNextPage && html`<a class="secondary" href="${link(visit, `/saya?sesudah=${encodeURIComponent(pageInfo.endCursor ?? '')}`)}">${texts.next}</a>`}</p></section>`;
}

function renderHints(visit: Visit, { me }: Self, texts: MatchesTexts): Html {
  const hints = (me?.hints ?? []).flatMap((hint) => {
    const told = texts.hint[hint];
    return told === undefined ? [] : [told];
  });
  if (hints.length === 0) return html``;
  return html`<section class="panel"><h2>${texts.hints}</h2><ul class="rows">${hints
    .slice(0, MOST_HINTS)
    .map(
      ([address, text]) => html`<li><a href="${link(visit, address)}">${text}</a></li>`,
    )}</ul></section>`;
}

const MOST_HINTS = 5;
