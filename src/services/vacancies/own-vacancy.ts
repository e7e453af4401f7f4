import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';
import type { Clock } from '../../clock';
import { Vacancy } from '../../entities';
import type { VacancyState } from '../../entities/vocabulary';
import { errors } from '../../errors';
import { actsFor } from '../accounts/acts-for';
import { type Problem, problem } from '../problems';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';

/** What the use cases that change vacancies work with. */
export interface VacancyDeps {
  runAs: RunAs;
  clock: Clock;
}

/**
 * A vacancy of an employer for whom the viewer acts, locked until the transaction ends.
 *
 * Errors: NOT_FOUND, the same for a missing vacancy and for somebody else's.
 * Cost: 2 queries.
 */
export async function lockOwnVacancy(
  manager: EntityManager,
  viewer: Viewer,
  vacancyId: string,
  at: Date,
): Promise<Vacancy> {
  const vacancy = await manager.findOne(Vacancy, {
    where: { id: vacancyId },
    lock: { mode: 'pessimistic_write' },
  });
  const role = vacancy && (await actsFor(manager, viewer.accountId, vacancy.employerId, at));
  if (!vacancy || !role) throw errors.object.notFound('id');
  return vacancy;
}

/** Whose vacancy it is, and whether that employer may be shown people. */
export interface OwnEmployer {
  employerId: string;
  isVerified: boolean;
}

/**
 * The employers of those among these vacancies that the viewer acts for, by vacancy.
 *
 * Cost: 1 query.
 */
export async function employersOfOwn(
  manager: EntityManager,
  viewer: Viewer,
  vacancyIds: readonly string[],
  at: Date,
): Promise<Map<string, OwnEmployer>> {
  const rows: (OwnEmployer & { id: string })[] = await manager.query(
    `SELECT v.id, v.employer_id AS "employerId", e.verification = 'VERIFIED' AS "isVerified"
     FROM vacancies v JOIN employers e ON e.id = v.employer_id
     WHERE v.id = ANY($1::uuid[]) AND EXISTS (
       SELECT FROM memberships m WHERE m.account_id = $2 AND m.employer_id = v.employer_id
         AND m.starts_at <= $3 AND (m.ends_at IS NULL OR m.ends_at > $3))`,
    [vacancyIds, viewer.accountId, at],
  );
  return new Map(rows.map(({ id, ...employer }) => [id, employer]));
}

/** The problem that a vacancy is not in one of the states that an action starts from; none when it is. */
export const stateProblems = (vacancy: Vacancy, allowed: readonly VacancyState[]): Problem[] =>
  allowed.includes(vacancy.state)
    ? []
    : [problem('STATE_NOT_ALLOWED', 'id', { state: vacancy.state })];

/** Saves `changes` to a locked vacancy as its next version and announces it. Cost: 2 queries. */
export async function writeVersion(
  { clock }: Pick<VacancyDeps, 'clock'>,
  manager: EntityManager,
  vacancy: Vacancy,
  kind: string,
  changes: Partial<Vacancy>,
): Promise<void> {
  const version = vacancy.version + 1;
  await manager.update(Vacancy, vacancy.id, { ...changes, version, updatedAt: clock.now() });
  await appendOutbox(manager, [{ aggregate: 'vacancy', aggregateId: vacancy.id, kind, version }]);
}
