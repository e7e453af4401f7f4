import type { EntityManager } from 'typeorm';
import type { FactsStore } from '../matching/facts-store';
import type { ListOutcome } from './list-batch';
import { lockLists, raiseVersion, readFloors } from './list-rows';
import { VacancyIndex } from './vacancy-index';

/** Runs the work in one transaction that sees and changes everything. */
export type ChangeAll = <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;

/** The floors of all lists in memory, and the one way to change lists: under their lock. */
export class LockedLists {
  private index = new VacancyIndex();
  private indexed: FactsStore | null = null;
  private version = -1;

  constructor(private readonly change: ChangeAll) {}

  get size(): number {
    return this.index.size;
  }

  /** Whether the floors were read for these facts. */
  isOf(store: FactsStore): boolean {
    return this.indexed === store;
  }

  /** One transaction; afterwards the floors in memory are those of the lists. */
  async write(
    store: FactsStore,
    work: (manager: EntityManager, index: VacancyIndex) => Promise<ListOutcome>,
  ): Promise<void> {
    const { next, gone, version } = await this.change(async (manager) => {
      const found = await lockLists(manager);
      await this.follow(manager, store, found);
      const outcome = await work(manager, this.index);
      const hasChanged = outcome.next.length + outcome.gone.size > 0;
      if (hasChanged) await raiseVersion(manager);
      return { ...outcome, version: found + Number(hasChanged) };
    });
    this.version = version;
    for (const vacancyId of gone.keys()) this.index.remove(vacancyId);
    for (const { vacancyId, list } of next) {
      const open = store.vacancies.get(vacancyId);
      if (open) this.index.put(vacancyId, open.compiled, list.floor);
    }
  }

  /** Reads all floors when another process has changed lists, or the facts were read anew. */
  private async follow(manager: EntityManager, store: FactsStore, version: number): Promise<void> {
    if (this.version === version && this.indexed === store) return;
    const floors = await readFloors(manager);
    this.index = new VacancyIndex();
    for (const [id, { floor }] of floors) {
      const open = store.vacancies.get(id);
      if (open) this.index.put(id, open.compiled, floor);
    }
    this.indexed = store;
    this.version = version;
  }
}
