import type { Clock } from '../clock';
import type { FactsStore } from '../matching/facts-store';
import { NO_BURST, overdue } from './bursts';
import { causesOf, type ListedChange } from './causes';
import { basisOf, openBatch, writeBatch } from './list-batch';
import {
  employersOf,
  lockLists,
  overdueLists,
  readFloors,
  readLists,
  writeLists,
} from './list-rows';
import { type ChangeAll, LockedLists } from './locked-lists';
import { appendMatchEvents } from './match-event-rows';
import { findMoves } from './moves';
import { applyMoves, type ChangesOf, openVacancy, readAnew, readChanged } from './next-lists';

export interface MatcherDeps {
  readonly change: ChangeAll;
  readonly changesOf: ChangesOf;
  readonly clock: Clock;
}

/** Lists that are read anew in one transaction: nobody else may change any meanwhile. */
const LISTS_AT_ONCE = 25;
/** When more changes wait, and more than there are lists, reading every list once is less work. */
const MANY_CHANGES = 1_000;

/**
 * Keeps every open vacancy's list of its first people equal to its order, and writes what entered, rose and left.
 *
 * Lists are compared with what is kept, under one lock, in the transaction that writes both: a change that is handled
 * again makes no second event, whoever handles it.
 */
export class Matcher {
  private readonly lists: LockedLists;
  /** Every list was read behind the change at this place. */
  private readUpTo = 0;

  constructor(private readonly deps: MatcherDeps) {
    this.lists = new LockedLists(deps.change);
  }

  /** Handles changes in their order; the store must hold them. */
  async handle(store: FactsStore, changes: readonly ListedChange[]): Promise<void> {
    const [first] = changes;
    const last = changes.at(-1);
    if (first === undefined || last === undefined || last.seq <= this.readUpTo) return;
    const handled = first.seq - 1;
    await this.refreshOutdated(store, handled);
    const waiting = store.seq - last.seq;
    if (waiting <= Math.max(MANY_CHANGES, this.lists.size)) {
      return await this.follow(store, changes, last.seq);
    }
    const { seq } = store;
    await this.readAnew(store, await this.everyList(store), { handled, isAgeing: false });
    this.readUpTo = seq;
  }

  /**
   * Reads every list anew: what time alone has moved makes no event. Lists of vacancies that are no longer open are
   * removed, missing ones made.
   *
   * Shape: how many lists; `handled` = place up to which changes were handled.
   */
  async refresh(store: FactsStore, handled: number): Promise<number> {
    const ids = await this.everyList(store);
    await this.readAnew(store, ids, { handled, isAgeing: true });
    return ids.length;
  }

  /** Tells what was counted in minutes that are over. Cost: 1 query where there is nothing to tell. */
  async tellOverdue(changeSeq: number): Promise<void> {
    const { change, clock } = this.deps;
    const now = clock.now();
    if ((await change((manager) => overdueLists(manager, now))).length === 0) return;
    await change(async (manager) => {
      await lockLists(manager);
      const ids = await overdueLists(manager, now);
      const before = await readLists(manager, ids);
      const employers = await employersOf(manager, ids);
      const lists = [...before.values()];
      const events = lists.flatMap(({ vacancyId, burst }) => {
        const employerId = employers.get(vacancyId) ?? '';
        return overdue(burst, { changeSeq, employerId, vacancyId }, now);
      });
      const told = lists.map((list) => ({ ...list, burst: NO_BURST }));
      await writeLists(manager, told, before);
      await appendMatchEvents(manager, events);
    });
  }

  private async follow(
    store: FactsStore,
    changes: readonly ListedChange[],
    seq: number,
  ): Promise<void> {
    const { changesOf, clock } = this.deps;
    await this.lists.write(store, async (manager, index) => {
      const people = causesOf(changes, 'candidate');
      const vacancies = causesOf(changes, 'vacancy');
      const found = await findMoves({ manager, store, index }, [...people.keys()]);
      const moves = new Map([...found].filter(([id]) => !vacancies.has(id)));
      const opening = { manager, store, seq, now: clock.now() };
      const batch = await openBatch(opening, [...vacancies.keys(), ...moves.keys()]);
      const next = [
        ...(await readChanged(batch, { vacancies, people }, changesOf)),
        ...(await applyMoves(batch, moves, people, changesOf)),
      ];
      const closed = [...vacancies].filter(([id]) => openVacancy(store, id, batch.now) === null);
      return await writeBatch(batch, { next, gone: new Map(closed) });
    });
  }

  private async readAnew(
    store: FactsStore,
    ids: readonly string[],
    { handled, isAgeing }: { readonly handled: number; readonly isAgeing: boolean },
  ): Promise<void> {
    const { changesOf, clock } = this.deps;
    for (let start = 0; start < ids.length; start += LISTS_AT_ONCE) {
      const part = ids.slice(start, start + LISTS_AT_ONCE);
      await this.lists.write(store, async (manager) => {
        const opening = { manager, store, seq: handled, now: clock.now() };
        const batch = await openBatch(opening, part);
        const next = await readAnew(batch, part, isAgeing, changesOf);
        const gone = part.filter((id) => openVacancy(store, id, batch.now) === null);
        const closed = causesOf(await changesOf(gone, handled, store.seq), 'vacancy');
        // Without a change it ran out, and that is no event.
        const why = new Map(gone.map((id) => [id, closed.get(id) ?? null]));
        return await writeBatch(batch, { next, gone: why });
      });
    }
  }

  /** Another month or taxonomy gives everybody other scores: no list of before says who stands where. */
  private async refreshOutdated(store: FactsStore, handled: number): Promise<void> {
    if (this.lists.isOf(store)) return;
    const { month, taxonomyVersion } = basisOf(store);
    const lists = await this.deps.change(readFloors);
    const outdated = [...lists].filter(
      ([, list]) => list.month !== month || list.taxonomyVersion !== taxonomyVersion,
    );
    const ids = outdated.map(([id]) => id);
    await this.readAnew(store, ids, { handled, isAgeing: true });
  }

  private async everyList(store: FactsStore): Promise<string[]> {
    const lists = await this.deps.change(readFloors);
    return [...new Set([...lists.keys(), ...store.vacancies.keys()])];
  }
}
