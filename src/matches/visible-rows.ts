import type { EntityManager } from 'typeorm';
import { VISIBLE } from './standing-list';

/** Somebody and a vacancy. */
export interface Pair {
  readonly vacancyId: string;
  readonly candidateId: string;
}

/**
 * Those of the pairs whose person stands among the visible ones of the vacancy's list and agrees to be matched, where
 * the employer is verified (I31).
 *
 * Cost: 1 query, a list a pair.
 */
export function readVisible(manager: EntityManager, pairs: readonly Pair[]): Promise<Pair[]> {
  const place = (of: string) =>
    `(-${of}.score_bp, -${of}.verified, -${of}.confirmed_month, ${of}.tie, ${of}.person)`;
  return manager.query(
    `SELECT m.vacancy_id AS "vacancyId", m.candidate_id AS "candidateId"
     FROM unnest($1::uuid[], $2::uuid[]) AS asked (vacancy_id, candidate_id)
     JOIN matches m USING (vacancy_id, candidate_id)
     JOIN vacancies v ON v.id = m.vacancy_id
     JOIN employers e ON e.id = v.employer_id AND e.verification = 'VERIFIED'
     JOIN candidates c ON c.id = m.candidate_id
       AND c.status = 'ACTIVE' AND c.matching_consent_at IS NOT NULL
     WHERE (SELECT count(*) FROM matches better
            WHERE better.vacancy_id = m.vacancy_id AND ${place('better')} < ${place('m')}) < ${VISIBLE}`,
    [pairs.map(({ vacancyId }) => vacancyId), pairs.map(({ candidateId }) => candidateId)],
  );
}
