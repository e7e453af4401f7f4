import { educationLevels } from '../entities/vocabulary';
import {
  type AvailabilityBand,
  bandLevel,
  type CompetencyBand,
  type DistanceBandName,
  nameDistance,
} from './card-bands';
import type { Aspect, AspectName } from './core/aspects';
import { bandExperience, countExperience, type ExperienceBand } from './core/experience';
import type { Match } from './core/explain';
import type { CandidateFacts, VacancyFacts } from './core/facts';
import { nameOccupation, type OccupationBand } from './core/occupation';
import type { CoreTaxonomy } from './core/taxonomy';
import { bandEducation, type EducationBand } from './facts/bands';

/** A competency that the vacancy asks for and the person holds. */
export interface CardCompetency {
  requirementId: string;
  /** Null = withheld. */
  band: CompetencyBand | null;
}

/**
 * What an employer sees of a person before the person agrees: a pseudonym and bands, no identity; of these what at
 * least five people have in common.
 *
 * Every personal value that a score reads stands here in the band in which it reads it.
 * Source: DOMAIN of the design (privacy, employer card); docs/adr/0011-bands-before-the-core.md, 0026-cards-in-groups.md.
 */
export interface CandidateCard {
  handle: string;
  competencies: readonly CardCompetency[];
  /** Null = not stated. */
  education: EducationBand | null;
  /** Null only when withheld. */
  experience: ExperienceBand | null;
  /** How close past work was to the vacancy's occupation; null when it names none. */
  occupation: OccupationBand | null;
  /** Against the vacancy's start; null = a side does not say. */
  availability: AvailabilityBand | null;
  /** Whether the person wants the employment type offered; null = a side does not say. */
  employmentTypeFits: boolean | null;
  /** Null = not known, or the work can be done from anywhere. */
  distance: DistanceBandName | null;
  /** What stands here as null, or not among the competencies, whatever it is. */
  withheld: readonly Aspect[];
}

/** The fields of a card that tell of an aspect; competencies are told one by one. */
const FIELDS_OF = {
  COMPETENCY: [],
  OCCUPATION: ['occupation'],
  EXPERIENCE: ['experience'],
  DISTANCE: ['distance'],
  EDUCATION: ['education'],
  AVAILABILITY: ['availability', 'employmentTypeFits'],
} as const satisfies Readonly<Record<AspectName, readonly (keyof CandidateCard)[]>>;

/** The card without some aspects; of a competency whose band alone is withheld it is told that it is held. */
export function withholdOnCard(card: CandidateCard, withheld: readonly Aspect[]): CandidateCard {
  const blank = withheld.flatMap(({ aspect }) => FIELDS_OF[aspect].map((field) => [field, null]));
  const competencies = withheld.filter(({ aspect }) => aspect === 'COMPETENCY');
  const isHidden = (id: string) =>
    competencies.some(({ requirementId, isBand }) => !isBand && requirementId === id);
  const hidesBand = (id: string) => competencies.some(({ requirementId }) => requirementId === id);
  return {
    ...card,
    ...Object.fromEntries(blank),
    competencies: card.competencies.flatMap(({ requirementId, band }) =>
      isHidden(requirementId)
        ? []
        : [{ requirementId, band: hidesBand(requirementId) ? null : band }],
    ),
    withheld,
  };
}

/** All that a card can tell of a person for one vacancy, in its bands. */
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
    withheld: [],
  };
}

const occupationOf = ({ factors }: Match): number =>
  factors.find(({ factor }) => factor === 'OCCUPATION')?.fulfilmentBp ?? 0;
