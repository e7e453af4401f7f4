import { educationLevels } from '../../entities/vocabulary';
import {
  bandExperience,
  countExperience,
  type ExperienceBand,
} from '../../matching/core/experience';
import type { Match } from '../../matching/core/explain';
import type { CandidateFacts, VacancyFacts } from '../../matching/core/facts';
import type { CoreTaxonomy } from '../../matching/core/taxonomy';
import {
  bandEducation,
  bandLevel,
  type CompetencyBand,
  type DistanceBandName,
  type EducationBand,
  nameDistance,
} from './bands';

/** A competency that the vacancy asks for and the person holds. */
export interface CardCompetency {
  requirementId: string;
  band: CompetencyBand;
}

/**
 * What an employer sees of a person before the person agrees: a pseudonym and bands, no identity.
 *
 * Source: DOMAIN of the design (privacy, employer card).
 */
export interface CandidateCard {
  handle: string;
  competencies: readonly CardCompetency[];
  /** Null = not stated. */
  education: EducationBand | null;
  experience: ExperienceBand;
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
  return {
    handle,
    competencies: match.factors.flatMap(({ requirementId, held, via }) =>
      requirementId !== null && held && (via === 'EXACT' || via === 'IMPLIED')
        ? [{ requirementId, band: bandLevel(held.level) }]
        : [],
    ),
    education: facts.education === null ? null : bandEducation(educationLevels[facts.education]),
    experience: bandExperience(months),
    distance: match.distance?.isKnown ? nameDistance(match.distance.upToKm) : null,
  };
}
