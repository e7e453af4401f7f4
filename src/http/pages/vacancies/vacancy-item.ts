import { vacancyPath } from '../../../services/vacancies/vacancy-path';
import { shorten } from '../../../text/shorten';
import { type Html, html } from '../layout/html';
import { inLanguage, type Lang } from '../layout/lang';
import { daysLeft, formatLastDay, isNew } from '../parts/days';
import { nameEmployment } from '../parts/employment';
import { VACANCY_WORDS } from '../parts/vacancy-texts';
import { formatWage } from '../parts/wage';
import type { ItemAnswer } from './answers';
import { SEARCH_TEXTS } from './texts';

/** Within so many days the end is told as a distance. */
const SOON_DAYS = 7;
/** A list shows so much; the page of the vacancy shows all. */
const LENGTHS = { title: 80, employer: 60, places: 80 };

/** A vacancy in a list: what, who, where, how much, until when. */
export function renderItem(item: ItemAnswer, lang: Lang, now: Date): Html {
  const { verified, invented, noWage } = VACANCY_WORDS[lang];
  const isVerified = item.employer.verification === 'VERIFIED';
  return html`<li class="item"><h3><a href="${inLanguage(vacancyPath(item.slug), lang)}">${shorten(item.title, LENGTHS.title)}</a>${
    isNew(item.publishedAt, now) && html` <span class="tag new">${SEARCH_TEXTS[lang].fresh}</span>`
  }${item.isDemo && html` <span class="tag">${invented}</span>`}</h3>
<p>${shorten(item.employer.name, LENGTHS.employer)}${isVerified && html` <span class="tag new">✓ ${verified}</span>`}</p>
<p class="facts">${factsOf(item, lang).join(' · ')}</p>
<p class="facts"><b class="wage">${formatWage(item.wage, lang) ?? noWage}</b> · <time datetime="${item.validThrough}">${closing(item.validThrough, lang, now)}</time></p></li>`;
}

function factsOf(item: ItemAnswer, lang: Lang): string[] {
  const places = item.regions.map(({ name }) => name).join(', ');
  return [
    shorten(places, LENGTHS.places),
    item.isRemote ? VACANCY_WORDS[lang].remote : '',
    item.employmentType === null ? '' : nameEmployment(item.employmentType, lang),
  ].filter((fact) => fact !== '');
}

function closing(validThrough: string, lang: Lang, now: Date): string {
  const texts = SEARCH_TEXTS[lang];
  const days = daysLeft(validThrough, now);
  if (days === 0) return texts.closesToday;
  return days <= SOON_DAYS
    ? texts.closesIn(days)
    : `${texts.closes} ${formatLastDay(validThrough, lang)}`;
}
