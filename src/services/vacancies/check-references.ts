import { type EntityManager, In } from 'typeorm';
import { Competency, Occupation, Region } from '../../entities';
import type { CompetencyKind, RequirementKind } from '../../entities/vocabulary';
import { type Problem, problem } from '../problems';
import type { VacancyDraft } from './draft';

/** Kinds of competency that a requirement of a kind may name; any, where nothing stands here. */
const competencyKindsOf: Partial<Record<RequirementKind, readonly CompetencyKind[]>> = {
  LANGUAGE: ['LANGUAGE'],
  LICENCE: ['LICENCE', 'CERTIFICATE'],
};

/**
 * What in a draft names nothing that exists and is in use.
 *
 * Cost: at most 3 queries.
 */
export async function checkReferences(
  manager: EntityManager,
  draft: VacancyDraft,
): Promise<Problem[]> {
  return [
    ...(await checkOccupation(manager, draft)),
    ...(await checkRegions(manager, draft)),
    ...(await checkCompetencies(manager, draft)),
  ];
}

async function checkOccupation(manager: EntityManager, { occupationId }: VacancyDraft) {
  if (occupationId === null) return [];
  const isKnown = await manager.existsBy(Occupation, { id: occupationId, status: 'ACTIVE' });
  return isKnown ? [] : [problem('UNKNOWN_REFERENCE', 'occupationId')];
}

async function checkRegions(manager: EntityManager, { regionCodes }: VacancyDraft) {
  if (regionCodes.length === 0) return [];
  const found = await manager.find(Region, {
    select: { code: true },
    where: { code: In([...regionCodes]) },
  });
  const known = new Set(found.map((region) => region.code));
  return regionCodes.flatMap((code, index) =>
    known.has(code) ? [] : [problem('UNKNOWN_REFERENCE', `regionCodes.${index}`)],
  );
}

async function checkCompetencies(manager: EntityManager, { requirements }: VacancyDraft) {
  const ids = requirements.flatMap(({ competencyId }) => competencyId ?? []);
  if (ids.length === 0) return [];
  const found = await manager.find(Competency, {
    select: { id: true, kind: true },
    where: { id: In(ids), status: 'ACTIVE' },
  });
  const kinds = new Map(found.map((competency) => [competency.id, competency.kind]));
  return requirements.flatMap(({ kind, competencyId }, index) => {
    if (competencyId === null) return [];
    const path = `requirements.${index}.competencyId`;
    const actual = kinds.get(competencyId);
    if (actual === undefined) return [problem('UNKNOWN_REFERENCE', path)];
    const allowed = competencyKindsOf[kind];
    return !allowed || allowed.includes(actual)
      ? []
      : [problem('REQUIREMENT_MISMATCH', path, { kind })];
  });
}
