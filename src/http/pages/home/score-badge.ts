import { type Html, html } from '../html';
import type { MatchAnswer } from './answers';
import { formatPoints } from './numbers';
import type { Texts } from './texts';

/** The score as two digits and small hundredths. */
export function renderScore(match: MatchAnswer, texts: Texts): Html {
  const [whole, rest] = formatPoints(match.scoreBp, texts).split(texts.decimal);
  return html`<p class="score"><span class="quiet">${texts.score} </span><data value="${match.scoreBp}">${whole ?? ''}<small>${texts.decimal}${rest ?? ''}</small></data></p>`;
}

export function renderVerdict(match: MatchAnswer, texts: Texts): Html {
  return html`<span class="verdict v-${match.verdict}">${texts.verdicts[match.verdict] ?? match.verdict}</span>`;
}
