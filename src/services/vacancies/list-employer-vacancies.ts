import type { EntityManager } from 'typeorm';
import { Vacancy } from '../../entities';
import type { VacancyState } from '../../entities/vocabulary';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';

/**
 * The first vacancies of several employers, newest first: its own people see all states, others the public ones.
 *
 * A place is a vacancy's id.
 * Cost: 2 queries for all employers together.
 */
export const listEmployerVacancies =
  (readAs: RunAs) =>
  (
    viewer: Viewer | null,
    employerIds: readonly string[],
    states: readonly VacancyState[],
    request: SliceRequest<string>,
  ): Promise<Map<string, Slice<Vacancy>>> =>
    readAs(actorOf(viewer), (manager) => readLists(manager, employerIds, states, request));

async function readLists(
  manager: EntityManager,
  employerIds: readonly string[],
  states: readonly VacancyState[],
  request: SliceRequest<string>,
): Promise<Map<string, Slice<Vacancy>>> {
  const wanted = states.length > 0 ? [...states] : null;
  const counts: { employer_id: string; total: string }[] = await manager.query(
    `SELECT employer_id, count(*) AS total FROM vacancies
       WHERE employer_id = ANY($1) AND ($2::text[] IS NULL OR state = ANY($2)) GROUP BY employer_id`,
    [employerIds, wanted],
  );
  const totals = new Map(counts.map((row) => [row.employer_id, Number(row.total)]));
  const rows = await manager
    .createQueryBuilder(Vacancy, 'vacancy')
    .where(
      `vacancy.id IN (
          SELECT id FROM (
            SELECT id, row_number() OVER (PARTITION BY employer_id ORDER BY created_at DESC, id DESC) AS position
            FROM vacancies
            WHERE employer_id = ANY(:employerIds) AND (:wanted::text[] IS NULL OR state = ANY(:wanted))
              AND (:after::uuid IS NULL OR (created_at, id) <
                (SELECT last.created_at, last.id FROM vacancies AS last WHERE last.id = :after))
          ) AS ordered WHERE position <= :limit)`,
      { employerIds, wanted, after: request.after, limit: request.first + 1 },
    )
    .orderBy('vacancy.createdAt', 'DESC')
    .addOrderBy('vacancy.id', 'DESC')
    .getMany();
  return new Map(
    employerIds.map((employerId) => {
      const read = rows.filter((vacancy) => vacancy.employerId === employerId);
      const total = totals.get(employerId) ?? 0;
      return [employerId, sliceOf(read, request, total, (vacancy) => vacancy.id)];
    }),
  );
}
