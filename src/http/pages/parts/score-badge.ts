import { type Html, html } from '../layout/html';
import type { Lang } from '../layout/lang';
import type { MatchAnswer } from './match-answers';
import { MATCH_TEXTS } from './match-texts';
import { NUMBER_TEXTS } from './number-texts';
import { formatPoints } from './numbers';

/** The score as two digits and small hundredths. */
export function renderScore(match: MatchAnswer, lang: Lang): Html {
  const { decimal } = NUMBER_TEXTS[lang];
  const [whole, rest] = formatPoints(match.scoreBp, lang).split(decimal);
  return html`<p class="score"><span class="quiet">${MATCH_TEXTS[lang].score} </span><data value="${match.scoreBp}">${whole ?? ''}<small>${decimal}${rest ?? ''}</small></data></p>`;
}

export function renderVerdict(match: MatchAnswer, lang: Lang): Html {
  return html`<span class="verdict v-${match.verdict}">${MATCH_TEXTS[lang].verdicts[match.verdict] ?? match.verdict}</span>`;
}
