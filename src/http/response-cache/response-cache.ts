import type { KeptAnswer } from './kept-answer';

/** How an answer came about: kept before, made for somebody who asked at the same time, or made now. */
export type CacheOutcome = 'hit' | 'shared' | 'miss';

/** What was made of a question: an answer for everybody, or only for who asked. */
export interface Made<T> {
  /** Null = not to be kept. */
  readonly answer: KeptAnswer | null;
  readonly own: T;
}

export type Answered<T> =
  | { readonly answer: KeptAnswer; readonly outcome: CacheOutcome }
  | { readonly answer: null; readonly own: T };

interface Entry {
  readonly answer: KeptAnswer;
  readonly untilMs: number;
}

/** Source: docs/adr/0028; the longest that a change nobody noticed, such as a closing time, stays unseen. */
export const LIFE_MS = 15_000;
/** While the index may not have what has just changed, or does not answer, answers are kept so short. */
export const UNSETTLED_LIFE_MS = 1_000;
/** Several times what the index takes to follow a change; longer than its breaker waits between probes. */
export const SETTLE_MS = 5_000;
/** Of bodies; their compressed copies are a fraction of it. */
const MOST_BYTES = 32 * 1024 * 1024;
/** A larger body is answered and not kept: a few hundred of these fill the memory. */
const MOST_BODY_BYTES = 256 * 1024;

interface Options {
  /** Unit: ms. */
  readonly now: () => number;
  readonly mostBytes?: number;
  readonly mostBodyBytes?: number;
}

/**
 * The newest answers to public questions. Each is made once for all who ask at one time; any change of what they show
 * makes it forget them all; the least recently used go first when the memory is full.
 */
export class ResponseCache {
  private readonly kept = new Map<string, Entry>();
  private readonly running = new Map<string, Promise<KeptAnswer | null>>();
  private heldBytes = 0;
  private generation = 0;
  private unsettledAtMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: Options) {}

  /** Bytes of the bodies that are held. */
  get bytes(): number {
    return this.heldBytes;
  }

  /** The answer that is kept under a key and still fresh. */
  find(key: string): KeptAnswer | null {
    const entry = this.kept.get(key);
    if (entry === undefined) return null;
    this.remove(key, entry);
    if (entry.untilMs <= this.options.now()) return null;
    this.add(key, entry);
    return entry.answer;
  }

  /**
   * The answer under a key: kept, or made by whoever asked first. Who shared in vain makes it for itself.
   *
   * Errors: those of `make`, to whose call they belong.
   */
  async answer<T>(key: string, make: () => Promise<Made<T>>): Promise<Answered<T>> {
    const found = this.find(key);
    if (found !== null) return { answer: found, outcome: 'hit' };
    const running = this.running.get(key);
    // Nothing is awaited before a first one is known to run, else several would.
    const shared = running === undefined ? null : await running;
    return shared === null ? await this.lead(key, make) : { answer: shared, outcome: 'shared' };
  }

  /** Something that answers show has changed. */
  forget(): void {
    this.generation += 1;
    this.unsettle();
    this.kept.clear();
    this.running.clear();
    this.heldBytes = 0;
  }

  /** Answers may be poorer than those to come: what is made from now on is soon made anew. */
  unsettle(): void {
    this.unsettledAtMs = this.options.now();
  }

  private async lead<T>(key: string, make: () => Promise<Made<T>>): Promise<Answered<T>> {
    const { generation } = this;
    const making = make();
    const result = making.then(
      ({ answer }) => answer,
      () => null,
    );
    if (!this.running.has(key)) this.running.set(key, result);
    try {
      const { answer, own } = await making;
      if (answer === null) return { answer, own };
      // What was read before a change must not outlive it.
      if (generation === this.generation) this.keep(key, answer);
      return { answer, outcome: 'miss' };
    } finally {
      if (this.running.get(key) === result) this.running.delete(key);
    }
  }

  private keep(key: string, answer: KeptAnswer): void {
    const { now, mostBytes = MOST_BYTES, mostBodyBytes = MOST_BODY_BYTES } = this.options;
    if (answer.body.length > mostBodyBytes) return;
    const before = this.kept.get(key);
    if (before !== undefined) this.remove(key, before);
    const isSettled = now() - this.unsettledAtMs >= SETTLE_MS;
    const untilMs = answer.madeAtMs + (isSettled ? LIFE_MS : UNSETTLED_LIFE_MS);
    this.add(key, { answer, untilMs });
    for (const [oldest, entry] of this.kept) {
      if (this.heldBytes <= mostBytes) break;
      this.remove(oldest, entry);
    }
  }

  private add(key: string, entry: Entry): void {
    this.kept.set(key, entry);
    this.heldBytes += sizeOf(entry);
  }

  private remove(key: string, entry: Entry): void {
    this.kept.delete(key);
    this.heldBytes -= sizeOf(entry);
  }
}

/** A key, an entry and what the engine adds, beside the body. */
const OVERHEAD_BYTES = 512;

const sizeOf = ({ answer }: Entry): number => answer.body.length + OVERHEAD_BYTES;
