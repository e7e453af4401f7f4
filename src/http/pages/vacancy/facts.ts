import { labelOf } from '../../../services/labels';
import { type Html, html } from '../layout/html';
import type { Lang } from '../layout/lang';
import { formatDay, formatLastDay } from '../parts/days';
import { nameEmployment } from '../parts/employment';
import { VACANCY_WORDS } from '../parts/vacancy-texts';
import { formatWage } from '../parts/wage';
import type { VacancyAnswer } from './answers';
import { VACANCY_TEXTS } from './texts';

/** Everything about a vacancy that is no running text. */
export function renderFacts(vacancy: VacancyAnswer, lang: Lang, isOpen: boolean): Html {
  const texts = VACANCY_TEXTS[lang];
  const type = vacancy.employmentType;
  const wage = formatWage(vacancy.wage, lang);
  const left = Math.max(0, vacancy.openings - vacancy.filled);
  const rows: readonly (readonly [string, Html | string | null])[] = [
    [texts.wage, wage ?? texts.unstated],
    [texts.places, placesOf(vacancy, lang)],
    [texts.kind, type === null ? texts.unstated : nameEmployment(type, lang)],
    [texts.openings, isOpen ? texts.people(left) : null],
    [texts.startsOn, renderDay(vacancy.startsOn, lang)],
    [texts.published, renderDay(vacancy.publishedAt, lang)],
    [
      texts.validThrough,
      renderTime(vacancy.validThrough, formatLastDay(vacancy.validThrough, lang)),
    ],
    [texts.confirmed, renderDay(vacancy.lastConfirmedAt, lang)],
    [texts.source, sourceOf(vacancy, lang)],
  ];
  return html`<section class="panel" aria-labelledby="facts"><h2 id="facts">${texts.facts}</h2>
<dl class="rows">${rows.map(([name, value]) => value !== null && html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${renderEmployer(vacancy, lang)}</section>`;
}

function renderEmployer({ employer }: VacancyAnswer, lang: Lang): Html {
  const texts = VACANCY_TEXTS[lang];
  const isVerified = employer.verification === 'VERIFIED';
  return html`<h3>${texts.employer}</h3>
<p>${employer.name} ${isVerified && html`<span class="tag new">✓ ${VACANCY_WORDS[lang].verified}</span>`}</p>
<p class="hint">${isVerified ? texts.verifiedMeans : texts.uncheckedMeans}</p>`;
}

function renderDay(day: string | null, lang: Lang): Html | null {
  return day === null ? null : renderTime(day, formatDay(day, lang));
}

const renderTime = (machine: string, text: string) =>
  html`<time datetime="${machine}">${text}</time>`;

export function placesOf(
  { regions, isRemote }: Pick<VacancyAnswer, 'regions' | 'isRemote'>,
  lang: Lang,
): string {
  const names = regions.map(({ name }) => name);
  const all = isRemote ? [...names, VACANCY_WORDS[lang].remote] : names;
  return all.length === 0 ? VACANCY_TEXTS[lang].unstated : all.join(', ');
}

function sourceOf({ sourceKind, sourceName }: VacancyAnswer, lang: Lang): string {
  const kind = labelOf('sourceKinds', sourceKind)[lang === 'en' ? 'EN' : 'ID'];
  return sourceName === null ? kind : `${kind}: ${sourceName}`;
}
