import type { Verdict } from '../matching/core/tally';
import { verdictOrder } from './standing-list';

/** What happens to a person on a list; an event that counts several people says how often each of it happened. */
export const listMoves = ['ENTERED', 'ROSE', 'LEFT'] as const;
export type ListMove = (typeof listMoves)[number];

/** Which of an employer's match events somebody wants to hear of. */
export interface WantedEvents {
  readonly employerId: string;
  /** Null = all of the employer. */
  readonly vacancyIds: readonly string[] | null;
  readonly minVerdict: Verdict;
  readonly moves: readonly ListMove[];
}

/**
 * The condition on rows `e` of `match_events`, with its parameters from `$first` on.
 *
 * Shape: an event that counts several passes whatever the verdict, if it counts one of the moves. That somebody
 * entered or rose who may no longer be shown is not told any more.
 */
export function wantedSql(
  { employerId, vacancyIds, minVerdict, moves }: WantedEvents,
  first: number,
): { condition: string; parameters: unknown[] } {
  const [employer, vacancies, verdicts, wanted] = [0, 1, 2, 3].map((index) => `$${first + index}`);
  return {
    condition: `e.employer_id = ${employer}
      AND (${vacancies}::uuid[] IS NULL OR e.vacancy_id = ANY(${vacancies}::uuid[]))
      AND (e.kind = 'SEVERAL' OR e.verdict = ANY(${verdicts}::text[]))
      AND ('ENTERED' = ANY(${wanted}::text[]) AND e.entered > 0
        OR 'ROSE' = ANY(${wanted}::text[]) AND e.risen > 0
        OR 'LEFT' = ANY(${wanted}::text[]) AND e."left" > 0)
      AND (e.kind NOT IN ('ENTERED', 'ROSE') OR (
        SELECT c.status = 'ACTIVE' AND c.matching_consent_at IS NOT NULL
        FROM candidates c WHERE c.id = e.candidate_id))`,
    parameters: [
      employerId,
      vacancyIds,
      verdictOrder.slice(verdictOrder.indexOf(minVerdict)),
      moves,
    ],
  };
}
