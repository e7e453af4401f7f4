import { type CompiledVacancy, compileVacancy } from '../core/compile';
import { suggestRelaxations } from '../core/counterfactual';
import { CROWD_SIZE, type Crowd, measureCrowd, withholdIn } from '../core/crowd';
import { explain, type Match } from '../core/explain';
import type { CandidateFacts, VacancyFacts } from '../core/facts';
import { placeOf } from '../core/place';
import type { Order, RankedRow } from '../core/rank';
import { tallyEligible } from '../core/score';
import type { Simulation } from '../core/simulate';
import { createTally } from '../core/tally';
import type { Matchable } from '../facts/candidates';
import type { Catalogue } from '../facts/catalogue';
import type { RankedPerson, RankMethod } from '../ranker';
import { type ShownRows, showPlace, writeShown } from '../shown-place';
import { SlotPeople } from '../slots/people';
import { rankSlots } from '../slots/rank-slots';
import { simulateSlots } from '../slots/simulate-slots';
import { type ExplainedPerson, tellPerson } from '../told-person';
import type { FoundFacts, RankPeopleOptions, Standings } from './people-engine';
import { PersonIds } from './person-ids';

/** Without the signal, which cannot cross a channel: the asking side watches it. */
export type OwnerRankOptions = Omit<RankPeopleOptions, 'signal'>;

/** An order whose first rows are explained. */
export interface OwnerRanking extends Omit<Order<CandidateFacts>, 'rows'> {
  readonly method: RankMethod;
  readonly taxonomyVersion: number;
  readonly seq: number;
  readonly rows: readonly RankedPerson[];
  readonly rest: readonly RankedRow<CandidateFacts>[];
  readonly shown: ShownRows | null;
  /** Explains one of these people as the facts were. */
  explain(person: CandidateFacts): Match;
}

/** Holds everybody who may be ranked; what one thread does with them. */
export class PeopleOwner {
  private readonly people = new SlotPeople();
  private readonly ids = new PersonIds();
  private readonly changedAt = new Map<number, number>();

  constructor(
    readonly catalogue: Catalogue,
    /** Month in which the facts hold: work that goes on lasts until then. */
    readonly month: number,
    /** Every change up to this place is in. */
    public seq = 0,
  ) {}

  get size(): number {
    return this.people.size;
  }

  put({ id, facts }: Matchable): void {
    this.people.put(facts);
    this.ids.set(id, facts.person);
  }

  /** Prepares for rankings, once everybody is in. */
  settle(): void {
    this.people.settle();
  }

  /** Takes the newest state of some people: whoever is not among the found is gone. */
  replace(ids: readonly string[], found: readonly Matchable[], now: number): void {
    const present = new Set(found.map(({ id }) => id));
    for (const id of ids) if (!present.has(id)) this.remove(id);
    for (const person of found) {
      this.put(person);
      this.changedAt.set(person.facts.person, now);
    }
  }

  identify(people: readonly number[]): (string | null)[] {
    return people.map((person) => this.ids.idOf(person));
  }

  find(candidateIds: readonly string[]): FoundFacts {
    const people = candidateIds.map((id) => {
      const person = this.ids.numberOf(id);
      return person === null ? null : (this.people.get(person) ?? null);
    });
    return { seq: this.seq, people };
  }

  stand(facts: VacancyFacts, first: number): Standings {
    const vacancy = this.compile(facts);
    const { rows, eligible } = rankSlots(this.people, vacancy, { first });
    const counts = createTally();
    return {
      seq: this.seq,
      isAll: eligible <= first,
      rows: rows.map(({ item, verdict }) => {
        tallyEligible(vacancy, item, counts);
        const candidateId = this.ids.idOf(item.person) ?? '';
        return { candidateId, verdict, ...placeOf(vacancy, item, counts) };
      }),
    };
  }

  crowd(facts: VacancyFacts): Crowd {
    const vacancy = this.compile(facts);
    const { rows } = rankSlots(this.people, vacancy, { first: CROWD_SIZE });
    return measureCrowd(
      vacancy,
      rows.map(({ item }) => item),
    );
  }

  rank(facts: VacancyFacts, options: OwnerRankOptions): OwnerRanking {
    const { taxonomy } = this.catalogue;
    const vacancy = this.compile(facts);
    const { rows, crowd, ...totals } = this.orderWithCrowd(vacancy, options);
    const { explained = rows.length, isShown = false } = options;
    const explainTo = (person: CandidateFacts) => explain(vacancy, person);
    const first = rows.slice(0, explained);
    const withheldOf = withholdIn(vacancy, crowd);
    const explainAll = (person: CandidateFacts): ExplainedPerson => ({
      facts: person,
      match: explainTo(person),
      withheld: withheldOf(person.person),
    });
    return {
      ...totals,
      taxonomyVersion: taxonomy.version,
      seq: this.seq,
      rows: isShown
        ? []
        : first.map(({ item, ...place }) => ({
            ...place,
            person: item.person,
            candidateId: this.ids.idOf(item.person) ?? '',
            ...explainAll(item),
          })),
      rest: isShown ? rows : rows.slice(explained),
      shown: isShown ? this.show(vacancy, first, explainAll) : null,
      explain: explainTo,
    };
  }

  simulate(before: VacancyFacts, after: VacancyFacts, top: number): Simulation {
    return simulateSlots(this.people, this.compile(before), this.compile(after), top);
  }

  private compile(facts: VacancyFacts): CompiledVacancy {
    const { taxonomy, geography } = this.catalogue;
    return compileVacancy(facts, taxonomy, geography);
  }

  private show(
    vacancy: CompiledVacancy,
    rows: readonly RankedRow<CandidateFacts>[],
    explainAll: (person: CandidateFacts) => ExplainedPerson,
  ): ShownRows {
    const relax = suggestRelaxations(vacancy);
    const { taxonomy } = this.catalogue;
    const places = rows.map(({ item }) =>
      showPlace(tellPerson(explainAll(item), vacancy.facts, taxonomy, relax)),
    );
    return {
      candidateIds: rows.map(({ item }) => this.ids.idOf(item.person) ?? ''),
      lines: writeShown(places),
    };
  }

  /** The stretch of the order, and the crowd at its beginning, the same for every stretch; nobody when nothing is explained. */
  private orderWithCrowd(
    vacancy: CompiledVacancy,
    options: OwnerRankOptions,
  ): Order<CandidateFacts> & { method: RankMethod; crowd: Crowd } {
    const { first, offset = 0, explained } = options;
    const size = explained === 0 ? 0 : CROWD_SIZE;
    const { rows, ...totals } = this.order(vacancy, {
      ...options,
      first: Math.max(offset + first, size),
      offset: 0,
    });
    return {
      ...totals,
      rows: rows.slice(offset, offset + first),
      crowd: measureCrowd(
        vacancy,
        rows.slice(0, size).map(({ item }) => item),
      ),
    };
  }

  private order(
    vacancy: CompiledVacancy,
    options: OwnerRankOptions,
  ): Order<CandidateFacts> & { method: RankMethod } {
    const { pool } = options;
    const found = options.found && this.addRecent(options.found);
    if (!found) return { ...rankSlots(this.people, vacancy, options, pool), method: 'SCAN' };
    const asked = pool ? new Set([...found].filter((person) => pool.has(person))) : found;
    const considered = pool ? this.countIn(pool) : this.people.size;
    const order = rankSlots(this.people, vacancy, options, asked);
    return { ...order, considered, method: 'MEILISEARCH_EXACT' };
  }

  /** Null when so many changed that a scan is the better way. */
  private addRecent(found: NonNullable<OwnerRankOptions['found']>): Set<number> | null {
    const recent: number[] = [];
    for (const [person, at] of this.changedAt) {
      if (at >= found.changedSince) recent.push(person);
      else this.changedAt.delete(person);
    }
    return recent.length > found.mostRecent ? null : new Set([...found.numbers, ...recent]);
  }

  private countIn(pool: ReadonlySet<number>): number {
    let count = 0;
    for (const person of pool) if (this.people.has(person)) count += 1;
    return count;
  }

  private remove(id: string): void {
    const person = this.ids.numberOf(id);
    if (person === null) return;
    this.people.remove(person);
    this.ids.delete(person);
    this.changedAt.delete(person);
  }
}
