import { type LabelledVocabulary, labelOf } from '../../../services/labels';
import { type Html, html } from '../layout/html';
import type { Lang } from '../layout/lang';
import type { RequirementAnswer } from './answers';
import { VACANCY_TEXTS } from './texts';

const NECESSITIES = ['MUST', 'SHOULD', 'NICE'] as const;

/** The conditions, those that must be met first. */
export function renderRequirements(all: readonly RequirementAnswer[], lang: Lang): Html {
  const texts = VACANCY_TEXTS[lang];
  const groups = NECESSITIES.map((necessity) => {
    const some = all.filter((requirement) => requirement.necessity === necessity);
    if (some.length === 0) return html``;
    return html`<h3>${texts.necessities[necessity] ?? ''}</h3>
<ul class="list">${some.map((requirement) => html`<li>${describe(requirement, lang)}</li>`)}</ul>`;
  });
  return html`<section class="panel" aria-labelledby="requirements"><h2 id="requirements">${texts.requirements}</h2>
${all.length === 0 ? html`<p class="nothing">${texts.noRequirements}</p>` : groups}</section>`;
}

function describe(requirement: RequirementAnswer, lang: Lang): string {
  const texts = VACANCY_TEXTS[lang];
  const label = (vocabulary: LabelledVocabulary, value: string) =>
    labelOf(vocabulary, value)[lang === 'en' ? 'EN' : 'ID'];
  const { competency, minLevel, education, minMonths } = requirement;
  if (competency !== null) {
    const level = minLevel === null ? '' : ` (${label('proficiencyLevels', minLevel)})`;
    return `${competency.label}${level}`;
  }
  if (education !== null) return `${texts.education}: ${label('educationLevels', education)}`;
  if (minMonths === null || minMonths === 0) return texts.noExperience;
  return `${texts.experience}: ${texts.months(minMonths)}`;
}
