import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { RankingSnapshot } from '../../entities';
import type { CandidateCard } from '../../matching/card';
import {
  type AvailabilityBand,
  availabilityBands,
  type CompetencyBand,
  type DistanceBandName,
  distanceBands,
} from '../../matching/card-bands';
import { type AspectName, aspectNames } from '../../matching/core/aspects';
import { EXPERIENCE_BANDS, type ExperienceBand } from '../../matching/core/experience';
import { OCCUPATION_BANDS, type OccupationBand } from '../../matching/core/occupation';
import { type EducationBand, educationBands } from '../../matching/facts/bands';
import type { RankMethod } from '../../matching/ranker';
import { type RankedCandidate, withheldReasons } from '../../services/matching/rank-candidates';
import { For } from '../audience';
import { enumOf } from '../enums';
import { connectionOf } from '../lists/connection';
import { CompetencyView } from '../reference/competency.view';
import { CompetencyBandEnum, MatchVerdictEnum, MatchView } from './match.view';
import type { MatchPresenter } from './present-match';
import { RankingSnapshotView } from './ranking-snapshot.view';

/** A ranking scores everybody in reach. Source: SDL of the design. */
export const RANKING_COST = 20;

const EducationBandEnum = enumOf('EducationBand', educationBands, 'Education, in six bands.', {
  BASIC: 'Up to SD',
  JUNIOR: 'SMP',
  SECONDARY: 'SMA or SMK',
  DIPLOMA: 'D1 to D3',
  DEGREE: 'D4, S1 and the professions',
  POSTGRADUATE: 'S2 and above',
});
const ExperienceBandEnum = enumOf(
  'ExperienceBand',
  EXPERIENCE_BANDS.map(({ band }) => band),
  'Experience that counts for the vacancy’s occupation, in bands.',
);
const OccupationBandEnum = enumOf(
  'OccupationBand',
  OCCUPATION_BANDS.map(({ band }) => band),
  'How close past work was to an occupation, the farthest first.',
  { NONE: 'None of it is close', SAME: 'In the occupation, or in one almost the same' },
);
const AvailabilityBandEnum = enumOf(
  'AvailabilityBand',
  availabilityBands,
  'Whether a person is free when the work starts, by the quarter.',
);
const DistanceBandEnum = enumOf(
  'DistanceBand',
  distanceBands,
  'Distance between districts, in bands that end at so many kilometres.',
);
const CardAspectEnum = enumOf(
  'CardAspect',
  aspectNames,
  'What a card tells of a person, each for itself.',
  {
    COMPETENCY: 'Competencies that are asked for, or the bands of some of them',
    DISTANCE: 'How far the person lives, and whether that is known',
    AVAILABILITY: 'When the person is free, and whether the employment type is wanted',
  },
);
const RankMethodEnum = enumOf(
  'RankMethod',
  ['MEILISEARCH_EXACT', 'SCAN'] satisfies RankMethod[],
  'How the people were found; the order is complete and the same either way.',
);
export const WithheldEnum = enumOf(
  'Withheld',
  withheldReasons,
  'Why a place in the order shows no card.',
  {
    NOT_VERIFIED: 'Cards are shown to verified employers',
    RANK_LIMIT: 'Cards are shown for the first 100 places',
    DAILY_LIMIT: 'An organisation gets to know 200 new people in 24 hours',
    CONSENT_ENDED: 'The person left or withdrew the consent since',
    EXPIRED: 'A sealed order shows its cards for a day',
  },
);

@ObjectType('CardCompetency', {
  description: 'A competency that the vacancy asks for and the person holds.',
  simpleResolvers: true,
})
@For('employer')
export class CardCompetencyView {
  @For('employer')
  @Field(() => CompetencyView, { description: 'The competency that is asked for.' })
  competency: CompetencyView;

  @For('employer')
  @Field(() => CompetencyBandEnum, {
    nullable: true,
    description: 'How well it is commanded; null = withheld.',
  })
  band: CompetencyBand | null;
}

@ObjectType('CandidateCard', {
  description:
    'What an employer sees of a person before the person agrees: a pseudonym and bands, no identity; of these what at least five people of the list have in common.',
  simpleResolvers: true,
})
@For('employer')
export class CandidateCardView {
  held: CandidateCard['competencies'];
  hidden: CandidateCard['withheld'];
  details: MatchView['details'];

  @For('employer')
  @Field(() => ID, {
    description: 'Pseudonym: the same for this employer always, another one for every other.',
  })
  handle: string;

  @For('employer')
  @Field(() => [CardCompetencyView], {
    description: 'Only what the vacancy asks for, without what is withheld.',
  })
  get competencies(): Promise<CardCompetencyView[]> {
    return this.details().then((details) =>
      this.held.flatMap(({ requirementId, band }) => {
        const competency = details.competencies.get(requirementId);
        return competency ? [{ competency, band }] : [];
      }),
    );
  }

  @For('employer')
  @Field(() => EducationBandEnum, {
    nullable: true,
    description: 'Null = not stated, or withheld.',
  })
  education: EducationBand | null;

  @For('employer')
  @Field(() => ExperienceBandEnum, { nullable: true, description: 'Null = withheld.' })
  experience: ExperienceBand | null;

  @For('employer')
  @Field(() => OccupationBandEnum, {
    nullable: true,
    description:
      'How close past work was to the occupation; null when the vacancy names none, or withheld.',
  })
  occupation: OccupationBand | null;

  @For('employer')
  @Field(() => AvailabilityBandEnum, {
    nullable: true,
    description: 'Null = the person or the vacancy does not say, or withheld.',
  })
  availability: AvailabilityBand | null;

  @For('employer')
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the employment type is wanted; null = the person or the vacancy does not say, or withheld.',
  })
  employmentTypeFits: boolean | null;

  @For('employer')
  @Field(() => DistanceBandEnum, {
    nullable: true,
    description: 'Null = not known, the work can be done from anywhere, or withheld.',
  })
  distance: DistanceBandName | null;

  @For('employer')
  @Field(() => [CardAspectEnum], {
    description:
      'What is not told, because fewer than five people of the list would be alike in it and in what is told.',
  })
  withheld: AspectName[];

  @For('employer')
  @Field(() => [CompetencyView], {
    description: 'The competencies of which it is not told whether and how they are held.',
  })
  get withheldCompetencies(): Promise<CompetencyView[]> {
    return this.details().then((details) =>
      this.hidden.flatMap(({ requirementId, isBand }) =>
        isBand ? [] : (details.competencies.get(requirementId ?? '') ?? []),
      ),
    );
  }
}

export function toCardView(card: CandidateCard, details: MatchView['details']): CandidateCardView {
  // Cards that were kept before anything was withheld tell all.
  const { competencies, withheld: hidden = [], ...bands } = card;
  const withheld = [...new Set(hidden.map(({ aspect }) => aspect))];
  const view = { ...bands, held: competencies, hidden, withheld, details };
  return Object.assign(new CandidateCardView(), view);
}

@ObjectType({ description: 'A place in the order of a vacancy.', simpleResolvers: true })
@For('employer')
export class RankedCandidateEdge {
  row: RankedCandidate;
  presenter: MatchPresenter;

  @For('employer')
  @Field(() => String, { description: 'Position of this item in its list.' })
  cursor: string;

  @For('employer')
  @Field(() => Int, { description: 'One more than there are people with a higher score.' })
  rank: number;

  @For('employer')
  @Field(() => Int, { description: 'How many others have the same score.' })
  tiedWith: number;

  @For('employer')
  @Field(() => Int, { description: 'The score, 0 to 10,000, by which the list is sorted.' })
  scoreBp: number;

  @For('employer')
  @Field(() => MatchVerdictEnum, { description: 'What the score means.' })
  verdict: RankedCandidate['verdict'];
}

@ObjectType({
  description:
    'The eligible people for a vacancy, each exactly once, best first. A sealed snapshot lists all, any other the first 100.',
  simpleResolvers: true,
})
@For('employer')
export class RankedCandidateConnection extends connectionOf(RankedCandidateEdge, 'employer') {
  /** The row behind `snapshot`. */
  frozen: RankingSnapshot | null;

  @For('employer')
  @Field(() => Int, { description: 'How many people were considered: all active ones who agree.' })
  totalConsidered: number;

  @For('employer')
  @Field(() => Int, { description: 'How many of them are eligible.' })
  totalEligible: number;

  @For('employer')
  @Field(() => Int, { description: 'How many have the verdict STRONG.' })
  totalStrong: number;

  @For('employer')
  @Field(() => Int, { description: 'How many have the verdict POSSIBLE.' })
  totalPossible: number;

  @For('employer')
  @Field(() => Int, { description: 'How many have the verdict STRETCH.' })
  totalStretch: number;

  @For('employer')
  @Field(() => RankMethodEnum, { description: 'How the people were found.' })
  method: RankMethod;

  @For('employer')
  @Field(() => Int, { description: 'Version of competencies and occupations.' })
  taxonomyVersion: number;

  @For('employer')
  @Field(() => RankingSnapshotView, {
    nullable: true,
    description: 'Where this order is frozen; null with `without`.',
  })
  snapshot: RankingSnapshotView | null;
}
