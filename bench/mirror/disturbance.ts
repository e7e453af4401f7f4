import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MirrorProgram } from './mirror-program';

/** Kills and pauses a mirror at random moments, some of them while it writes. */
export class Disturbance {
  kills = 0;
  pauses = 0;
  private hasEnded = false;

  /** A life ends after a tenth of `lifeMs` to the whole; milliseconds, a multiple of ten. */
  constructor(
    private readonly program: MirrorProgram,
    private readonly lifeMs: number,
  ) {}

  async goOnUntil(signal: AbortSignal): Promise<void> {
    try {
      while (!signal.aborted) await this.disturb(signal);
    } finally {
      this.hasEnded = true;
    }
  }

  private async disturb(signal: AbortSignal): Promise<void> {
    const { program, lifeMs } = this;
    const wait = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined);
    program.start();
    await wait(randomInt(lifeMs * 0.1, lifeMs));
    if (randomInt(2) === 0) {
      program.pause();
      this.pauses += 1;
      await wait(randomInt(lifeMs * 0.3));
      program.goOn();
      await wait(randomInt(lifeMs * 0.1));
    }
    await program.kill();
    this.kills += 1;
    // Now and then nobody looks after it for long.
    await wait(randomInt(5) === 0 ? lifeMs * 0.8 : randomInt(500));
  }

  /** Waits, however fast the writers are. Errors: where the disturbance ended before. */
  async untilKilled(times: number): Promise<void> {
    while (this.kills < times) {
      if (this.hasEnded) throw new Error(`the mirror was killed ${this.kills} times, not ${times}`);
      await sleep(50);
    }
  }
}
