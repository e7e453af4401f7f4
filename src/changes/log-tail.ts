import type { OnError } from './leader';
import type { Notices } from './notices';
import { pause, Wake } from './wake';

/** Something in its place of one order. Places grow; some may be missing, since what is erased leaves a hole. */
export interface Placed {
  readonly seq: number;
}

/** What a log holds: everything behind `removed` and up to `newest`. */
export interface LogBounds {
  /** Place of the newest event. */
  readonly newest: number;
  /** Place of the last event that was removed because it was old; 0 = none was. */
  readonly removed: number;
}

/** How far back a log can be read. */
export interface LogReach {
  bounds(): Promise<LogBounds>;
  /** When the oldest event that is kept was written; null = there is none. */
  retainedSince(): Promise<Date | null>;
}

/** A table to which events are appended, one place after the other. */
export interface LogSource<E extends Placed> extends LogReach {
  /** Rings when events were written. */
  readonly channel: string;
  /** Events after a place, oldest first. */
  read(after: number, limit: number): Promise<E[]>;
  /** How many events lie in a stretch of a log from which single ones are erased. */
  count?(after: number, upTo: number): Promise<number>;
}

/** Events behind a place are no longer kept: who stood there missed some, and has to read everything anew. */
export class EventsRemoved extends Error {
  override name = 'EventsRemoved';
  constructor(
    readonly after: number,
    readonly removed: number,
  ) {
    super(`The events behind ${after} are gone up to ${removed}`);
  }
}

/** Memory of the newest events, some 2 to 5 MB; who is further behind reads SQL. */
const KEPT_EVENTS = 10_000;
/** Of what was there before the start: clients that come back after a restart find it in memory. */
const READ_AT_START = 1_000;
const READ_LIMIT = 1_000;
/** A notice may get lost with a connection; then this is the delay. */
const POLL_MS = 1_000;
const RETRY_MS = 500;
/** An erased event leaves the memory of every process so soon. */
const ERASURE_CHECK_MS = 2_000;

/**
 * The newest events of a log as this process sees them: read once, shared by all followers, bounded. Followers pull
 * at their own pace, so a slow one costs no memory.
 */
export class LogTail<E extends Placed> {
  private kept: E[] = [];
  /** In memory is what lies behind this place; null = nothing was read yet. */
  private keptAfter: number | null = null;
  private newest = 0;
  private checkedAt = 0;
  private readonly wake = new Wake();
  private readonly followers = new Set<Wake>();

  constructor(
    readonly source: LogSource<E>,
    notices: Pick<Notices, 'on'>,
    private readonly onError: OnError,
  ) {
    notices.on(source.channel, () => this.wake.ring());
  }

  /** Place of the newest event that this process has seen. */
  get head(): number {
    return this.newest;
  }

  /** Whether everything behind the place is in memory. */
  remembers(place: number): boolean {
    return this.keptAfter !== null && place >= this.keptAfter;
  }

  /** Reads on until the signal aborts, survives lost connections. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const count = await this.readOn();
        await this.forgetErased();
        if (count < READ_LIMIT) await this.wake.wait(POLL_MS, signal);
      } catch (error) {
        this.onError(error);
        await pause(RETRY_MS, signal);
      }
    }
  }

  /**
   * Batches of events after a place, first the past, then live; ends when the signal aborts.
   *
   * Errors: as `after`.
   */
  async *follow(
    after: number,
    { signal, limit = READ_LIMIT }: { signal: AbortSignal; limit?: number },
  ): AsyncGenerator<E[]> {
    let place = after;
    while (!signal.aborted) {
      const events = await this.after(place, limit);
      const last = events.at(-1);
      if (last === undefined) {
        await this.growth(place, POLL_MS, signal);
      } else {
        place = last.seq;
        yield events;
      }
    }
  }

  /**
   * Events after a place, oldest first: from memory when it reaches back far enough, else from PostgreSQL.
   *
   * Errors: `EventsRemoved` when some are gone because they were old.
   */
  async after(place: number, limit = READ_LIMIT): Promise<E[]> {
    if (place >= this.newest) return [];
    if (!this.remembers(place)) return await this.readAfter(place, limit);
    const start = this.indexAfter(place);
    return this.kept.slice(start, start + limit);
  }

  /** Resolves when there is something after the place, after the time, or when the signal aborts. */
  async growth(place: number, limitMs: number, signal: AbortSignal): Promise<void> {
    if (place < this.newest) return;
    const wake = new Wake();
    this.followers.add(wake);
    await wake.wait(limitMs, signal);
    this.followers.delete(wake);
  }

  private async readAfter(place: number, limit: number): Promise<E[]> {
    const events = await this.source.read(place, limit);
    if (events[0]?.seq === place + 1) return events;
    const { removed } = await this.source.bounds();
    if (removed > place) throw new EventsRemoved(place, removed);
    return events;
  }

  /** How many events were read. */
  private async readOn(): Promise<number> {
    if (this.keptAfter === null) {
      const { newest, removed } = await this.source.bounds();
      this.newest = Math.max(removed, newest - READ_AT_START);
      this.keptAfter = this.newest;
    }
    const events = await this.source.read(this.newest, READ_LIMIT);
    const last = events.at(-1);
    if (last === undefined) return 0;
    await this.forgetRemoved(events[0].seq);
    this.kept.push(...events);
    if (this.kept.length > KEPT_EVENTS) {
      const forgotten = this.kept.splice(0, this.kept.length - KEPT_EVENTS / 2);
      this.keptAfter = forgotten.at(-1)?.seq ?? this.keptAfter;
    }
    this.newest = last.seq;
    for (const follower of this.followers) follower.ring();
    return events.length;
  }

  /** After a sleep of weeks: what lies between memory and the first event read now may be gone. */
  private async forgetRemoved(first: number): Promise<void> {
    if (first === this.newest + 1) return;
    const { removed } = await this.source.bounds();
    if (removed <= this.newest) return;
    this.kept = [];
    this.keptAfter = removed;
  }

  /** Forgets everything when something of it is no longer in the table. */
  private async forgetErased(): Promise<void> {
    const { source, keptAfter, newest } = this;
    const now = performance.now();
    if (source.count === undefined || keptAfter === null || this.kept.length === 0) return;
    if (now - this.checkedAt < ERASURE_CHECK_MS) return;
    this.checkedAt = now;
    if ((await source.count(keptAfter, newest)) === this.kept.length) return;
    this.kept = [];
    this.keptAfter = newest;
  }

  /** Index of the first kept event after the place. */
  private indexAfter(place: number): number {
    let [low, high] = [0, this.kept.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.kept[middle].seq <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
