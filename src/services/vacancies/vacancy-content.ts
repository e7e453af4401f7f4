import type { EntityManager } from 'typeorm';
import { Requirement, VacancyRegion } from '../../entities';
import type { VacancyDraft } from './draft';
import { choosePlaces, notePlaces } from './measured-places';

/** The columns of `vacancies` that a draft decides, and no other. */
export const contentColumns = (draft: VacancyDraft) => ({
  title: draft.title.trim(),
  occupationId: draft.occupationId,
  // The employer chose it, so nothing was understood from words.
  occupationMatchedText: null,
  occupationConfidenceBp: null,
  description: draft.description.trim(),
  openings: draft.openings,
  employmentType: draft.employmentType,
  isRemote: draft.isRemote,
  wageMin: draft.wageMin,
  wageMax: draft.wageMax,
  wageUnit: draft.wageUnit,
  startsOn: draft.startsOn,
  validThrough: draft.validThrough,
  competencyWeightBp: draft.partWeights.competency,
  experienceWeightBp: draft.partWeights.experience,
  distanceWeightBp: draft.partWeights.distance,
  educationWeightBp: draft.partWeights.education,
  availabilityWeightBp: draft.partWeights.availability,
});

/** Writes places and conditions of a vacancy that has none, and decides how it measures. Cost: 3 queries. */
export async function insertParts(
  manager: EntityManager,
  vacancyId: string,
  draft: VacancyDraft,
  at: Date,
) {
  if (draft.regionCodes.length > 0) {
    await manager.insert(
      VacancyRegion,
      draft.regionCodes.map((regionCode) => ({ vacancyId, regionCode })),
    );
  }
  if (draft.requirements.length > 0) {
    await manager.insert(
      Requirement,
      draft.requirements.map((requirement, position) => ({
        vacancyId,
        position,
        kind: requirement.kind,
        necessity: requirement.necessity,
        weightBp: requirement.weightBp,
        competencyId: requirement.competencyId,
        minLevel: requirement.minLevel,
        education: requirement.education,
        minMonths: requirement.minMonths,
      })),
    );
  }
  await choosePlaces(manager, [vacancyId], at);
}

/** Replaces places and conditions. Cost: 6 queries. */
export async function replaceParts(
  manager: EntityManager,
  vacancyId: string,
  draft: VacancyDraft,
  at: Date,
) {
  await notePlaces(manager, [vacancyId], at);
  await manager.delete(VacancyRegion, { vacancyId });
  await manager.delete(Requirement, { vacancyId });
  await insertParts(manager, vacancyId, draft, at);
}
