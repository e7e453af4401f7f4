import { isDeepStrictEqual } from 'node:util';
import type { VacancyFacts } from './core/facts';
import { mix } from './core/fixed-point';
import type { FactsStore } from './facts-store';
import type { Ranker, Ranking } from './ranker';

/** What a comparison of two engines found. */
export interface RankingVerification {
  /** Place in the order of changes at which both stood. */
  readonly seq: number;
  readonly people: number;
  readonly vacancies: number;
  /** Vacancies that the second engine handed over to the first: nothing is compared there. */
  readonly handedOver: number;
  /** Ids of the vacancies whose rankings differ in a total, a row, a rank or a score. */
  readonly differing: readonly string[];
}

/** The two engines, which answer over the same store, and how much is compared. */
export interface VerificationOptions {
  readonly scan: Ranker;
  readonly index: Ranker;
  /** How many published vacancies, drawn by the seed. */
  readonly sample: number;
  readonly seed: number;
}

/** Rows compared of each ranking; the totals are of all. */
const DEPTH = 100;

/** Ranks a sample of the published vacancies with both engines over one store. */
export async function verifyRanking(
  store: FactsStore,
  { scan, index, sample, seed }: VerificationOptions,
): Promise<RankingVerification> {
  const drawn = [...store.vacancies.values()]
    .map(({ id, compiled: { facts } }) => ({ id, facts, place: mix(seed, facts.vacancy) }))
    .sort((a, b) => a.place - b.place || a.facts.vacancy - b.facts.vacancy)
    .slice(0, sample);
  const differing: string[] = [];
  let handedOver = 0;
  for (const { id, facts } of drawn) {
    const [one, other] = await rankWith([scan, index], facts);
    if (other.method === one.method) handedOver += 1;
    if (!isDeepStrictEqual({ ...one, method: null }, { ...other, method: null }))
      differing.push(id);
  }
  const people = store.people.size;
  return { seq: store.seq, people, vacancies: drawn.length, handedOver, differing };
}

async function rankWith(engines: readonly Ranker[], facts: VacancyFacts): Promise<Ranking[]> {
  return await Promise.all(engines.map((engine) => engine.rank(facts, { first: DEPTH })));
}

/** The result for a collector of text files (Prometheus). */
export function printMetrics(found: RankingVerification): string {
  const gauges: readonly (readonly [name: string, help: string, value: number])[] = [
    ['differences', 'Vacancies whose rankings differ between the engines.', found.differing.length],
    ['vacancies', 'Vacancies ranked with both engines.', found.vacancies],
    ['handed_over', 'Of these, ranked by the scan twice.', found.handedOver],
    ['seq', 'Place in the order of changes at which both engines stood.', found.seq],
  ];
  return gauges
    .map(([name, help, value]) => {
      const metric = `padan_verify_ranking_${name}`;
      return `# HELP ${metric} ${help}\n# TYPE ${metric} gauge\n${metric} ${value}\n`;
    })
    .join('');
}
