import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock';
import { type CompiledVacancy, compileVacancy } from './core/compile';
import { loadCandidates, type Matchable, pageCandidates } from './facts/candidates';
import { type Catalogue, loadCatalogue } from './facts/catalogue';
import { monthOf } from './facts/months';
import { loadVacancies, pageVacancies, type Rankable } from './facts/vacancies';
import { SlotPeople } from './slots/people';

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

/** The facts of everybody who may be ranked and of every published vacancy, in memory, as of one place in the order of changes. */
export class FactsStore {
  private readonly people = new SlotPeople();
  private readonly numberOf = new Map<string, number>();
  private readonly idOf = new Map<number, string>();
  private readonly open = new Map<string, OpenVacancy>();
  private readonly vacancyIds = new Map<number, string>();
  private readonly changedAt = new Map<number, number>();
  private place: number;

  constructor(
    readonly catalogue: Catalogue,
    /** Month in which the facts hold: work that goes on lasts until then. */
    readonly month: number,
    seq = 0,
  ) {
    this.place = seq;
  }

  /** Every change up to this place is in. */
  get seq(): number {
    return this.place;
  }

  get candidates(): SlotPeople {
    return this.people;
  }

  get vacancies(): ReadonlyMap<string, OpenVacancy> {
    return this.open;
  }

  /** The person's id in the database. */
  candidateId(person: number): string | undefined {
    return this.idOf.get(person);
  }

  /** The id in the database of a published vacancy. */
  vacancyId(vacancy: number): string | undefined {
    return this.vacancyIds.get(vacancy);
  }

  /** People who came or changed at or after an instant, so that an index may not show it yet. */
  changedSince(instant: number): number[] {
    const recent: number[] = [];
    for (const [person, at] of this.changedAt) {
      if (at >= instant) recent.push(person);
      else this.changedAt.delete(person);
    }
    return recent;
  }

  putCandidate({ id, facts }: Matchable): void {
    this.people.put(facts);
    this.numberOf.set(id, facts.person);
    this.idOf.set(facts.person, id);
  }

  removeCandidate(id: string): void {
    const person = this.numberOf.get(id);
    if (person === undefined) return;
    this.people.remove(person);
    this.numberOf.delete(id);
    this.idOf.delete(person);
    this.changedAt.delete(person);
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
  async apply(manager: EntityManager, changes: readonly Change[], now: number): Promise<void> {
    const idsOf = (aggregate: string) => [
      ...new Set(changes.filter((c) => c.aggregate === aggregate).map((c) => c.aggregateId)),
    ];
    await this.applyCandidates(manager, idsOf('candidate'), now);
    await this.applyVacancies(manager, idsOf('vacancy'));
    this.place = changes.at(-1)?.seq ?? this.place;
  }

  private async applyCandidates(
    manager: EntityManager,
    ids: readonly string[],
    now: number,
  ): Promise<void> {
    if (ids.length === 0) return;
    const found = await loadCandidates(manager, this.catalogue, this.month, ids);
    const present = new Set(found.map(({ id }) => id));
    for (const id of ids) if (!present.has(id)) this.removeCandidate(id);
    for (const candidate of found) {
      this.putCandidate(candidate);
      this.changedAt.set(candidate.facts.person, now);
    }
  }

  private async applyVacancies(manager: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const found = await loadVacancies(manager, this.catalogue, ids);
    for (const id of ids) this.removeVacancy(id);
    for (const vacancy of found) if (vacancy.isPublished) this.putVacancy(vacancy);
  }
}

/** Reads everything. Cost: a query for 2,000 people, one for 500 vacancies. */
export async function loadStore(
  manager: EntityManager,
  clock: Clock,
  seq: number,
): Promise<FactsStore> {
  const store = new FactsStore(await loadCatalogue(manager), monthOf(clock.now()), seq);
  for await (const page of pageCandidates(manager, store.catalogue, store.month)) {
    for (const candidate of page) store.putCandidate(candidate);
  }
  for await (const page of pageVacancies(manager, store.catalogue)) {
    for (const vacancy of page) store.putVacancy(vacancy);
  }
  return store;
}
