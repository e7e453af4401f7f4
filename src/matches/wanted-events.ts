import { verdictOrder } from './standing-list';

/** What happens to a person on a list; an event that counts several people says how often each of it happened. */
export const listMoves = ['ENTERED', 'ROSE', 'LEFT'] as const;
export type ListMove = (typeof listMoves)[number];

const order = `ARRAY[${verdictOrder.map((verdict) => `'${verdict}'`).join(', ')}]`;

/**
 * Whether row `e` of `match_events` passes a filter, given as SQL: a list of vacancies, where null means all, and the
 * least verdict.
 *
 * Shape: an event that counts several passes whatever the verdict. That somebody entered or rose who may no longer be
 * shown is told no more.
 */
export const passesSql = (vacancyIds: string, minVerdict: string): string => `
  (${vacancyIds} IS NULL OR e.vacancy_id = ANY(${vacancyIds}))
  AND (e.kind = 'SEVERAL' OR array_position(${order}, e.verdict) >= array_position(${order}, ${minVerdict}))
  AND (e.kind NOT IN ('ENTERED', 'ROSE') OR (
    SELECT c.status = 'ACTIVE' AND c.matching_consent_at IS NOT NULL FROM candidates c WHERE c.id = e.candidate_id))`;
