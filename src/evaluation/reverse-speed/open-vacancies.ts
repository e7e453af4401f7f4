import { areaRange } from '../../matching/core/area';
import type { CompetencyRequirement, VacancyFacts } from '../../matching/core/facts';
import { PROVINCES } from '../ranking-speed/provinces';
import type { InventedWorld } from '../ranking-speed/world';

/** Of a hundred vacancies; the others are of one regency or city. */
const PROVINCIAL = 10;
const NATIONAL = 8;
const REMOTE = 2;

/** Of a hundred advertisements, so many ask for an education, and for experience. Source: docs/PERFORMANCE.md. */
const WITH_EDUCATION = 38;
const WITH_EXPERIENCE = 18;

const CITIES = 10;

/** The largest city of each of the provinces with most people. */
const cities = [...PROVINCES]
  .sort(([, , a], [, , b]) => b - a)
  .slice(0, CITIES)
  .map(([province]) => province * 10_000 + 100);

/**
 * Vacancies as many as a country has open at once: every second one of a single place in ten cities, some of a province,
 * the nation or remote; every second one asks as advertisements do, which know no musts and no levels.
 */
export function inventOpenVacancies(world: InventedWorld, count: number): VacancyFacts[] {
  const share = (percent: number) => Math.round((count * percent) / 100);
  const [province, nation, remote] = [PROVINCIAL, NATIONAL, REMOTE].map(share);
  const everywhere = world.vacancies(nation + remote, 'nation');
  const all = [
    ...world.vacancies(count - province - nation - remote, 'regency').map(moveToCity),
    ...world.vacancies(province, 'province'),
    ...everywhere.map((facts, at) => ({ ...facts, isRemote: at >= nation })),
  ];
  return all.map((facts, at) => ({ ...(at % 4 < 2 ? askLess(facts, at) : facts), vacancy: at }));
}

function moveToCity(facts: VacancyFacts, at: number): VacancyFacts {
  if (at % 2 === 0) return facts;
  const city = cities[((at - 1) / 2) % cities.length];
  return { ...facts, scope: [areaRange(city)], places: [city] };
}

function askLess(facts: VacancyFacts, at: number): VacancyFacts {
  return {
    ...facts,
    requirements: facts.requirements.map(askNoMust),
    education: at % 100 < WITH_EDUCATION ? facts.education : null,
    experience: (at * 7) % 100 < WITH_EXPERIENCE ? facts.experience : null,
  };
}

const askNoMust = (requirement: CompetencyRequirement): CompetencyRequirement => ({
  ...requirement,
  minLevel: 1,
  necessity: requirement.necessity === 'NICE' ? 'NICE' : 'SHOULD',
});
