import type { VacancyFacts } from '../matching/core/facts';
import type { Centroid } from '../matching/core/geography';
import type { TaxonomyRows } from '../matching/core/taxonomy-rows';

/** What holds for every pair. */
export interface Rules {
  readonly rows: TaxonomyRows;
  readonly centroids: readonly Centroid[];
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

/** By competency, how rare it is: 1–10,000. */
export const rarity = once((rows): number[] => {
  const n = rows.holders?.profiles ?? rows.occupations.length;
  const needing = rows.competencies.map(() => 0);
  for (const { competency } of rows.demands) needing[competency] += 1;
  return rows.competencies.map(({ kind }, c) => {
    const df = rows.holders?.holders[c] ?? needing[c];
    const weight = (Math.log(1 + n / Math.max(1, df)) / Math.log(1 + n)) ** 2;
    return Math.max(1, Math.round(weight * (kind === 'ATTITUDE' ? 0.1 : 1) * 10_000));
  });
});

/** The median of what the occupations ask for in all. */
export const usualDemand = once((rows): number => {
  const weights = rarity({ rows });
  const demandOf = new Map<number, number>();
  for (const { occupation, competency, isEssential } of rows.demands) {
    const weight = (weights[competency] * (isEssential ? 100 : 60)) / 100;
    demandOf.set(occupation, (demandOf.get(occupation) ?? 0) + weight);
  }
  const sums = [...demandOf.values()].sort((a, b) => a - b);
  return Math.round(sums[Math.floor(sums.length / 2)]);
});

/** Which competencies imply another one directly. */
const impliers = once((rows): number[][] => {
  const from: number[][] = rows.competencies.map(() => []);
  for (const link of rows.implies) from[link.to].push(link.from);
  return from;
});

/** The competency and everything that implies it, however far. */
const holdersOf = once((rows, wanted): ReadonlySet<number> => {
  const found = new Set([wanted]);
  for (const competency of found)
    for (const from of impliers({ rows })[competency]) found.add(from);
  return found;
});

interface Cover {
  readonly strength: number;
  readonly isHeld: boolean;
  readonly substitute: number;
}

/** What each held competency does for a wanted one. */
const coverOf = once((rows, wanted): ReadonlyMap<number, Cover> => {
  const holders = holdersOf({ rows }, wanted);
  const substitute = new Map<number, number>();
  for (const { from, to, strengthBp } of rows.substitutes) {
    if (holders.has(to)) raise(substitute, holdersOf({ rows }, from), strengthBp);
  }
  const similar = new Map<number, number>();
  for (const { a, b, similarityBp } of rows.similar) {
    if ((a !== wanted && b !== wanted) || !looksAlike(rows, a) || !looksAlike(rows, b)) continue;
    const credit = Math.round((0.5 * similarityBp ** 2) / 10_000);
    raise(similar, holdersOf({ rows }, a === wanted ? b : a), credit);
  }
  return new Map(
    [...holders, ...substitute.keys(), ...similar.keys()].map((held) => {
      const isHeld = holders.has(held);
      const byRelation = substitute.get(held) ?? 0;
      const strength = isHeld ? 10_000 : Math.max(byRelation, similar.get(held) ?? 0);
      return [held, { strength, isHeld, substitute: byRelation }];
    }),
  );
});

function raise(best: Map<number, number>, keys: Iterable<number>, value: number): void {
  for (const key of keys) best.set(key, Math.max(best.get(key) ?? 0, value));
}

const looksAlike = ({ competencies }: TaxonomyRows, competency: number) =>
  !['LANGUAGE', 'LICENCE', 'CERTIFICATE'].includes(competencies[competency].kind);

/** Whether holding it can meet a must or should. */
const meets = ({ isHeld, substitute, strength }: Cover, isLicence: boolean) =>
  isHeld || (!isLicence && substitute >= 5_000 && substitute === strength);

/** By held competency, what it does for each requirement: the place of the requirement comes with it. */
export function coversOf(rules: Rules, wanted: VacancyFacts['requirements']) {
  const covers = new Map<number, (Cover & { at: number; canMeet: boolean })[]>();
  for (const [at, { competency, kind }] of wanted.entries()) {
    for (const [held, cover] of coverOf(rules, competency)) {
      const all = covers.get(held) ?? [];
      all.push({ ...cover, at, canMeet: meets(cover, kind === 'LICENCE') });
      covers.set(held, all);
    }
  }
  return covers;
}

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

/** How alike two occupations are called. */
export const titleCosine = once((rows, a, b): number =>
  cosine(titles({ rows })[a], titles({ rows })[b]),
);

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
