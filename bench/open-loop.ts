import { setImmediate, setTimeout } from 'node:timers/promises';

/** One request of a run; `send` resolves to its check, which runs outside the measured time. */
export interface Shot {
  /** Under which the latency is counted. */
  readonly group: string;
  send(): Promise<() => void>;
}

export interface LoadPlan {
  readonly perSecond: number;
  readonly warmUp: number;
  readonly requests: number;
}

/** Measured latencies by group, in milliseconds, and why requests failed. */
interface LoadResult {
  readonly latenciesMs: ReadonlyMap<string, readonly number[]>;
  readonly failures: readonly string[];
}

/** A timer may be this late; the rest is waited for in turns of the event loop. */
const TIMER_SLACK_MS = 2;

/**
 * Sends requests at times fixed in advance, whether or not earlier ones were answered.
 *
 * A latency counts from the planned time: a service that falls behind cannot slow its own load down.
 */
async function runOpenLoop(
  { perSecond, warmUp, requests }: LoadPlan,
  shotAt: (index: number) => Shot,
): Promise<LoadResult> {
  const latenciesMs = new Map<string, number[]>();
  const failures: string[] = [];
  const start = performance.now() + TIMER_SLACK_MS;
  const open: Promise<void>[] = [];
  for (let index = 0; index < warmUp + requests; index += 1) {
    const plannedMs = start + (index * 1_000) / perSecond;
    await waitUntil(plannedMs);
    open.push(
      measure(shotAt(index), plannedMs).then(({ group, latencyMs, failure }) => {
        if (failure !== null) failures.push(failure);
        else if (index >= warmUp) {
          latenciesMs.set(group, [...(latenciesMs.get(group) ?? []), latencyMs]);
        }
      }),
    );
  }
  await Promise.all(open);
  return { latenciesMs, failures };
}

/** Latencies in milliseconds by name. */
export type Results = Record<string, readonly number[]>;

/**
 * The latencies of a run, under `name` and the group.
 *
 * Errors: the first failed requests, when any failed.
 */
export async function drive(
  name: string,
  plan: LoadPlan,
  shotAt: (index: number) => Shot,
): Promise<Results> {
  const { latenciesMs, failures } = await runOpenLoop(plan, shotAt);
  if (failures.length > 0) {
    throw new Error(`${name}: ${failures.length} failed, first ${failures.slice(0, 3).join('; ')}`);
  }
  return Object.fromEntries(
    [...latenciesMs].map(([group, list]) => [group === '' ? name : `${name}, ${group}`, list]),
  );
}

/** The entry of a list that is gone through again and again. */
export const pickAt = <T>(list: readonly T[], index: number): T => list[index % list.length];

async function measure({ group, send }: Shot, plannedMs: number) {
  try {
    const check = await send();
    const latencyMs = performance.now() - plannedMs;
    check();
    return { group, latencyMs, failure: null };
  } catch (error) {
    return { group, latencyMs: 0, failure: `${group}: ${String(error)}` };
  }
}

async function waitUntil(plannedMs: number): Promise<void> {
  const early = plannedMs - performance.now() - TIMER_SLACK_MS;
  if (early > 0) await setTimeout(early);
  while (performance.now() < plannedMs) await setImmediate();
}
