import { type Html, html } from '../../layout/html';
import type { Lang } from '../../layout/lang';
import { MATCH_TEXTS } from '../../parts/match-texts';
import { formatMonths } from '../../parts/numbers';
import { renderUnderstoodChip, type UnderstoodAnswer } from '../../parts/understood';
import { UNDERSTOOD_TEXTS } from '../../parts/understood-texts';
import { nameOf } from '../labels';

/** What else the words were used for; months of work. */
export interface UsedFacts {
  assumedCompetencies: readonly { label: string }[];
  education: string | null;
  experienceMonths: number | null;
}

/** What somebody's words were taken for, each with the words. */
export function renderUnderstood(
  { understood, used }: { understood: readonly UnderstoodAnswer[]; used: UsedFacts },
  lang: Lang,
): Html {
  const texts = UNDERSTOOD_TEXTS[lang];
  const facts = told(used, lang);
  if (understood.length + facts.length === 0)
    return html`<p class="nothing">${texts.understoodNothing}</p>`;
  const assumed = used.assumedCompetencies.map(({ label }) => label).slice(0, MOST_ASSUMED);
  return html`<h2>${texts.understood}</h2>
<ul class="chips">${understood.map((item) => renderUnderstoodChip(item, lang))}${facts.map(([name, value]) => html`<li class="t-FACT used" data-fact="${name}"><b>${value}</b> <small>${name}</small></li>`)}</ul>
${assumed.length > 0 && html`<p class="hint">${texts.assumed}: ${assumed.join(', ')}</p>`}`;
}

/** Education and length of work by name; what was not said is left out. */
export function told(
  { education, experienceMonths }: Omit<UsedFacts, 'assumedCompetencies'>,
  lang: Lang,
): [name: string, value: string][] {
  const { factors } = MATCH_TEXTS[lang];
  return [
    ...(education === null
      ? []
      : [named(factors.EDUCATION, nameOf('educationLevels', education, lang))]),
    ...(experienceMonths === null
      ? []
      : [named(factors.EXPERIENCE, formatMonths(experienceMonths, lang))]),
  ];
}

const named = (name = '', value = ''): [string, string] => [name, value];

const MOST_ASSUMED = 6;
