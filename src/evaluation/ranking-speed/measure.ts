import { isDeepStrictEqual } from 'node:util';
import { type CompiledVacancy, compileVacancy } from '../../matching/core/compile';
import type { CandidateFacts, VacancyFacts } from '../../matching/core/facts';
import { rankCandidates } from '../../matching/core/rank';
import { SlotPeople } from '../../matching/slots/people';
import { rankSlots } from '../../matching/slots/rank-slots';
import { benchTaxonomy, type TaxonomyName } from './taxonomies';
import { InventedWorld, inventedGeography, type Reach } from './world';

export interface SpeedOptions {
  readonly taxonomy: TaxonomyName;
  readonly people: number;
  /** Vacancies ranked for each reach. */
  readonly vacancies: number;
  /** Vacancies of each reach ranked by a plain scan too. */
  readonly compared: number;
}

/** One line of the result. */
export type SpeedLine = Readonly<Record<string, string | number>>;

const REACHES: readonly Reach[] = ['regency', 'province', 'nation'];
const WINDOW = { first: 50 };
const WARM_UP = 20;
/** Of all vacancies. */
const NATIONAL_SHARE = 0.1;
const SEED = 20_261_121;

/** Ranks invented vacancies over invented people: times, memory, and whether a plain scan gives the same. */
export function* measureRanking(options: SpeedOptions): Generator<SpeedLine> {
  const world = new InventedWorld(benchTaxonomy(options.taxonomy), SEED);
  const before = memoryInUse();
  const filling = stopwatch();
  const people = new SlotPeople();
  for (const facts of world.people(options.people)) people.put(facts);
  const fillMs = filling();
  const bytes = (memoryInUse() - before) / Math.max(1, options.people);
  yield { taxonomy: options.taxonomy, people: people.size, bytesAPerson: round(bytes), fillMs };

  const byReach = REACHES.map((reach) => world.vacancies(options.vacancies, reach));
  // What the taxonomy works out once per occupation belongs to the start.
  for (const vacancy of byReach.flat()) compile(world, vacancy);
  for (const vacancy of byReach.flatMap((all) => all.slice(0, WARM_UP)))
    rank(people, world, vacancy);
  const times = byReach.map((all) => all.map((vacancy) => rank(people, world, vacancy)));
  for (const [at, reach] of REACHES.entries()) {
    yield { taxonomy: options.taxonomy, engine: 'scan', reach, ...percentiles(times[at]) };
  }
  yield { taxonomy: options.taxonomy, engine: 'scan', rankingsASecond: mixedRate(times) };
  yield* compare(options, { people, world, byReach });
}

interface Compared {
  people: SlotPeople;
  world: InventedWorld;
  byReach: readonly (readonly VacancyFacts[])[];
}

/** The same vacancies by scoring everybody's facts as objects. */
function* compare(
  options: SpeedOptions,
  { people, world, byReach }: Compared,
): Generator<SpeedLine> {
  if (options.compared === 0) return;
  const plain: CandidateFacts[] = [...people.values()];
  for (const [at, reach] of REACHES.entries()) {
    const times: number[] = [];
    let differences = 0;
    for (const facts of byReach[at].slice(0, options.compared)) {
      const vacancy = compile(world, facts);
      const watch = stopwatch();
      const expected = rankCandidates(vacancy, plain, WINDOW);
      times.push(watch());
      if (!isDeepStrictEqual(rankSlots(people, vacancy, WINDOW), expected)) differences += 1;
    }
    const engine = 'every object scored';
    yield { taxonomy: options.taxonomy, engine, reach, ...percentiles(times), differences };
  }
}

function rank(people: SlotPeople, world: InventedWorld, facts: VacancyFacts): number {
  const watch = stopwatch();
  rankSlots(people, compile(world, facts), WINDOW);
  return watch();
}

const compile = ({ taxonomy }: InventedWorld, facts: VacancyFacts): CompiledVacancy =>
  compileVacancy(facts, taxonomy, inventedGeography);

/** One thread, a tenth of the vacancies national, the others half and half. */
function mixedRate(times: readonly (readonly number[])[]): number {
  const [regency, province, nation] = times.map(
    (all) => all.reduce((a, b) => a + b, 0) / Math.max(1, all.length),
  );
  const local = (regency + province) / 2;
  return round(1_000 / (nation * NATIONAL_SHARE + local * (1 - NATIONAL_SHARE)));
}

function percentiles(times: readonly number[]): Record<string, number> {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  return { rankings: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95) };
}

function stopwatch(): () => number {
  const start = process.hrtime.bigint();
  return () => round(Number(process.hrtime.bigint() - start) / 1e6);
}

/** Objects and typed arrays together, after a collection where Node.js was started with `--expose-gc`. */
function memoryInUse(): number {
  // Twice: the first finds the arrays that the second gives back.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const round = (value: number) => Math.round(value * 100) / 100;
