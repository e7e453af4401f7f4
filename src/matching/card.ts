import { educationLevels } from '../entities/vocabulary';
import {
  type AvailabilityBand,
  bandLevel,
  type CompetencyBand,
  type DistanceBandName,
  nameDistance,
} from './card-bands';
import { bandExperience, countExperience, type ExperienceBand } from './core/experience';
import type { Match } from './core/explain';
import type { CandidateFacts, VacancyFacts } from './core/facts';
import { nameOccupation, type OccupationBand } from './core/occupation';
import type { CoreTaxonomy } from './core/taxonomy';
import { bandEducation, type EducationBand } from './facts/bands';

/** A competency that the vacancy asks for and the person holds. */
export interface CardCompetency {
  requirementId: string;
  band: CompetencyBand;
}

/**
 * What an employer sees of a person before the person agrees: a pseudonym and bands, no identity.
 *
 * Every personal value that a score reads stands here in the band in which it reads it.
 * Source: DOMAIN of the design (privacy, employer card); docs/adr/0011-bands-before-the-core.md.
 */
export interface CandidateCard {
  handle: string;
  competencies: readonly CardCompetency[];
  /** Null = not stated. */
  education: EducationBand | null;
  experience: ExperienceBand;
  /** How close past work was to the vacancy's occupation; null when it names none. */
  occupation: OccupationBand | null;
  /** Against the vacancy's start; null = a side does not say. */
  availability: AvailabilityBand | null;
  /** Whether the person wants the employment type offered; null = a side does not say. */
  employmentTypeFits: boolean | null;
  /** Null = not known, or the work can be done from anywhere. */
  distance: DistanceBandName | null;
}

/** The card of a person for one vacancy; the one place that decides how coarse it is. */
export function presentCard(
  handle: string,
  { facts, match }: { facts: CandidateFacts; match: Match },
  vacancy: VacancyFacts,
  taxonomy: CoreTaxonomy,
): CandidateCard {
  const months = countExperience(facts.experiences, vacancy.occupation, taxonomy);
  const { startMonth, employmentType } = vacancy;
  const { availableFromMonth, employmentTypes } = facts;
  return {
    handle,
    competencies: match.factors.flatMap(({ requirementId, held, via }) =>
      requirementId !== null && held && (via === 'EXACT' || via === 'IMPLIED')
        ? [{ requirementId, band: bandLevel(held.level) }]
        : [],
    ),
    education: facts.education === null ? null : bandEducation(educationLevels[facts.education]),
    experience: bandExperience(months),
    occupation: vacancy.occupation === null ? null : nameOccupation(occupationOf(match)),
    availability:
      startMonth === null || availableFromMonth === null
        ? null
        : availableFromMonth <= startMonth
          ? 'IN_TIME'
          : 'LATER',
    employmentTypeFits:
      employmentType === null || employmentTypes === null
        ? null
        : (employmentTypes & employmentType) !== 0,
    distance: match.distance?.isKnown ? nameDistance(match.distance.upToKm) : null,
  };
}

const occupationOf = ({ factors }: Match): number =>
  factors.find(({ factor }) => factor === 'OCCUPATION')?.fulfilmentBp ?? 0;
