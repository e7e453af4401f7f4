import { limits } from '../limits';
import { type CursorPlace, findGap, type Gap } from './log-start';
import type { LogReach, LogTail, Placed } from './log-tail';

/** A stretch of a log as one reader sees it. */
export interface LogPage<T extends Placed> {
  readonly items: readonly T[];
  /** Everything up to here was looked at. */
  readonly upTo: number;
}

/** What one reader sees of a log, and how. */
export interface LogView<E extends Placed, T extends Placed> {
  /** What the reader may and wants to see of these events, as of now. */
  select(events: readonly E[]): Promise<readonly T[]>;
  /** The same from the database, of a stretch that memory no longer holds, or of the beginning of it. */
  past(after: number, upTo: number): Promise<LogPage<T>>;
}

/** What somebody who follows a log is told, each with the place to go on from. */
export type StreamItem<T> =
  | { readonly kind: 'EVENT'; readonly place: number; readonly event: T }
  | { readonly kind: 'HEARTBEAT'; readonly place: number; readonly at: Date }
  | ({ readonly kind: 'GAP' } & Gap);

/** The reader no longer keeps up; it may go on behind the place later. */
export class ReaderTooSlow extends Error {
  override name = 'ReaderTooSlow';
  constructor(readonly place: number) {
    super('The reader is too slow');
  }
}

export interface FollowOptions {
  /** How far back `view.past` reads; by default as far as the tail's own source. */
  readonly reach?: LogReach;
  /** Null = from now on, which a first heartbeat tells. */
  readonly after: CursorPlace | null;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly limits?: FollowLimits;
}

export type FollowLimits = Readonly<
  Record<'heartbeatMs' | 'mostBehind' | 'longestBehindMs', number>
>;

/** Events that are looked at in one go. */
const PAGE_SIZE = 100;
/** What was selected is selected again when its reader takes longer, so that rights are those of the moment. */
const FRESH_MS = 250;

/**
 * What follows a place of a log: first the past, then live, without a gap between; ends when the signal aborts.
 *
 * Shape: ascending places. An item counts as read once the next one is asked for: nothing piles up for a slow reader.
 * Errors: ReaderTooSlow when a reader who had caught up falls far behind.
 */
export async function* followLog<E extends Placed, T extends Placed>(
  tail: LogTail<E>,
  view: LogView<E, T>,
  options: FollowOptions,
): AsyncGenerator<StreamItem<T>, void> {
  const { after, now, reach = tail.source } = options;
  const gap = after === null ? null : await findGap(reach, after);
  if (gap !== null) {
    yield { kind: 'GAP', ...gap };
    yield* new LogReader(tail, view, options, gap.place).read();
  } else if (typeof after === 'number') {
    yield* new LogReader(tail, view, options, after).read();
  } else {
    const { newest } = await reach.bounds();
    yield { kind: 'HEARTBEAT', place: newest, at: now() };
    yield* new LogReader(tail, view, options, newest).read();
  }
}

const items = new WeakMap<object, StreamItem<never>>();

/** One object for all who are told of an event, so that they can share what is made of it. */
function itemOf<T extends Placed>(event: T): StreamItem<T> {
  const known = items.get(event) as StreamItem<T> | undefined;
  const item = known ?? { kind: 'EVENT', place: event.seq, event };
  if (known === undefined) items.set(event, item as StreamItem<never>);
  return item;
}

class LogReader<E extends Placed, T extends Placed> {
  private readonly limits: FollowLimits;
  /** When the reader was last told anything. */
  private toldAt = performance.now();
  /** When there was last nothing more to read; null = there always was. */
  private caughtUpAt: number | null = null;

  constructor(
    private readonly tail: LogTail<E>,
    private readonly view: LogView<E, T>,
    private readonly options: FollowOptions,
    private place: number,
  ) {
    this.limits = options.limits ?? limits.stream;
  }

  async *read(): AsyncGenerator<StreamItem<T>, void> {
    const { signal } = this.options;
    while (!signal.aborted) {
      if (this.place >= this.tail.head) await this.wait();
      else this.refuseSlow();
      const page = await this.nextPage();
      if ('reason' in page) yield this.skip(page);
      else yield* this.tell(page);
      if (!signal.aborted && this.silentMs >= this.limits.heartbeatMs) yield this.heartbeat();
    }
  }

  private get silentMs(): number {
    return performance.now() - this.toldAt;
  }

  private async wait(): Promise<void> {
    const limitMs = Math.max(0, this.limits.heartbeatMs - this.silentMs);
    await this.tail.growth(this.place, limitMs, this.options.signal);
    this.caughtUpAt = performance.now();
  }

  private refuseSlow(): void {
    if (this.caughtUpAt === null || this.tail.head - this.place <= this.limits.mostBehind) return;
    const behindMs = performance.now() - this.caughtUpAt;
    if (behindMs > this.limits.longestBehindMs) throw new ReaderTooSlow(this.place);
  }

  private async nextPage(): Promise<LogPage<T> | Gap> {
    const { tail, view, place } = this;
    const { head } = tail;
    if (place >= head) return { items: [], upTo: place };
    if (tail.remembers(place)) {
      const events = await tail.after(place, PAGE_SIZE);
      return { items: await view.select(events), upTo: events.at(-1)?.seq ?? place };
    }
    const page = await view.past(place, head);
    // Asked afterwards: what was removed meanwhile may be missing in the page.
    return (await findGap(this.options.reach ?? tail.source, place)) ?? page;
  }

  private async *tell({ items, upTo }: LogPage<T>): AsyncGenerator<StreamItem<T>, void> {
    const readAt = performance.now();
    for (const event of items) {
      if (performance.now() - readAt > FRESH_MS) return;
      yield itemOf(event);
      this.place = event.seq;
      this.toldAt = performance.now();
    }
    this.place = upTo;
  }

  private skip(gap: Gap): StreamItem<T> {
    this.place = gap.place;
    this.toldAt = performance.now();
    return { kind: 'GAP', ...gap };
  }

  private heartbeat(): StreamItem<T> {
    this.toldAt = performance.now();
    return { kind: 'HEARTBEAT', place: this.place, at: this.options.now() };
  }
}
