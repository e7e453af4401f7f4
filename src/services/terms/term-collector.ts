import type { Clock } from '../../clock';
import type { TermOrigin } from '../../entities/vocabulary';
import type { ConceptType } from '../../text/concepts';
import { PeriodicWriter } from '../periodic-writer';
import type { RunAs } from '../transaction';
import { type CountedTerm, writeTerms } from './write-terms';

/** What was typed in vain, already in its counted form. */
export interface VainTerm {
  readonly term: string;
  readonly type: ConceptType;
  readonly origin: TermOrigin;
}

/**
 * How many accounts must type a word, or advertisements hold it, before it is shown: what one person types leaves no
 * trace, however often. Source: our choice, docs/MATCHING.md.
 */
export const LEAST_HEARD = 3;
/** Words that may be taken in between two writings; the rest of a flood is dropped. */
const MOST_PENDING = 500;
/** Accounts remembered of one word; what more say does not count. */
const MOST_ACCOUNTS = 50;
/** Words with who typed them, kept in memory only; the oldest are forgotten. */
const MOST_HEARD = 20_000;
/** How often the words are written. */
export const WRITE_EVERY_MS = 10_000;

/**
 * Counts by how many accounts a word was typed in vain, off the way of requests: `note` only counts in memory, `flush` writes.
 *
 * Words below `LEAST_HEARD` live in this process alone and are lost with it, by intent.
 */
export class TermCollector extends PeriodicWriter {
  private readonly heard = new Map<string, Set<string>>();
  private pending = new Map<string, CountedTerm>();

  constructor(private readonly deps: { runAs: RunAs; clock: Clock }) {
    super(WRITE_EVERY_MS);
  }

  /** An account counts once a word. Never throws. Cost: O(1). */
  note({ term, type, origin }: VainTerm, accountId: string): void {
    const key = `${type} ${origin} ${term}`;
    const accounts = this.heard.get(key) ?? new Set();
    const isNew = accounts.size < MOST_ACCOUNTS && !accounts.has(accountId);
    const heard = accounts.size + Number(isNew);
    if (isNew && heard >= LEAST_HEARD) {
      const waiting = this.pending.get(key);
      if (waiting === undefined && this.pending.size >= MOST_PENDING) return;
      // The first time that it is written brings the earlier ones along.
      const added = heard === LEAST_HEARD ? heard : 1;
      this.pending.set(key, { term, type, origin, count: (waiting?.count ?? 0) + added });
    }
    if (isNew) accounts.add(accountId);
    this.remember(key, accounts);
  }

  /** Writes what has been counted. Cost: 3 statements, none when there is nothing. */
  async flush(): Promise<void> {
    if (this.pending.size === 0) return;
    const terms = [...this.pending.values()];
    this.pending = new Map();
    await this.deps.runAs('system', (manager) => writeTerms(manager, terms, this.deps.clock.now()));
  }

  private remember(key: string, accounts: Set<string>): void {
    this.heard.delete(key);
    this.heard.set(key, accounts);
    if (this.heard.size <= MOST_HEARD) return;
    const [oldest] = this.heard.keys();
    if (oldest !== undefined) this.heard.delete(oldest);
  }
}
