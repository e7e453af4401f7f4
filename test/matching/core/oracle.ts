import type { CandidateFacts, Necessity, VacancyFacts } from '../../../src/matching/core/facts';
import { mix } from '../../../src/matching/core/fixed-point';
import type { Centroid } from '../../../src/matching/core/geography';
import type { TaxonomyRows } from '../../../src/matching/core/taxonomy-rows';

/** What the formula of docs/MATCHING.md says about one pair, computed the slow and obvious way. */
export interface Expected {
  readonly person: number;
  readonly vacancy: number;
  readonly scoreBp: number;
  readonly verdict: string;
  readonly verified: number;
}

/** What holds for every pair. */
export interface Rules {
  readonly rows: TaxonomyRows;
  readonly centroids: readonly Centroid[];
}

export function expectMatch(rules: Rules, vacancy: VacancyFacts, person: CandidateFacts): Expected {
  const parts = share(10_000, [
    7_000 * 10_000,
    1_000 * (vacancy.experience?.weightBp ?? 10_000),
    1_000 * 10_000,
    500 * (vacancy.education?.weightBp ?? 10_000),
    500 * 10_000,
  ]);
  const wanted = [...vacancy.requirements].sort(
    (a, b) => a.competency - b.competency || (a.id < b.id ? -1 : 1),
  );
  const weights = rarity(rules);
  const usual = usualDemand(rules);
  const occupationWeight = Math.min(3_150_000, usual * 50);
  const demands = wanted.map((r) => weights[r.competency] * (r.necessity === 'NICE' ? 60 : 100));
  const shares = share(parts[0], [
    occupationWeight * 10_000,
    ...wanted.map((r, i) => demands[i] * r.weightBp),
  ]);
  const credits = wanted.map((r) =>
    Math.max(
      0,
      ...person.competencies.map((held) => {
        const strength = cover(rules, held.competency, r.competency).strength;
        return held.level >= r.minLevel
          ? strength
          : Math.floor((strength * held.level) / r.minLevel);
      }),
    ),
  );
  const evidence =
    wanted.reduce((sum, _, i) => sum + part(shares[i + 1], credits[i]), 0) +
    part(shares[0], occupationCredit(rules, vacancy, person));
  const thickness = (sum(demands) + occupationWeight) / ((usual * 100 + occupationWeight) * 1.2);
  const specificity = Math.round(10_000 * Math.min(1, thickness) ** 0.75);
  const months = countMonths(rules, vacancy, person);
  const experience = compare(vacancy.experience?.minimum, months);
  const education = compare(vacancy.education?.minimum, person.education);
  const scoreBp =
    part(evidence, specificity) +
    part(parts[1], experienceCredit(vacancy, months)) +
    part(parts[2], distanceCredit(rules, vacancy, person)) +
    part(parts[3], { PASS: 10_000, FAIL: 0, UNKNOWN: 5_000 }[education]) +
    part(parts[4], availabilityCredit(vacancy, person));

  const failed: Necessity[] = wanted
    .filter(
      (r) =>
        !person.competencies.some(
          (held) =>
            held.level >= r.minLevel &&
            meets(cover(rules, held.competency, r.competency), r.kind === 'LICENCE'),
        ),
    )
    .map((r) => r.necessity);
  if (vacancy.education && education === 'FAIL') failed.push(vacancy.education.necessity);
  if (vacancy.experience && experience === 'FAIL') failed.push(vacancy.experience.necessity);
  const opening = wanted.map((r) => rules.rows.competencies[r.competency].kind !== 'ATTITUDE');
  const shares1 = !opening.includes(true) || opening.some((opens, i) => opens && credits[i] > 0);
  const isEligible = !failed.includes('MUST') && shares1 && !isOutside(vacancy, person);
  return {
    person: person.person,
    vacancy: vacancy.vacancy,
    scoreBp,
    verified: wanted.filter((r) =>
      person.competencies.some(
        (held) => held.evidence >= 1 && cover(rules, held.competency, r.competency).isHeld,
      ),
    ).length,
    verdict: !isEligible
      ? 'NOT_ELIGIBLE'
      : scoreBp >= 7_500 && !failed.includes('SHOULD')
        ? 'STRONG'
        : scoreBp >= 5_000
          ? 'POSSIBLE'
          : 'STRETCH',
  };
}

/** The whole order of the eligible people, with shared ranks. */
export function expectOrder(
  rules: Rules,
  vacancy: VacancyFacts,
  people: readonly CandidateFacts[],
): (Expected & { rank: number; tiedWith: number })[] {
  const eligible = people
    .map((person) => ({ person, match: expectMatch(rules, vacancy, person) }))
    .filter(({ match }) => match.verdict !== 'NOT_ELIGIBLE');
  const tie = (person: CandidateFacts) => mix(person.tieSalt, vacancy.tieSalt);
  eligible.sort(
    (a, b) =>
      b.match.scoreBp - a.match.scoreBp ||
      b.match.verified - a.match.verified ||
      b.person.confirmedMonth - a.person.confirmedMonth ||
      tie(a.person) - tie(b.person) ||
      a.person.person - b.person.person,
  );
  return eligible.map(({ match }) => ({
    ...match,
    rank: 1 + eligible.filter((other) => other.match.scoreBp > match.scoreBp).length,
    tiedWith: eligible.filter((other) => other.match.scoreBp === match.scoreBp).length - 1,
  }));
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

const part = (shareBp: number, creditBp: number) => Math.floor((shareBp * creditBp) / 10_000);

function share(total: number, weights: readonly number[]): number[] {
  const all = sum(weights);
  const shares = weights.map((w) => (all === 0 ? 0 : Math.floor((total * w) / all)));
  const left = all === 0 ? 0 : total - sum(shares);
  const byRemainder = weights.map((w, i) => ({ i, rest: (total * w) % all }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (let k = 0; k < left; k += 1) shares[byRemainder[k].i] += 1;
  return shares;
}

/** Works an answer out once for the same rows and numbers: on real reference data it is asked for a million times. */
function once<T>(work: (rows: TaxonomyRows, a: number, b: number) => T) {
  const known = new WeakMap<TaxonomyRows, Map<number, T>>();
  return ({ rows }: Pick<Rules, 'rows'>, a = 0, b = 0): T => {
    const answers = known.get(rows) ?? new Map<number, T>();
    known.set(rows, answers);
    const key = a * 1_000_000 + b;
    const answer = answers.get(key) ?? work(rows, a, b);
    answers.set(key, answer);
    return answer;
  };
}

const rarity = once((rows): number[] => {
  const n = rows.holders?.profiles ?? rows.occupations.length;
  return rows.competencies.map(({ kind }, c) => {
    const df = rows.holders?.holders[c] ?? rows.demands.filter((d) => d.competency === c).length;
    const weight = (Math.log(1 + n / Math.max(1, df)) / Math.log(1 + n)) ** 2;
    return Math.max(1, Math.round(weight * (kind === 'ATTITUDE' ? 0.1 : 1) * 10_000));
  });
});

const usualDemand = once((rows): number => {
  const weights = rarity({ rows });
  const sums = rows.occupations
    .map((_, o) => rows.demands.filter((d) => d.occupation === o))
    .filter((demands) => demands.length > 0)
    .map((demands) =>
      sum(demands.map((d) => (weights[d.competency] * (d.isEssential ? 100 : 60)) / 100)),
    )
    .sort((a, b) => a - b);
  return Math.round(sums[Math.floor(sums.length / 2)]);
});

const has = once(
  (rows, held, wanted): boolean =>
    held === wanted ||
    rows.implies.some(({ from, to }) => from === held && has({ rows }, to, wanted)),
);

interface Cover {
  readonly strength: number;
  readonly isHeld: boolean;
  readonly substitute: number;
}

const cover = once((rows, held, wanted): Cover => {
  const rules = { rows };
  const isHeld = has(rules, held, wanted);
  const substitute = Math.max(
    0,
    ...rows.substitutes
      .filter(({ from, to }) => has(rules, held, from) && has(rules, to, wanted))
      .map(({ strengthBp }) => strengthBp),
  );
  const looksAlike = (c: number) =>
    !['LANGUAGE', 'LICENCE', 'CERTIFICATE'].includes(rows.competencies[c].kind);
  const similar = Math.max(
    0,
    ...rows.similar
      .filter(({ a, b }) => looksAlike(a) && looksAlike(b))
      .filter(
        ({ a, b }) =>
          (b === wanted && has(rules, held, a)) || (a === wanted && has(rules, held, b)),
      )
      .map(({ similarityBp }) => Math.round((0.5 * similarityBp ** 2) / 10_000)),
  );
  return { strength: isHeld ? 10_000 : Math.max(substitute, similar), isHeld, substitute };
});

const meets = ({ isHeld, substitute, strength }: Cover, isLicence: boolean) =>
  isHeld || (!isLicence && substitute >= 5_000 && substitute === strength);

/** Runs of 3 to 5 characters in a label without accents, capitals and signs, with how often each occurs. */
function gramsOf(label: string): Map<string, number> {
  const letters = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = letters.split(/[^\p{L}\p{N}+#]+/u).filter((word) => word !== '');
  const text = ` ${words.join(' ')} `;
  const counts = new Map<string, number>();
  for (const n of [3, 4, 5]) {
    for (let i = 0; i + n <= text.length; i += 1) {
      const gram = text.slice(i, i + n);
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  }
  return counts;
}

/** For each label its grams weighed by tf · ln(1 + labels / labels with the gram), at length 1. */
export function weighGrams(labels: readonly string[]): Map<string, number>[] {
  const all = labels.map(gramsOf);
  const labelsWith = new Map<string, number>();
  for (const gram of all.flatMap((grams) => [...grams.keys()])) {
    labelsWith.set(gram, (labelsWith.get(gram) ?? 0) + 1);
  }
  return all.map((grams) => {
    const weights = [...grams].map(
      ([gram, tf]) => [gram, tf * Math.log(1 + all.length / (labelsWith.get(gram) ?? 1))] as const,
    );
    const length = Math.sqrt(sum(weights.map(([, weight]) => weight ** 2)));
    return new Map(weights.map(([gram, weight]) => [gram, weight / length]));
  });
}

export const cosine = (a: Map<string, number>, b: Map<string, number>) =>
  sum([...a].map(([gram, weight]) => weight * (b.get(gram) ?? 0)));

const titles = once((rows) => weighGrams(rows.occupations.map(({ label }) => label)));

const titleCosine = once((rows, a, b): number => cosine(titles({ rows })[a], titles({ rows })[b]));

function occupationCredit(rules: Rules, vacancy: VacancyFacts, person: CandidateFacts): number {
  const target = vacancy.occupation;
  if (target === null) return 5_000;
  const code = (o: number) => rules.rows.occupations[o].code;
  const credits = person.experiences.map(({ occupation: o }) => {
    if (o === null) return 0;
    if (o === target) return 10_000;
    const points =
      200 * Math.min(1, titleCosine(rules, target, o)) +
      (code(o).slice(0, 3) === code(target).slice(0, 3) ? 75 : 0) +
      (code(o)[0] === code(target)[0] ? 40 : 0);
    return Math.round((points * 10_000) / 315);
  });
  return Math.max(0, ...credits);
}

function countMonths({ rows }: Rules, vacancy: VacancyFacts, person: CandidateFacts): number {
  const family = (o: number) => rows.occupations[o].code.slice(0, 3);
  const target = vacancy.occupation;
  const months = sum(
    person.experiences.map(({ occupation: o, months: m }) =>
      target === null || (o !== null && family(o) === family(target)) ? m : m / 2,
    ),
  );
  if (months < 1) return 0;
  if (months < 12) return 6;
  if (months < 36) return 24;
  if (months < 60) return 48;
  return months < 120 ? 90 : 180;
}

function experienceCredit({ experience }: VacancyFacts, months: number): number {
  if (!experience) return 5_000;
  if (months >= experience.minimum) return 10_000;
  return Math.floor((10_000 * months) / experience.minimum);
}

function compare(minimum: number | undefined, value: number | null) {
  if (minimum === undefined || value === null) return 'UNKNOWN';
  return value >= minimum ? 'PASS' : 'FAIL';
}

function distanceCredit(rules: Rules, vacancy: VacancyFacts, person: CandidateFacts): number {
  if (vacancy.isRemote) return 10_000;
  const { district } = person;
  if (district === null) return 5_000;
  const find = (area: number) =>
    [area, area - (area % 100), area - (area % 10_000)]
      .map((at) => rules.centroids.find((centroid) => centroid.area === at))
      .find((centroid) => centroid !== undefined);
  const home = find(district);
  const distances = vacancy.places.flatMap((place) => {
    const there = place === 0 ? undefined : find(place);
    return home && there ? [kilometres(home, there)] : [];
  });
  if (distances.length === 0) return 5_000;
  const km = Math.min(...distances);
  const bands = [5, 10, 25, 50, 100, 250];
  const credits = [10_000, 9_000, 7_000, 5_000, 3_000, 1_000];
  const band = bands.findIndex((upTo) => km <= upTo);
  return band < 0 ? 0 : credits[band];
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

function availabilityCredit(vacancy: VacancyFacts, person: CandidateFacts): number {
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
function isOutside(vacancy: VacancyFacts, person: CandidateFacts): boolean {
  if (vacancy.scope.length === 0) return false;
  const home = person.district;
  const size = home === null || home % 100 > 0 ? 0 : home % 10_000 > 0 ? 99 : 9_999;
  return !vacancy.scope.some(
    ({ from, to }) =>
      person.willingAreas.some((area) => area.from <= to && from <= area.to) ||
      home === null ||
      (home <= to && from <= home + size),
  );
}
