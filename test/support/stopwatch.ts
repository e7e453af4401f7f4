import { setTimeout as sleep } from 'node:timers/promises';

const BEAT_MS = 50;
/** What a beat counts at most: a machine at rest needs little more than its pause. */
const LONGEST_BEAT_MS = 75;

export interface Stopwatch {
  /** Milliseconds since it was started, but for those in which the machine had no time for us. */
  ms(): number;
  stop(): void;
}

/**
 * Measures what the service promises, and not what else the machine does: it counts beats of a timer and a round trip
 * to the database, and a beat that comes late counts no more than one in time.
 */
export function startStopwatch(roundTrip: () => Promise<unknown>): Stopwatch {
  let counted = 0;
  let beatSince = performance.now();
  let isOver = false;
  const inBeat = () => Math.min(performance.now() - beatSince, LONGEST_BEAT_MS);
  const beat = async () => {
    while (!isOver) {
      await sleep(BEAT_MS);
      await roundTrip();
      counted += inBeat();
      beatSince = performance.now();
    }
  };
  // What the round trip fails with is the test's own to find.
  void beat().catch(() => undefined);
  return {
    ms: () => counted + inBeat(),
    stop: () => {
      isOver = true;
    },
  };
}
