/** When an engine that neither answers nor ends counts as hung. */
export interface WatchLimits {
  /** A turn of the watch: so often a sign of life is asked for. */
  readonly everyMs: number;
  /** After so many turns in a row without any message it hangs. */
  readonly silentTurns: number;
  /** After so many turns without its answer a question hangs; without progress, reading does. */
  readonly stuckTurns: number;
}

/**
 * 30 seconds of silence, 5 minutes without an answer: a ranking of a million takes a tenth of a second, sealing them half
 * a minute of turns, a statement of reading at most four. Source: our choice.
 */
export const WATCH_LIMITS: WatchLimits = { everyMs: 5_000, silentTurns: 6, stuckTurns: 60 };

const SECOND_MS = 1_000;

/** The engine's thread neither answers nor ends. */
export class EngineHung extends Error {
  override name = 'EngineHung';
  constructor(turns: number, { everyMs }: WatchLimits) {
    super(`The thread that ranks did not answer for ${(turns * everyMs) / SECOND_MS} seconds`);
  }
}

/** Something that waits for its answer. */
export interface Watched {
  /** How many turns it has waited. */
  turns: number;
}

export interface WatchedEngine {
  /** Whether it has read everybody; before, only its progress tells that it lives. */
  readonly isBooted: () => boolean;
  /** What waits for an answer. */
  readonly waiting: () => Iterable<Watched>;
  /** Sends what is answered at once. */
  readonly ping: () => void;
  readonly onHung: (error: EngineHung) => void;
}

/**
 * Looks at an engine turn by turn until `end`.
 *
 * Turns are counted, not time: where the whole process stood still, the messages of meanwhile come before the next turn.
 */
export class EngineWatch {
  private silentTurns = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly engine: WatchedEngine,
    private readonly limits: WatchLimits,
  ) {
    this.timer = setInterval(() => this.look(), limits.everyMs);
    this.timer.unref();
  }

  /** A message came. */
  hear(): void {
    this.silentTurns = 0;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const { limits, engine } = this;
    let longest = 0;
    for (const one of engine.waiting()) {
      one.turns += 1;
      longest = Math.max(longest, one.turns);
    }
    if (engine.isBooted()) this.silentTurns += 1;
    const isSilent = this.silentTurns > limits.silentTurns;
    if (isSilent || longest > limits.stuckTurns) {
      this.end();
      engine.onHung(new EngineHung(isSilent ? limits.silentTurns : limits.stuckTurns, limits));
    } else if (engine.isBooted()) {
      engine.ping();
    }
  }
}
