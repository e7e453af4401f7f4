import type { EducationLevel, Necessity } from '../../entities/vocabulary';
import { errors, reasons } from '../../errors';
import type { PartWeights, VacancyFacts } from '../../matching/core/facts';
import { bandAskedLevel } from '../../matching/core/levels';
import { statedWeights } from '../../matching/core/parts';
import {
  changeVacancy,
  type RequirementChange,
  type Simulation,
} from '../../matching/core/simulate';
import { bandedEducationStep } from '../../matching/facts/bands';
import type { Viewer } from '../viewer';
import { actorOf } from '../viewer';
import { type BudgetDeps, spendQuestions } from './question-budget';
import { type RankDeps, readOwn } from './rank-candidates';
import { toPlaceChange, type WantedPlace } from './wanted-place';

/** How many first places are compared. Source: SDL of the design. */
export const SIMULATED_TOP = 25;

/** What an employer would ask otherwise in one requirement; null = as it is. */
export interface WantedChange {
  requirementId: string;
  remove: boolean;
  necessity: Necessity | null;
  weightBp: number | null;
  minLevel: number | null;
  education: EducationLevel | null;
  minMonths: number | null;
}

/** A vacancy as an employer would have it. */
export interface WantedVariant {
  vacancyId: string;
  changes: readonly WantedChange[];
  place: WantedPlace;
  /** Of all five parts; null = as they are. */
  partWeights: PartWeights | null;
}

/**
 * What the order of a vacancy would be if it asked for something else or elsewhere, or weighed it otherwise; nothing is stored, nobody is shown.
 *
 * Errors: NOT_FOUND for a vacancy of somebody else, a requirement of another vacancy or a region that there is not;
 * BAD_USER_INPUT for a change that does not fit its requirement; SIMULATION_BUDGET_SPENT.
 * Cost: 6 queries, 2 more for regions, and two scores a person.
 */
export const simulateVacancy =
  (deps: RankDeps & BudgetDeps) =>
  async (
    viewer: Viewer,
    { vacancyId, changes, place, partWeights }: WantedVariant,
    signal?: AbortSignal,
  ): Promise<Simulation> => {
    const store = await deps.facts.current();
    const { vacancy, moved } = await deps.readAs(actorOf(viewer), async (manager) => {
      const now = deps.clock.now();
      const [own] = await readOwn(manager, viewer, [vacancyId], store, now);
      if (!own) throw errors.object.notFound('vacancyId');
      return { vacancy: own, moved: await toPlaceChange(manager, place, own) };
    });
    const wanted = changes.map((change, at) => toCoreChange(change, at, changes, vacancy.facts));
    const after = changeVacancy(weigh(vacancy.facts, partWeights), wanted, moved);
    const asked = [vacancy.facts, after];
    await spendQuestions(deps, [
      { askerId: vacancy.employerId, vacancyId, isPublic: false, asked },
    ]);
    return await store.people.simulate(vacancy.facts, after, SIMULATED_TOP, signal);
  };

function weigh(facts: VacancyFacts, partWeights: PartWeights | null): VacancyFacts {
  if (partWeights === null) return facts;
  const { partWeights: _own, ...unweighed } = facts;
  return { ...unweighed, ...statedWeights(partWeights) };
}

function toCoreChange(
  change: WantedChange,
  at: number,
  all: readonly WantedChange[],
  facts: VacancyFacts,
): RequirementChange {
  const { requirementId, remove, necessity, weightBp } = change;
  const path = `changes.${at}`;
  if (all.findIndex((one) => one.requirementId === requirementId) < at) {
    throw errors.input.invalid(`${path}.requirementId`, reasons.repeated);
  }
  const allowed = valueFieldOf(facts, requirementId);
  if (allowed === undefined) throw errors.object.notFound(`${path}.requirementId`);
  for (const field of valueFields) {
    if (change[field] !== null && field !== allowed) {
      throw errors.input.invalid(`${path}.${field}`, reasons.otherRequirementKind);
    }
  }
  const { minLevel, education, minMonths } = change;
  const minimum =
    (minLevel === null ? null : bandAskedLevel(minLevel)) ??
    minMonths ??
    (education === null ? null : bandedEducationStep(education));
  return {
    requirementId,
    remove,
    ...(necessity === null ? {} : { necessity }),
    ...(weightBp === null ? {} : { weightBp }),
    ...(minimum === null ? {} : { minimum }),
  };
}

const valueFields = ['minLevel', 'education', 'minMonths'] as const;

/** The field that a requirement may change beside its weight; null = none, undefined = no requirement of this vacancy. */
function valueFieldOf(
  { requirements, education, experience }: VacancyFacts,
  id: string,
): (typeof valueFields)[number] | null | undefined {
  if (education?.id === id) return 'education';
  if (experience?.id === id) return 'minMonths';
  const found = requirements.find((one) => one.id === id);
  if (found === undefined) return undefined;
  return found.kind === 'LICENCE' ? null : 'minLevel';
}
