import type { EntityManager } from 'typeorm';
import type { ChangeEvent } from '../changes/tail';
import type { Clock } from '../clock';
import { explain, type Match } from '../matching/core/explain';
import type { CandidateFacts } from '../matching/core/facts';
import { loadCandidates } from '../matching/facts/candidates';
import { monthOf } from '../matching/facts/months';
import type { FactsSource, FactsStore } from '../matching/facts-store';
import { BoundedQueue } from './bounded-queue';

/** What made a match appear. */
export const matchCauses = ['CANDIDATE_ACTIVATED', 'CANDIDATE_CHANGED'] as const;
export type MatchCause = (typeof matchCauses)[number];

/** A person who fits a vacancy that somebody watches. */
export interface FoundMatch {
  readonly vacancyId: string;
  readonly candidateId: string;
  readonly facts: CandidateFacts;
  readonly match: Match;
  readonly cause: MatchCause;
  readonly at: Date;
}

/** Which matches somebody wants to hear of. */
export interface Watch {
  readonly vacancyIds: ReadonlySet<string>;
  readonly minVerdict: Match['verdict'];
}

export interface MatchFeedDeps {
  /** The order of all changes, read once for the whole process. */
  readonly tail: {
    follow(after: number, options: { signal: AbortSignal }): AsyncIterable<ChangeEvent[]>;
  };
  /** Place of the newest change. */
  newestSeq(): Promise<number>;
  readonly facts: FactsSource;
  readAsSystem<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  readonly clock: Clock;
  /** Called when reading failed; it is tried again. */
  onError(error: unknown): void;
}

/** Matches that wait for one slow reader, some 5 KB each. */
const MAX_WAITING = 200;

/** How long the facts of vacancies may lag behind the changes before a match is made with what is there. */
const CATCH_UP_MS = 1_000;
const CATCH_UP_STEP_MS = 5;

const RETRY_MS = 500;

const verdictOrder: readonly Match['verdict'][] = ['NOT_ELIGIBLE', 'STRETCH', 'POSSIBLE', 'STRONG'];

interface Watcher extends Watch {
  readonly queue: BoundedQueue<FoundMatch>;
}

/**
 * Tells who watches a vacancy of each person that becomes active or changes and fits it.
 *
 * One loop a process follows the changes, scores each changed person once for each watched vacancy, and hands the
 * matches to bounded queues. Nothing is kept: whoever is away misses what happens meanwhile.
 */
export class MatchFeed {
  private readonly watchers = new Set<Watcher>();

  constructor(private readonly deps: MatchFeedDeps) {}

  /** Follows the changes until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    let place: number | null = null;
    while (!signal.aborted) {
      try {
        place ??= await this.deps.newestSeq();
        for await (const events of this.deps.tail.follow(place, { signal })) {
          if (this.watchers.size > 0) await this.announce(events);
          place = events.at(-1)?.seq ?? place;
        }
      } catch (error) {
        this.deps.onError(error);
        await pause(RETRY_MS);
      }
    }
    for (const { queue } of this.watchers) queue.close();
  }

  /**
   * The matches of a watch from now on; ends when the signal aborts.
   *
   * Errors: RangeError when the reader is too slow.
   */
  watch(watch: Watch, signal: AbortSignal): AsyncGenerator<FoundMatch> {
    const watcher = { ...watch, queue: new BoundedQueue<FoundMatch>(MAX_WAITING) };
    const leave = () => {
      this.watchers.delete(watcher);
      watcher.queue.close();
    };
    // Entered now and not with the first read, so that nothing is missed between.
    this.watchers.add(watcher);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    return readAll(watcher.queue, () => {
      leave();
      signal.removeEventListener('abort', leave);
    });
  }

  private async announce(events: readonly ChangeEvent[]): Promise<void> {
    const causes = causesOf(events);
    const last = events.at(-1);
    if (causes.size === 0 || last === undefined) return;
    const store = await this.caughtUp(last.seq);
    const month = monthOf(this.deps.clock.now());
    const people = await this.deps.readAsSystem((manager) =>
      loadCandidates(manager, store.catalogue, month, [...causes.keys()]),
    );
    for (const { id, facts } of people) {
      const { cause, at } = causes.get(id) ?? { cause: 'CANDIDATE_CHANGED', at: last.at };
      this.tell({ candidateId: id, facts, cause, at }, store);
    }
  }

  /** The facts once they hold the change at `seq`: a vacancy published just before is watched already. */
  private async caughtUp(seq: number): Promise<FactsStore> {
    const attempts = CATCH_UP_MS / CATCH_UP_STEP_MS;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const store = await this.deps.facts.current();
      if (store.seq >= seq) return store;
      await pause(CATCH_UP_STEP_MS);
    }
    return this.deps.facts.current();
  }

  private tell(
    person: Pick<FoundMatch, 'candidateId' | 'facts' | 'cause' | 'at'>,
    store: FactsStore,
  ): void {
    const now = this.deps.clock.now();
    const watched = new Set([...this.watchers].flatMap(({ vacancyIds }) => [...vacancyIds]));
    for (const vacancyId of watched) {
      const vacancy = store.vacancies.get(vacancyId);
      if (vacancy === undefined || vacancy.validThrough <= now) continue;
      const match = explain(vacancy.compiled, person.facts);
      const reached = verdictOrder.indexOf(match.verdict);
      for (const { vacancyIds, minVerdict, queue } of this.watchers) {
        if (reached < verdictOrder.indexOf(minVerdict) || !vacancyIds.has(vacancyId)) continue;
        queue.push({ ...person, vacancyId, match });
      }
    }
  }
}

async function* readAll<T>(queue: BoundedQueue<T>, leave: () => void): AsyncGenerator<T> {
  try {
    for (;;) {
      const item = await queue.next();
      if (item === null) return;
      yield item;
    }
  } finally {
    leave();
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The people that changed, each with why; an activation says more than a change beside it. */
function causesOf(events: readonly ChangeEvent[]): Map<string, { cause: MatchCause; at: Date }> {
  const causes = new Map<string, { cause: MatchCause; at: Date }>();
  for (const { aggregate, aggregateId, kind, at } of events) {
    if (aggregate !== 'candidate') continue;
    const isActivated =
      kind === 'candidate.activated' || causes.get(aggregateId)?.cause === 'CANDIDATE_ACTIVATED';
    causes.set(aggregateId, {
      cause: isActivated ? 'CANDIDATE_ACTIVATED' : 'CANDIDATE_CHANGED',
      at,
    });
  }
  return causes;
}
