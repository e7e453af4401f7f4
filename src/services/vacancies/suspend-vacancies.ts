import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';

/** A vacancy as it was written last. */
interface Written {
  id: string;
  version: number;
}

/**
 * Takes all that an employer shows from the public, until `resumeVacancies`: whom the office stopped nobody may apply to.
 *
 * Runs before the employer itself is changed: who publishes locks a vacancy and then its employer.
 *
 * Cost: 2 queries.
 */
export async function suspendVacancies(
  manager: EntityManager,
  employerId: string,
  at: Date,
): Promise<void> {
  const suspended = await manager.query<Written[]>(
    `WITH written AS (
       UPDATE vacancies SET suspended_from = state, state = 'SUSPENDED', version = version + 1, updated_at = $2
       WHERE employer_id = $1 AND state IN ('PUBLISHED', 'PAUSED', 'STALE') RETURNING id, version)
     SELECT id, version FROM written`,
    [employerId, at],
  );
  await announce(manager, 'vacancy.suspended', suspended);
}

/** Gives back to the public what `suspendVacancies` took. Cost: 2 queries. */
export async function resumeVacancies(
  manager: EntityManager,
  employerId: string,
  at: Date,
): Promise<void> {
  const resumed = await manager.query<(Written & { state: string })[]>(
    `WITH written AS (
       UPDATE vacancies SET state = suspended_from, suspended_from = NULL, version = version + 1, updated_at = $2
       WHERE employer_id = $1 AND state = 'SUSPENDED' AND suspended_from IS NOT NULL RETURNING id, version, state)
     SELECT id, version, state FROM written`,
    [employerId, at],
  );
  const isOpen = ({ state }: { state: string }) => state === 'PUBLISHED';
  await announce(manager, 'vacancy.published', resumed.filter(isOpen));
  await announce(
    manager,
    'vacancy.updated',
    resumed.filter((vacancy) => !isOpen(vacancy)),
  );
}

const announce = (manager: EntityManager, kind: string, vacancies: readonly Written[]) =>
  appendOutbox(
    manager,
    vacancies.map(({ id, version }) => ({
      ...{ aggregate: 'vacancy', aggregateId: id, kind, version },
    })),
  );
