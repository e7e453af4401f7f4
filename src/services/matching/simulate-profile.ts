import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Vacancy } from '../../entities';
import { errors, reasons } from '../../errors';
import { addClaims, type Claim } from '../../matching/core/claims';
import type { CompiledVacancy } from '../../matching/core/compile';
import { type Counterfactual, suggestChanges } from '../../matching/core/counterfactual';
import { explain, type Match } from '../../matching/core/explain';
import type { CandidateFacts } from '../../matching/core/facts';
import { bandHeldLevel } from '../../matching/core/levels';
import type { NextCompetency } from '../../matching/core/next-steps';
import {
  type ImprovedVacancy,
  type ProfileSimulation,
  ProfileSimulator,
} from '../../matching/core/simulate-profile';
import type { FactsStore } from '../../matching/facts-store';
import { openAt } from '../../matching/recommender';
import { readOwnFacts } from '../candidates/own-facts';
import type { RunAs } from '../transaction';
import { readOpen } from '../vacancies/search-vacancies';
import type { Viewer } from '../viewer';
import type { RecommendDeps } from './recommend-vacancies';

/** How much is named; the counts are of all. Source: our choice, what fits on a telephone. */
const LISTS = { first: 10, next: 10, named: 3 };

/** Vacancies between two turns of the event loop: at up to 40 microseconds each some milliseconds. */
const VACANCIES_A_TURN = 100;

/** A competency that somebody would hold. */
export interface WantedClaim {
  competencyId: string;
  level: number;
}

/** A vacancy that would open or suit better, as it would be seen then. */
export interface SimulatedMatch {
  vacancy: Vacancy;
  scoreBeforeBp: number;
  verdictBefore: Match['verdict'];
  match: Match;
  /** What would help beyond that; computed when somebody asks. */
  counterfactuals: () => readonly Counterfactual[];
}

/** A competency that nobody named, and what it alone would open. */
export interface SuggestedCompetency {
  competencyId: string;
  level: number;
  opens: number;
  vacancies: readonly Vacancy[];
}

export interface SimulatedProfile
  extends Pick<ProfileSimulation, 'before' | 'after' | 'newVacancies' | 'upgradedVacancies'> {
  bestNew: readonly SimulatedMatch[];
  bestUpgraded: readonly SimulatedMatch[];
  next: readonly SuggestedCompetency[];
}

/**
 * Which open vacancies the signed-in person would reach with these competencies too, and which competencies would open
 * most beyond them; nothing is stored.
 *
 * Errors: NOT_MATCHED; NOT_FOUND for a competency that is not in use, BAD_USER_INPUT for one named twice.
 * Cost: 3 queries, two scores a vacancy in reach, in turns of some milliseconds.
 */
export const simulateProfile =
  ({ readAs, facts, clock }: RecommendDeps) =>
  async (
    viewer: Viewer,
    added: readonly WantedClaim[],
    signal?: AbortSignal,
  ): Promise<SimulatedProfile> => {
    const store = await facts.current();
    const person = await readOwnFacts(readAs, viewer, store);
    return await simulateFor({ readAs, store, at: clock.now() }, person, added, signal);
  };

/** Facts in hand, and as of when. */
interface Moment {
  readonly readAs: RunAs;
  readonly store: FactsStore;
  readonly at: Date;
}

/**
 * The same for anybody whose facts have the numbers of the store.
 *
 * Errors: NOT_FOUND for a competency that is not in use, BAD_USER_INPUT for one named twice.
 * Cost: 1 query, and the scores.
 */
export async function simulateFor(
  { readAs, store, at }: Moment,
  person: CandidateFacts,
  added: readonly WantedClaim[],
  signal?: AbortSignal,
): Promise<SimulatedProfile> {
  const claims = toClaims(added, store);
  const found = await simulateOver([...openAt(store, at)], person, claims, signal);
  return await readAs('public', (manager) =>
    nameFound(manager, found, addClaims(person, claims), store, at),
  );
}

/** Banded as a stored competency would be. */
function toClaims(added: readonly WantedClaim[], { catalogue }: FactsStore): Claim[] {
  return added.map(({ competencyId, level }, at) => {
    const field = `addCompetencies.${at}.competencyId`;
    const competency = catalogue.competencies.numberOf.get(competencyId);
    if (competency === undefined) throw errors.object.notFound(field);
    if (added.findIndex((one) => one.competencyId === competencyId) < at) {
      throw errors.input.invalid(field, reasons.repeated);
    }
    return { competency, level: bandHeldLevel(level) };
  });
}

type Found = ProfileSimulation & { readonly next: readonly NextCompetency[] };

async function simulateOver(
  vacancies: readonly CompiledVacancy[],
  person: CandidateFacts,
  claims: readonly Claim[],
  signal?: AbortSignal,
): Promise<Found> {
  const simulator = new ProfileSimulator(person, claims, LISTS);
  const letOthersIn = async () => {
    await setImmediate();
    signal?.throwIfAborted();
  };
  for (const [at, vacancy] of vacancies.entries()) {
    simulator.add(vacancy);
    if (at % VACANCIES_A_TURN === VACANCIES_A_TURN - 1) await letOthersIn();
  }
  const next: NextCompetency[] = [];
  for (const one of simulator.next()) {
    next.push(one);
    await letOthersIn();
  }
  return { ...simulator.build(), next };
}

/** Those of the named vacancies that are still open by the database. */
async function nameFound(
  manager: EntityManager,
  { before, after, newVacancies, upgradedVacancies, ...found }: Found,
  person: CandidateFacts,
  store: FactsStore,
  now: Date,
): Promise<SimulatedProfile> {
  const { bestNew, bestUpgraded, next } = found;
  const idOf = (vacancy: CompiledVacancy) => store.vacancyId(vacancy.facts.vacancy) ?? '';
  const named = [
    ...[...bestNew, ...bestUpgraded].map(({ vacancy }) => vacancy),
    ...next.flatMap(({ vacancies }) => vacancies),
  ];
  const ids = named.map(idOf).filter((id) => id !== '');
  const open = await readOpen(manager, [...new Set(ids)], now);
  const toMatch = ({ vacancy: compiled, scoreBeforeBp, verdictBefore }: ImprovedVacancy) => {
    const vacancy = open.get(idOf(compiled));
    if (!vacancy) return [];
    const match = explain(compiled, person);
    const counterfactuals = () => suggestChanges(compiled, person);
    return [{ vacancy, scoreBeforeBp, verdictBefore, match, counterfactuals }];
  };
  const toSuggested = ({ competency, level, opens, vacancies }: NextCompetency) => {
    const competencyId = store.catalogue.competencies.idOf[competency];
    if (competencyId === undefined) return [];
    const best = vacancies.flatMap((one) => open.get(idOf(one)) ?? []);
    return [{ competencyId, level, opens, vacancies: best }];
  };
  return {
    ...{ before, after, newVacancies, upgradedVacancies },
    bestNew: bestNew.flatMap(toMatch),
    bestUpgraded: bestUpgraded.flatMap(toMatch),
    next: next.flatMap(toSuggested),
  };
}
