import type { Clock } from '../../clock';
import type { TermOrigin } from '../../entities/vocabulary';
import type { ConceptType } from '../../text/concepts';
import type { RunAs } from '../transaction';
import { type CountedTerm, writeTerms } from './write-terms';

/** What somebody typed in vain, already in its counted form. */
export interface VainTerm {
  readonly term: string;
  readonly type: ConceptType;
  readonly origin: TermOrigin;
}

/**
 * How often a word must be typed before it is written down and shown: what one person says once leaves no trace.
 * Source: our choice, docs/MATCHING.md.
 */
export const LEAST_HEARD = 3;
/** Words that may be taken in between two writings; the rest of a flood is dropped. */
const MOST_PENDING = 500;
/** Words heard fewer times than `LEAST_HEARD`, kept in memory only; the oldest are forgotten. */
const MOST_HEARD = 20_000;
/** How often the words are written. */
export const WRITE_EVERY_MS = 10_000;

/**
 * Counts what was typed in vain, off the way of requests: `note` only counts in memory, `flush` writes.
 *
 * Words below `LEAST_HEARD` live in this process alone and are lost with it, by intent.
 */
export class TermCollector {
  private readonly heard = new Map<string, number>();
  private pending = new Map<string, CountedTerm>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly deps: { runAs: RunAs; clock: Clock }) {}

  /** Never throws. Cost: O(1). */
  note({ term, type, origin }: VainTerm): void {
    const key = `${type} ${origin} ${term}`;
    const waiting = this.pending.get(key);
    const heard = (this.heard.get(key) ?? 0) + 1;
    if (waiting !== undefined) this.pending.set(key, { ...waiting, count: waiting.count + 1 });
    else if (heard >= LEAST_HEARD && this.pending.size < MOST_PENDING) {
      // The first time that it is written brings the earlier ones along.
      this.pending.set(key, { term, type, origin, count: heard === LEAST_HEARD ? heard : 1 });
    } else if (heard >= LEAST_HEARD) return;
    this.remember(key, heard);
  }

  /** Writes what has been counted. Cost: 3 statements, none when there is nothing. */
  async flush(): Promise<void> {
    if (this.pending.size === 0) return;
    const terms = [...this.pending.values()];
    this.pending = new Map();
    await this.deps.runAs('system', (manager) => writeTerms(manager, terms, this.deps.clock.now()));
  }

  /** Writes from now on every ten seconds; a failed writing loses its words and is reported. */
  start(onError: (error: unknown) => void): void {
    this.timer = setInterval(() => {
      this.flush().catch(onError);
    }, WRITE_EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  private remember(key: string, heard: number): void {
    this.heard.delete(key);
    this.heard.set(key, heard);
    if (this.heard.size <= MOST_HEARD) return;
    const [oldest] = this.heard.keys();
    if (oldest !== undefined) this.heard.delete(oldest);
  }
}
