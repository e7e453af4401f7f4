import { areaRange } from '../../matching/core/area';
import type { CandidateFacts, HeldCompetency, VacancyFacts } from '../../matching/core/facts';
import { type Centroid, Geography } from '../../matching/core/geography';
import { CoreTaxonomy } from '../../matching/core/taxonomy';
import type { TaxonomyRows } from '../../matching/core/taxonomy-rows';
import type { Rules } from '../oracle-taxonomy';
import { Draws, WeightedDraw, zipf } from './draws';
import { PROVINCES } from './provinces';

export const REACHES = ['regency', 'province', 'nation'] as const;
export type Reach = (typeof REACHES)[number];

const DISTRICTS = 14;
const COMPETENCIES_HELD = 11;
const REQUIREMENTS = 7;
const THIS_MONTH = 24_310;
/** Regencies of a province differ in size like the roots of their ranks. */
const SIZE_EXPONENT = -0.5;

const regencies = PROVINCES.flatMap(([province, count, people]) => {
  const sizes = Array.from({ length: count }, (_, at) => (at + 1) ** SIZE_EXPONENT);
  const all = sizes.reduce((a, b) => a + b, 0);
  return sizes.map((size, at) => ({
    area: province * 10_000 + (at + 1) * 100,
    weight: (people * size) / all,
  }));
});

/** Every regency and city. */
export const regencyAreas: readonly number[] = regencies.map(({ area }) => area);

/** Invented middles, so that every distance is measured: provinces on a line, regencies around. */
export const inventedCentroids: readonly Centroid[] = regencies.map(({ area }, at) => ({
  area,
  latitude: -8 + (at % 13),
  longitude: 95 + (45 * at) / regencies.length,
}));

/** Draws people and vacancies over a taxonomy: homes by population, competencies by Zipf. */
export class InventedWorld {
  private readonly home = new WeightedDraw(regencies.map(({ weight }) => weight));
  private readonly competency: WeightedDraw;
  private readonly occupation: WeightedDraw;

  readonly rules: Rules;
  readonly taxonomy: CoreTaxonomy;
  readonly geography = new Geography(inventedCentroids);

  constructor(
    rows: TaxonomyRows,
    private readonly seed: number,
  ) {
    const taxonomy = new CoreTaxonomy(rows);
    this.taxonomy = taxonomy;
    this.rules = { rows, centroids: inventedCentroids };
    this.competency = new WeightedDraw(zipf(taxonomy.competencyCount));
    this.occupation = new WeightedDraw(zipf(taxonomy.occupationCount));
  }

  /** The same people whenever it is called. */
  *people(count: number): Generator<CandidateFacts> {
    const draws = new Draws(this.seed);
    for (let person = 1; person <= count; person += 1) yield this.drawPerson(person, draws);
  }

  vacancies(count: number, reach: Reach): VacancyFacts[] {
    const draws = new Draws(this.seed + 1 + reach.length);
    return Array.from({ length: count }, (_, vacancy) => this.drawVacancy(vacancy, reach, draws));
  }

  private drawPerson(person: number, draws: Draws): CandidateFacts {
    const isUnstated = draws.chance(0.02);
    const regency = regencies[this.home.draw(draws)].area;
    return {
      person,
      tieSalt: draws.below(2 ** 32),
      district: isUnstated ? null : regency + 1 + draws.below(DISTRICTS),
      willingAreas: draws.chance(0.1) ? [areaRange(regencies[this.home.draw(draws)].area)] : [],
      competencies: this.drawHeld(draws),
      experiences: Array.from({ length: draws.below(4) }, () => ({
        occupation: this.occupation.draw(draws),
        months: 1 + draws.below(60),
      })),
      education: draws.chance(0.1) ? null : draws.below(14),
      employmentTypes: draws.chance(0.3) ? null : 1 + draws.below(63),
      availableFromMonth: draws.chance(0.5) ? null : THIS_MONTH + draws.below(4),
      confirmedMonth: THIS_MONTH - draws.below(12),
    };
  }

  private drawHeld(draws: Draws): HeldCompetency[] {
    const held = this.drawDistinct(COMPETENCIES_HELD, draws);
    return held.map((competency) => ({
      competency,
      level: 1 + draws.below(5),
      evidence: draws.chance(0.3) ? 1 + draws.below(4) : 0,
    }));
  }

  private drawDistinct(count: number, draws: Draws): number[] {
    const found = new Set<number>();
    while (found.size < count) found.add(this.competency.draw(draws));
    return [...found];
  }

  private drawVacancy(vacancy: number, reach: Reach, draws: Draws): VacancyFacts {
    const place = regencies[this.home.draw(draws)].area;
    const area = { regency: place, province: place - (place % 10_000), nation: 0 }[reach];
    return {
      vacancy,
      tieSalt: draws.below(2 ** 32),
      scope: [areaRange(area)],
      places: [place],
      isRemote: false,
      occupation: this.occupation.draw(draws),
      requirements: this.drawDistinct(REQUIREMENTS, draws).map((competency, at) => ({
        id: String(at),
        kind: 'COMPETENCY',
        competency,
        minLevel: 1 + draws.below(3),
        necessity: draws.chance(0.1) ? 'MUST' : draws.chance(0.6) ? 'SHOULD' : 'NICE',
        weightBp: 10_000,
      })),
      education: { id: 'education', necessity: 'SHOULD', weightBp: 10_000, minimum: 4 },
      experience: { id: 'experience', necessity: 'SHOULD', weightBp: 10_000, minimum: 12 },
      employmentType: 1,
      startMonth: THIS_MONTH + 1,
    };
  }
}
