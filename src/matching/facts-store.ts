import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock';
import { type CompiledVacancy, compileVacancy } from './core/compile';
import type { PeopleEngine } from './engine/people-engine';
import type { StartedEngine } from './engine/start-engine';
import { buildCatalogue, type Catalogue } from './facts/catalogue';
import { monthOf } from './facts/months';
import { loadVacancies, pageVacancies, type Rankable } from './facts/vacancies';

/** A published vacancy, ready to be scored. */
export interface OpenVacancy {
  readonly id: string;
  readonly compiled: CompiledVacancy;
  readonly validThrough: Date;
}

/** Whoever gives the facts as they are now. */
export interface FactsSource {
  current(): Promise<FactsStore>;
}

/** Something that happened, in its place of the one order of changes. */
export interface Change {
  readonly seq: number;
  readonly aggregate: string;
  readonly aggregateId: string;
}

/** Every published vacancy, and the engine with everybody who may be ranked, as of one place in the order of changes. */
export class FactsStore {
  private readonly open = new Map<string, OpenVacancy>();
  private readonly vacancyIds = new Map<number, string>();
  private place: number;

  constructor(
    readonly catalogue: Catalogue,
    /** Month in which the facts hold: work that goes on lasts until then. */
    readonly month: number,
    readonly people: PeopleEngine,
    seq = 0,
  ) {
    this.place = seq;
  }

  /** Every change up to this place is in. */
  get seq(): number {
    return this.place;
  }

  get vacancies(): ReadonlyMap<string, OpenVacancy> {
    return this.open;
  }

  /** The id in the database of a published vacancy. */
  vacancyId(vacancy: number): string | undefined {
    return this.vacancyIds.get(vacancy);
  }

  putVacancy({ id, facts, validThrough }: Rankable): void {
    const { taxonomy, geography } = this.catalogue;
    this.open.set(id, { id, validThrough, compiled: compileVacancy(facts, taxonomy, geography) });
    this.vacancyIds.set(facts.vacancy, id);
  }

  removeVacancy(id: string): void {
    const known = this.open.get(id);
    if (known === undefined) return;
    this.open.delete(id);
    this.vacancyIds.delete(known.compiled.facts.vacancy);
  }

  /** Reads again what changed; the newest state counts, so a repetition does no harm. Cost: up to 2 queries. */
  async apply(readAsSystem: ReadAsSystem, changes: readonly Change[]): Promise<void> {
    const seq = changes.at(-1)?.seq ?? this.place;
    const idsOf = (aggregate: string) => [
      ...new Set(changes.filter((c) => c.aggregate === aggregate).map((c) => c.aggregateId)),
    ];
    const vacancyIds = idsOf('vacancy');
    await Promise.all([
      this.people.apply(idsOf('candidate'), seq),
      vacancyIds.length > 0 && readAsSystem((manager) => this.applyVacancies(manager, vacancyIds)),
    ]);
    this.place = seq;
  }

  private async applyVacancies(manager: EntityManager, ids: readonly string[]): Promise<void> {
    const found = await loadVacancies(manager, this.catalogue, ids);
    for (const id of ids) this.removeVacancy(id);
    for (const vacancy of found) if (vacancy.isPublished) this.putVacancy(vacancy);
  }
}

/** Reads everything, also personal rows, in one transaction. */
export type ReadAsSystem = <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;

/** A store whose engine was just started, and the way to end it. */
export interface OpenedStore {
  readonly store: FactsStore;
  readonly started: StartedEngine;
}

/** Whence a store is read; the clock tells the month in which its facts hold. */
export interface OpenOptions {
  readonly readAsSystem: ReadAsSystem;
  readonly clock: Clock;
  /** Starts an engine whose facts hold in a month. */
  readonly startPeople: (month: number) => Promise<StartedEngine>;
}

/** Reads everything. Cost: those of the engine, and a query for 500 vacancies. */
export async function openStore({
  readAsSystem,
  clock,
  startPeople,
}: OpenOptions): Promise<OpenedStore> {
  const month = monthOf(clock.now());
  const started = await startPeople(month);
  try {
    const { catalogue, seq } = started.report;
    const store = new FactsStore(buildCatalogue(catalogue), month, started.engine, seq);
    await readAsSystem(async (manager) => {
      for await (const page of pageVacancies(manager, store.catalogue)) {
        for (const vacancy of page) store.putVacancy(vacancy);
      }
    });
    return { store, started };
  } catch (error) {
    await started.kill();
    throw error;
  }
}
