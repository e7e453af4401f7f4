import { isDeepStrictEqual } from 'node:util';
import type { CandidateFacts } from '../../matching/core/facts';
import { rankCandidates } from '../../matching/core/rank';
import { rankSlots } from '../../matching/slots/rank-slots';
import { BARS, hold, type SpeedLine } from './lines';
import { compileIn, FIRST, outline, type Prepared, type TimedEngine } from './prepared';
import { mean, percentiles, round, stopwatch } from './times';
import { REACHES } from './world';

/** A way to rank that may have to be filled first, on servers of its own. */
export interface EngineStart {
  readonly name: string;
  /** Fills it. */
  start(prepared: Prepared): Promise<TimedEngine>;
}

/** Everybody's facts as objects, scored one by one. */
export const objectsEngine = (plain: readonly CandidateFacts[]): EngineStart => ({
  name: 'every object scored',
  start: async () => ({
    rank: async (vacancy) => outline(rankCandidates(vacancy, plain, { first: FIRST })),
  }),
});

/** Other engines over the same data, each beside the scan of the same vacancies in the same run. */
export async function* measureSideBySide(
  prepared: Prepared,
  engines: readonly EngineStart[],
  vacanciesEach: number,
): AsyncGenerator<SpeedLine> {
  const { taxonomy } = prepared.size;
  for (const start of engines) {
    const filling = stopwatch();
    const engine = await start.start(prepared);
    yield { taxonomy, engine: start.name, fillMs: filling() };
    for (const reach of REACHES) {
      const drawn = prepared.vacancies[reach].slice(0, vacanciesEach);
      const found = await timeBeside(prepared, engine, drawn);
      const line = { taxonomy, engine: start.name, reach, ...found, ...engine.takeNotes?.() };
      yield hold(line, BARS.differences);
    }
  }
}

/** Each vacancy once to warm up, then by the scan and by the engine, one after the other. */
async function timeBeside(
  { world, people }: Prepared,
  engine: TimedEngine,
  drawn: Prepared['vacancies']['nation'],
) {
  const own: number[] = [];
  const others: number[] = [];
  let differences = 0;
  for (const facts of drawn) {
    await engine.rank(compileIn(world, facts));
    const watch = stopwatch();
    const vacancy = compileIn(world, facts);
    const expected = outline(rankSlots(people, vacancy, { first: FIRST }));
    own.push(watch());
    const other = stopwatch();
    const found = await engine.rank(vacancy);
    others.push(other());
    if (!isDeepStrictEqual(found, expected)) differences += 1;
  }
  const timesTheScan = round(mean(others) / mean(own));
  return { ...percentiles(others), scanP50Ms: percentiles(own).p50Ms, timesTheScan, differences };
}
