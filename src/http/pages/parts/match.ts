import { type Html, html } from '../layout/html';
import type { Lang } from '../layout/lang';
import type { MatchAnswer } from './match-answers';
import { MATCH_TEXTS } from './match-texts';
import { renderVerdict } from './score-badge';
import { renderBreakdown, renderScoreBar } from './score-bar';

/** Bar, verdict, gaps and sum of a match. */
export function renderMatch(match: MatchAnswer, lang: Lang): Html {
  return html`${renderScoreBar(match, lang)}
<p class="gaps">${renderVerdict(match, lang)} ${renderGaps(match, lang)}</p>
${renderBreakdown(match, lang)}`;
}

function renderGaps({ gaps }: MatchAnswer, lang: Lang): Html {
  const texts = MATCH_TEXTS[lang];
  const missing = gaps.map((gap) => gap.missing.label);
  if (missing.length === 0) return html`${texts.missingNothing}`;
  return html`${texts.missing}: <b>${missing.join(', ')}</b>`;
}
