import { type Html, html } from '../layout/html';
import type { Lang } from '../layout/lang';
import { UNDERSTOOD_TEXTS } from './understood-texts';

/** What some of somebody's words were taken for. */
export interface UnderstoodAnswer {
  type: string;
  matchedText: string;
  confidenceBp: number;
  /** False = shown, not used. */
  isResolved: boolean;
  concept: { label: string };
}

/** One concept with the words it came from, and how sure that is. */
export function renderUnderstoodChip(item: UnderstoodAnswer, lang: Lang): Html {
  const texts = UNDERSTOOD_TEXTS[lang];
  const use = item.isResolved ? 'used' : 'unsure';
  return html`<li class="t-${item.type} ${use}"><b>${item.concept.label}</b> <small>${texts.from} “${item.matchedText}” · ${Math.round(item.confidenceBp / 100)} % ${texts.sure}${!item.isResolved && `, ${texts.unused}`}</small></li>`;
}
