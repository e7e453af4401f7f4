import type { VacancyFacts } from '../../matching/core/facts';
import { rankSlots } from '../../matching/slots/rank-slots';
import { BARS, hold, type SpeedLine } from './lines';
import { memoryInUse } from './memory';
import {
  compileIn,
  FIRST,
  fillSlots,
  inventWorld,
  type Prepared,
  prepare,
  type WorldSize,
} from './prepared';
import { mean, percentiles, round, stopwatch } from './times';
import { REACHES } from './world';

/** From so many on, what does not grow with the people weighs nothing. */
const MANY = 1_000_000;
const WARM_UP = 20;
/** Of all vacancies. */
const NATIONAL_SHARE = 0.1;

/** A world with what it took to make: bytes a person, milliseconds to fill the slots. */
export function measureFilling(size: WorldSize): { prepared: Prepared; line: SpeedLine } {
  const world = inventWorld(size);
  const before = memoryInUse();
  const filling = stopwatch();
  const people = fillSlots(world, size.people);
  const fillMs = filling();
  const bytes = (memoryInUse() - before) / Math.max(1, size.people);
  const { taxonomy } = size;
  const line = { taxonomy, people: people.size, bytesAPerson: round(bytes), fillMs };
  const isFull = size.people >= MANY;
  const prepared = prepare(size, world, people);
  return { prepared, line: isFull ? hold(line, BARS.memory, taxonomy) : line };
}

/** Times of the scan on one thread, by reach and mixed. */
export function* measureScan(prepared: Prepared): Generator<SpeedLine> {
  const { size, world, vacancies } = prepared;
  const { taxonomy } = size;
  // What the taxonomy works out once per occupation belongs to the start.
  for (const reach of REACHES) for (const facts of vacancies[reach]) compileIn(world, facts);
  for (const reach of REACHES) {
    for (const facts of vacancies[reach].slice(0, WARM_UP)) rank(prepared, facts);
  }
  const times = REACHES.map((reach) => vacancies[reach].map((facts) => rank(prepared, facts)));
  for (const [at, reach] of REACHES.entries()) {
    const line = { taxonomy, engine: 'scan', reach, ...percentiles(times[at]) };
    yield hold(line, BARS[reach], taxonomy);
  }
  const rankingsASecond = mixedRate(times);
  yield hold({ taxonomy, engine: 'scan', rankingsASecond }, BARS.rate, taxonomy);
}

function rank({ people, world }: Prepared, facts: VacancyFacts): number {
  const watch = stopwatch();
  rankSlots(people, compileIn(world, facts), { first: FIRST });
  return watch();
}

/** One thread, a tenth of the vacancies national, the others half and half. */
function mixedRate(times: readonly (readonly number[])[]): number {
  const [regency, province, nation] = times.map(mean);
  const local = (regency + province) / 2;
  return round(1_000 / (nation * NATIONAL_SHARE + local * (1 - NATIONAL_SHARE)));
}
