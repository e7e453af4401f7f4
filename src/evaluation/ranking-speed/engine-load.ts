import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startInThread } from '../../matching/engine/start-engine';
import { percentiles, round, stopwatch } from './times';
import { InventedWorld } from './world';

export interface EngineLoadOptions {
  readonly people: number;
  /** Rankings in all, a tenth of them national, the others half of regencies, half of provinces. */
  readonly rankings: number;
}

/** Event-loop delay of the asking thread at p99. Source: issue of the matching core. */
const MOST_DELAY_MS = 20;
/** As an ordinary page is frozen. */
const PAGE = { first: 100, isShown: true };
/** Always so many on their way, so that the engine's thread never rests. */
const AT_ONCE = 4;
const NANOSECONDS = 1_000_000;

/** What the thread of the requests feels while the engine's thread ranks as much as it can. */
export async function measureEngineLoad({ people, rankings }: EngineLoadOptions) {
  const file = path.join(__dirname, 'engine-thread.js');
  const { engine, report, kill } = await startInThread(file, { people }, { now: Date.now });
  const world = new InventedWorld(report.catalogue.taxonomy, 1);
  const vacancies = [
    ...world.vacancies(Math.ceil(rankings * 0.45), 'regency'),
    ...world.vacancies(Math.ceil(rankings * 0.45), 'province'),
    ...world.vacancies(Math.ceil(rankings * 0.1), 'nation'),
  ].sort((a, b) => a.tieSalt - b.tieSalt);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const all = stopwatch();
  const times: number[] = [];
  delay.enable();
  const askOn = async () => {
    for (let vacancy = vacancies.pop(); vacancy; vacancy = vacancies.pop()) {
      const since = stopwatch();
      await engine.rank(vacancy, PAGE);
      times.push(since());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOn));
  delay.disable();
  const seconds = all() / 1_000;
  await kill();
  const p99Ms = delay.percentile(99) / NANOSECONDS;
  return {
    ...{ people, rankings: times.length, perSecond: round(times.length / seconds) },
    ...percentiles(times),
    delayP99Ms: round(p99Ms),
    delayMaxMs: round(delay.max / NANOSECONDS),
    ...{ bar: `delayP99Ms ≤ ${MOST_DELAY_MS}`, isMet: p99Ms <= MOST_DELAY_MS },
  };
}
