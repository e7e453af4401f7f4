import { type EntityManager, In } from 'typeorm';
import { CandidateCompetency, Competency } from '../../entities';
import { type EvidenceStatus, evidenceStatuses } from '../../entities/vocabulary';
import { reasons } from '../../errors';
import { type Problem, problem } from '../problems';
import { profileLimits } from './profile';

/** What somebody says that they can do; null = not stated. */
export interface Claim {
  competencyId: string;
  /** 1–5. */
  level: number;
  yearsUsed: number | null;
  lastUsed: string | null;
}

/**
 * What is wrong with claims of a person, each with its place.
 *
 * Problems: DUPLICATE_ENTRY, UNKNOWN_REFERENCE, DATE_INVALID, LIMIT_REACHED.
 * Cost: 2 queries.
 */
export async function checkClaims(
  manager: EntityManager,
  candidateId: string,
  claims: readonly Claim[],
  today: string,
): Promise<Problem[]> {
  const ids = claims.map(({ competencyId }) => competencyId);
  const found = await manager.find(Competency, {
    select: { id: true },
    where: { id: In(ids), status: 'ACTIVE' },
  });
  const known = new Set(found.map(({ id }) => id));
  const problems = claims.flatMap(({ competencyId, lastUsed }, index) => [
    ...(ids.indexOf(competencyId) < index
      ? [problem('DUPLICATE_ENTRY', `items.${index}.competencyId`)]
      : []),
    ...(known.has(competencyId)
      ? []
      : [problem('UNKNOWN_REFERENCE', `items.${index}.competencyId`)]),
    ...(lastUsed !== null && lastUsed > today
      ? [problem('DATE_INVALID', `items.${index}.lastUsed`)]
      : []),
  ]);
  const max = profileLimits.competencies;
  const held = await manager.findBy(CandidateCompetency, { candidateId });
  const all = new Set([...held.map(({ competencyId }) => competencyId), ...ids]);
  return all.size > max
    ? [...problems, problem('LIMIT_REACHED', 'items', { max, reason: reasons.deleteOne })]
    : problems;
}

/**
 * Writes claims that were checked: what is known by stronger evidence keeps level and evidence, and only how long and
 * when it was used is said anew.
 *
 * Cost: 1 query.
 */
export async function writeClaims(
  manager: EntityManager,
  candidateId: string,
  claims: readonly Claim[],
  evidence: EvidenceStatus,
): Promise<void> {
  const isWeaker =
    'array_position($7::text[], EXCLUDED.evidence) < array_position($7::text[], held.evidence)';
  await manager.query(
    `INSERT INTO candidate_competencies AS held
       (candidate_id, competency_id, level, years_used, last_used_on, evidence)
     SELECT $1, c.*, $6 FROM unnest($2::text[], $3::smallint[], $4::smallint[], $5::date[]) AS c
     ON CONFLICT (candidate_id, competency_id) DO UPDATE SET
       level = CASE WHEN ${isWeaker} THEN held.level ELSE EXCLUDED.level END,
       evidence = CASE WHEN ${isWeaker} THEN held.evidence ELSE EXCLUDED.evidence END,
       years_used = coalesce(EXCLUDED.years_used, held.years_used),
       last_used_on = coalesce(EXCLUDED.last_used_on, held.last_used_on)`,
    [
      candidateId,
      claims.map(({ competencyId }) => competencyId),
      claims.map(({ level }) => level),
      claims.map(({ yearsUsed }) => yearsUsed),
      claims.map(({ lastUsed }) => lastUsed),
      evidence,
      evidenceStatuses,
    ],
  );
}
