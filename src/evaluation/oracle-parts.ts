import type { CandidateFacts, PastWork, VacancyFacts } from '../matching/core/facts';
import { type Rules, titleCosine } from './oracle-taxonomy';

export const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

export const part = (shareBp: number, creditBp: number) =>
  Math.floor((shareBp * creditBp) / 10_000);

/** By largest remainder. */
export function share(total: number, weights: readonly number[]): number[] {
  const all = sum(weights);
  const shares = weights.map((w) => (all === 0 ? 0 : Math.floor((total * w) / all)));
  const left = all === 0 ? 0 : total - sum(shares);
  const byRemainder = weights.map((w, i) => ({ i, rest: (total * w) % all }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (let k = 0; k < left; k += 1) shares[byRemainder[k].i] += 1;
  return shares;
}

/** Credit of the work somebody did. */
export function creditOccupations({ rows }: Rules, { occupation: target }: VacancyFacts) {
  if (target === null) return () => 5_000;
  const wanted = rows.occupations[target].code;
  const creditOf = (o: number) => {
    if (o === target) return 10_000;
    const { code } = rows.occupations[o];
    const points =
      200 * Math.min(1, titleCosine({ rows }, target, o)) +
      (code.slice(0, 3) === wanted.slice(0, 3) ? 75 : 0) +
      (code[0] === wanted[0] ? 40 : 0);
    const evidence = Math.round((points * 10_000) / 315);
    const band = [8_333, 6_667, 5_000, 3_333, 1_667, 1_000, 0].findIndex(
      (from) => evidence >= from,
    );
    return [10_000, 6_667, 5_000, 3_333, 1_667, 200, 0][band];
  };
  const known = new Map<number, number>();
  return (person: CandidateFacts): number => {
    let best = 0;
    for (const { occupation: o } of person.experiences) {
      if (o === null) continue;
      const credit = known.get(o) ?? creditOf(o);
      known.set(o, credit);
      best = Math.max(best, credit);
    }
    return best;
  };
}

/** Months that count, as their band stands for them. */
export function countMonths(
  { rows }: Rules,
  vacancy: VacancyFacts,
  person: CandidateFacts,
): number {
  const family = (o: number) => rows.occupations[o].code.slice(0, 3);
  const target = vacancy.occupation;
  const months = sum(
    person.experiences.map(({ occupation: o, months: m }) =>
      target === null || (o !== null && family(o) === family(target)) ? m : m / 2,
    ),
  );
  return middleOfBand(months);
}

function middleOfBand(months: number): number {
  if (months < 1) return 0;
  if (months < 12) return 6;
  if (months < 36) return 24;
  if (months < 60) return 48;
  return months < 120 ? 90 : 180;
}

/** Work as it enters the facts: the months of each minor group in one band, whichever of its occupations has them. */
export function expectWork({ rows }: Pick<Rules, 'rows'>, works: readonly PastWork[]): PastWork[] {
  const group = (o: number | null) => (o === null ? '' : rows.occupations[o].code.slice(0, 3));
  const groups = [...new Set(works.map(({ occupation }) => group(occupation)))];
  return groups.flatMap((one) => {
    const inside = works.filter(({ occupation }) => group(occupation) === one);
    const months = middleOfBand(sum(inside.map((work) => work.months)));
    const occupations = [...new Set(inside.map(({ occupation }) => occupation))];
    return occupations.map((occupation, i) => ({ occupation, months: i === 0 ? months : 0 }));
  });
}

export function experienceCredit({ experience }: VacancyFacts, months: number): number {
  if (!experience) return 5_000;
  if (months >= experience.minimum) return 10_000;
  return Math.floor((10_000 * months) / experience.minimum);
}

export function compare(minimum: number | undefined, value: number | null) {
  if (minimum === undefined || value === null) return 'UNKNOWN';
  return value >= minimum ? 'PASS' : 'FAIL';
}

/** Credit by district. */
export function creditDistances({ centroids }: Rules, vacancy: VacancyFacts) {
  const { isRemote, places } = vacancy;
  const coarsen = (area: number) => (vacancy.measuresRegencies ? area - (area % 100) : area);
  const find = (area: number) =>
    [area, area - (area % 100), area - (area % 10_000)]
      .map((at) => centroids.find((centroid) => centroid.area === at))
      .find((centroid) => centroid !== undefined);
  const known = new Map<number, number>();
  const creditOf = (district: number) => {
    const home = find(coarsen(district));
    const distances = places.flatMap((place) => {
      const there = place === 0 ? undefined : find(coarsen(place));
      return home && there ? [kilometres(home, there)] : [];
    });
    if (distances.length === 0) return 5_000;
    const km = Math.min(...distances);
    const bands = [5, 10, 25, 50, 100, 250];
    const credits = [10_000, 9_000, 7_000, 5_000, 3_000, 1_000];
    const band = bands.findIndex((upTo) => km <= upTo);
    return band < 0 ? 0 : credits[band];
  };
  return (district: number | null): number => {
    if (isRemote) return 10_000;
    if (district === null) return 5_000;
    const credit = known.get(district) ?? creditOf(district);
    known.set(district, credit);
    return credit;
  };
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

function kilometres(a: Point, b: Point): number {
  const [p, q, l] = [a.latitude, b.latitude, b.longitude - a.longitude].map(
    (degrees) => (degrees * Math.PI) / 180,
  );
  const cosine = Math.sin(p) * Math.sin(q) + Math.cos(p) * Math.cos(q) * Math.cos(l);
  return 6371.0088 * Math.acos(Math.min(1, cosine));
}

export function availabilityCredit(vacancy: VacancyFacts, person: CandidateFacts): number {
  const { employmentType, startMonth } = vacancy;
  const { employmentTypes, availableFromMonth } = person;
  const type =
    employmentType === null || employmentTypes === null
      ? 5_000
      : (employmentType & employmentTypes) > 0
        ? 10_000
        : 0;
  const start =
    startMonth === null || availableFromMonth === null
      ? 5_000
      : availableFromMonth <= startMonth
        ? 10_000
        : 0;
  return (type + start) / 2;
}

/** Certainly outside: neither lives in the scope, nor perhaps does, nor named any of it. */
export function isOutside(vacancy: VacancyFacts, person: CandidateFacts): boolean {
  if (vacancy.scope.length === 0) return false;
  const home = person.district;
  const size = home === null || home % 100 > 0 ? 0 : home % 10_000 > 0 ? 99 : 9_999;
  const areas = [{ from: home ?? 0, to: home === null ? 999_999 : home + size }];
  if (person.willingAreas.length > 0) areas.push(...person.willingAreas);
  for (const { from, to } of vacancy.scope) {
    for (const area of areas) if (area.from <= to && from <= area.to) return false;
  }
  return true;
}
