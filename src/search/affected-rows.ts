import type { EntityManager } from 'typeorm';
import type { Aggregate } from '../changes/outbox';
import type { IndexName } from './index-settings';

/** Something that changed. */
export interface ChangedThing {
  aggregate: Aggregate;
  aggregateId: string;
}

/**
 * The rows of each index whose documents may differ after the changes; each row once.
 *
 * Shape: a `taxonomy` or `term` change carries the id of the competency or occupation.
 */
export async function affectedRows(
  manager: EntityManager,
  things: readonly ChangedThing[],
): Promise<Record<IndexName, string[]>> {
  const idsOf = (aggregate: Aggregate) => [
    ...new Set(things.filter((t) => t.aggregate === aggregate).map((t) => t.aggregateId)),
  ];
  const concepts = [...new Set([...idsOf('taxonomy'), ...idsOf('term')])];
  const vacancies = new Set(idsOf('vacancy'));
  for (const id of await vacanciesOf(manager, idsOf('employer'), concepts)) vacancies.add(id);
  return {
    competencies: concepts,
    occupations: concepts,
    vacancies: [...vacancies],
    candidates: idsOf('candidate'),
  };
}

/** Published vacancies that show the employers' or concepts' names. */
async function vacanciesOf(
  manager: EntityManager,
  employerIds: readonly string[],
  conceptIds: readonly string[],
): Promise<string[]> {
  if (employerIds.length === 0 && conceptIds.length === 0) return [];
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM vacancies v WHERE state = 'PUBLISHED' AND (
       employer_id = ANY($1::uuid[]) OR occupation_id = ANY($2)
       OR EXISTS (SELECT FROM requirements r WHERE r.vacancy_id = v.id AND r.competency_id = ANY($2)))`,
    [employerIds, conceptIds],
  );
  return rows.map(({ id }) => id);
}
