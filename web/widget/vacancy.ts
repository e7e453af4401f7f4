import type { Vacancy } from './answers';
import { marks, placesOf } from './card';
import { closeReasonLabel, employmentLabel, necessityLabel } from './code-labels';
import { type Child, element, outwardLink } from './dom';
import { formatDay, formatLastDay, formatNumber, formatRequirement, formatWage } from './format';
import type { Scene } from './scene';

/** Whether one can apply; time alone ends it, too. */
const isOpen = ({ state, validThrough }: Vacancy): boolean =>
  state === 'PUBLISHED' && Date.parse(validThrough) > Date.now();

/** All of a vacancy but its title; of one that the office closed as a fraud nothing but the warning. */
export function buildVacancy(vacancy: Vacancy, scene: Scene): Child[] {
  const { texts } = scene;
  if (vacancy.closedReason === 'FRAUD') {
    return [element('p', { class: 'note', part: 'note' }, texts.fraud)];
  }
  const { employer, description } = vacancy;
  return [
    element('p', { class: 'employer' }, employer.name, ...marks(vacancy, scene)),
    closedNote(vacancy, scene),
    element('dl', { class: 'properties' }, ...properties(vacancy, scene)),
    element('h4', {}, texts.requirements),
    requirements(vacancy, scene),
    element('h4', {}, texts.description),
    element('p', { class: 'prose', part: 'description' }, description),
    element('div', { class: 'actions' }, ...actions(vacancy, scene)),
    element('p', { class: 'hint' }, `${texts.code}: `, element('code', {}, vacancy.verifyCode)),
  ];
}

function closedNote(vacancy: Vacancy, { texts, settings }: Scene): Child {
  if (isOpen(vacancy)) return null;
  const { closedReason } = vacancy;
  const why = closedReason === null ? '' : `: ${closeReasonLabel(closedReason, settings.lang)}`;
  return element('p', { class: 'note', part: 'note' }, `${texts.closed}${why}.`);
}

function properties(vacancy: Vacancy, { texts, settings }: Scene): HTMLElement[] {
  const { lang } = settings;
  const { employer, openings, employmentType, startsOn, publishedAt } = vacancy;
  const people = `${formatNumber(openings, lang)} ${openings === 1 ? texts.person : texts.people}`;
  const seat = employer.region === null ? '' : `, ${employer.region.name}`;
  const rows: [string, string | null][] = [
    [texts.wage, formatWage(vacancy.wage, lang)],
    [texts.place, placesOf(vacancy.regions)],
    [texts.type, employmentType === null ? null : employmentLabel(employmentType, lang)],
    [texts.occupation, vacancy.occupation?.label ?? null],
    [texts.employer, employer.name + seat],
    [texts.openings, people],
    [texts.starts, startsOn === null ? null : formatDay(startsOn, lang)],
    [texts.published, publishedAt === null ? null : formatDay(publishedAt, lang)],
    [texts.open, formatLastDay(vacancy.validThrough, lang)],
  ];
  return rows
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)));
}

function requirements({ requirements: asked }: Vacancy, { texts, settings }: Scene): HTMLElement {
  const { lang } = settings;
  if (asked.length === 0) return element('p', {}, texts.noRequirements);
  const items = asked.map((requirement) =>
    element(
      'li',
      {},
      `${formatRequirement(requirement, lang)} `,
      element('span', { class: 'hint' }, `(${necessityLabel(requirement.necessity, lang)})`),
    ),
  );
  return element('ul', { class: 'requirements', part: 'requirements' }, ...items);
}

function actions(vacancy: Vacancy, { page, texts }: Scene): Child[] {
  const { slug, verifyCode } = vacancy;
  const link = (part: string, href: string, text: string, kind = 'plain button') =>
    outwardLink({ class: kind, part }, href, texts.newTab, text);
  return [
    isOpen(vacancy)
      ? link('apply', page(['saya'], { lowongan: slug }), texts.apply, 'button')
      : null,
    link('full', page(['lowongan', slug]), texts.full),
    link('check', page(['cek', verifyCode]), texts.check),
  ];
}
