import { proficiencyLevels } from '../../entities/vocabulary';
import { encodeNodeId } from '../../ids/global-id';
import type { ConceptRow, RecordRow, RequirementRow } from './record-rows';

/** Grows when a key changes its meaning or goes; a key that comes is no new version. */
const RECORD_VERSION = 1;

/**
 * The record of a public vacancy, one line without its end: JSON with all keys, always in this order and without
 * spaces, so that equal vacancies are equal bytes. docs/PORTALS.md describes the keys.
 *
 * Shape: ids are those of the API; instants are UTC to the millisecond; rupiah are decimal strings; null = not stated.
 */
export const toRecordLine = (row: RecordRow): string => JSON.stringify(toRecord(row));

function toRecord(row: RecordRow) {
  const isPaid = row.wageMin !== null || row.wageMax !== null;
  return {
    schemaVersion: RECORD_VERSION,
    id: encodeNodeId('Vacancy', row.id),
    slug: row.slug,
    verifyCode: row.verifyCode,
    version: row.version,
    state: row.state,
    title: row.title,
    description: row.description,
    openings: row.openings,
    filled: row.filled,
    employmentType: row.employmentType,
    isRemote: row.isRemote,
    wage: isPaid ? { min: row.wageMin, max: row.wageMax, unit: row.wageUnit } : null,
    startsOn: row.startsOn,
    validThrough: row.validThrough,
    publishedAt: row.publishedAt,
    lastConfirmedAt: row.lastConfirmedAt,
    closedAt: row.closedAt,
    closedReason: row.closedReason,
    source: { kind: row.sourceKind, name: row.sourceName },
    isDemo: row.isDemo,
    employer: toEmployer(row.employer),
    occupation: toOccupation(row),
    regions: row.regions.map(({ code, name, level }) => ({ code, name, level })),
    requirements: row.requirements.map(toRequirement),
    partWeights: {
      competency: row.competencyWeightBp,
      experience: row.experienceWeightBp,
      distance: row.distanceWeightBp,
      education: row.educationWeightBp,
      availability: row.availabilityWeightBp,
    },
  };
}

function toEmployer({ id, name, sector, verification, regionCode, isDemo }: RecordRow['employer']) {
  return { id: encodeNodeId('Employer', id), name, sector, verification, regionCode, isDemo };
}

function toOccupation(row: RecordRow) {
  if (row.occupation === null) return null;
  return {
    ...toConcept('Occupation', row.occupation),
    kbjiCode: row.occupation.kbjiCode,
    matchedText: row.occupationMatchedText,
    confidenceBp: row.occupationConfidenceBp,
  };
}

function toRequirement(row: RequirementRow) {
  const { kind, necessity, weightBp, competency, education, minMonths, origin } = row;
  return {
    ...{ kind, necessity, weightBp },
    competency: competency && {
      ...toConcept('Competency', competency),
      kind: competency.kind,
    },
    minLevel: row.minLevel === null ? null : (proficiencyLevels[row.minLevel - 1] ?? null),
    ...{ education, minMonths, origin },
    matchedText: row.matchedText,
    confidenceBp: row.confidenceBp,
  };
}

const toConcept = (type: 'Occupation' | 'Competency', { id, labelId, labelEn }: ConceptRow) => ({
  id: encodeNodeId(type, id),
  code: id,
  labelId,
  labelEn,
});
