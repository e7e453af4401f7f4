import type { RankingSnapshot } from '../../entities';
import { errors } from '../../errors';
import type { Rankable } from '../../matching/facts/vacancies';
import type { FactsStore } from '../../matching/facts-store';
import { spendQuestions } from '../matching/question-budget';
import { done, type Outcome, problem, refused } from '../problems';
import type { PublishVacancy } from '../vacancies/publish-vacancy';
import { actorOf, type Viewer } from '../viewer';
import { loadRankables, makeSnapshots, type SnapshotDeps } from './make-snapshots';
import { findToRank, type VacancyToRank } from './snapshot-rows';

/**
 * The complete order of a vacancy at this moment, frozen for good; a repetition gives the same one until something
 * changes, also when several ask at once.
 *
 * Errors: NOT_FOUND for a vacancy that the viewer does not act for.
 * Cost: 1 query when it is sealed already, else 3 and a ranking with every line.
 */
export const sealRanking =
  (deps: SnapshotDeps) =>
  async (viewer: Viewer, vacancyId: string): Promise<Outcome<RankingSnapshot>> => {
    const store = await deps.facts.current();
    const { algorithmVersion } = deps.about;
    const wanted = { seq: store.seq, isSealed: true, algorithmVersion };
    const [vacancy] = await deps.readAs(actorOf(viewer), (manager) =>
      findToRank(manager, viewer.accountId, [vacancyId], wanted, deps.clock.now()),
    );
    if (!vacancy) throw errors.object.notFound('vacancyId');
    if (vacancy.state !== 'PUBLISHED') {
      return refused([problem('STATE_NOT_ALLOWED', 'vacancyId', { state: vacancy.state })]);
    }
    return done(vacancy.snapshot ?? (await seal(deps, vacancy)));
  };

async function seal(deps: SnapshotDeps, vacancy: VacancyToRank): Promise<RankingSnapshot> {
  const store = await deps.facts.current();
  const rankable = await drawFor(deps, vacancy, store);
  if (!rankable) throw errors.object.notFound('vacancyId');
  const [made] = await makeSnapshots(deps, [{ ...vacancy, rankable }], store, { isSealed: true });
  return made.snapshot;
}

/** The facts of a vacancy whose order is about to be told; draws on the budget. Cost: 5 queries. */
async function drawFor(
  deps: SnapshotDeps,
  { id, employerId }: VacancyToRank,
  store: FactsStore,
): Promise<Rankable | undefined> {
  const [rankable] = await loadRankables(deps, [id], store);
  if (!rankable) return undefined;
  const asked = [rankable.facts];
  await spendQuestions(deps, [{ askerId: employerId, vacancyId: id, isPublic: true, asked }]);
  return rankable;
}

/** Draws for the order that publishing a vacancy will seal, so that a refusal comes before it is public. */
export const drawForSeal =
  (deps: SnapshotDeps) =>
  async (viewer: Viewer, vacancyId: string): Promise<void> => {
    const store = await deps.facts.current();
    const { algorithmVersion } = deps.about;
    const wanted = { seq: store.seq, isSealed: true, algorithmVersion };
    const [vacancy] = await deps.readAs(actorOf(viewer), (manager) =>
      findToRank(manager, viewer.accountId, [vacancyId], wanted, deps.clock.now()),
    );
    if (vacancy) await drawFor(deps, vacancy, store);
  };

/**
 * Publishes, and seals the order of that moment before it answers.
 *
 * Errors: SIMULATION_BUDGET_SPENT, and nothing is published.
 * When sealing fails the vacancy is public and the call fails: repeating it with the same key completes it.
 */
export const publishAndSeal =
  (
    draw: ReturnType<typeof drawForSeal>,
    publish: (viewer: Viewer, command: PublishVacancy) => Promise<Outcome<string>>,
    sealOne: ReturnType<typeof sealRanking>,
  ) =>
  async (viewer: Viewer, command: PublishVacancy): Promise<Outcome<string>> => {
    await draw(viewer, command.vacancyId);
    const outcome = await publish(viewer, command);
    if (outcome.value !== null) await sealOne(viewer, outcome.value);
    return outcome;
  };
