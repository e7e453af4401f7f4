import { Field, Int, ObjectType } from 'type-graphql';
import type { ProficiencyLevel } from '../../entities/vocabulary';
import { bandLevel, type CompetencyBand, competencyBands } from '../../matching/card-bands';
import type { EligibilityLine, Match, Via } from '../../matching/core/explain';
import { FULL_BP } from '../../matching/core/fixed-point';
import type { PlacedCounterfactual } from '../../matching/core/new-rank';
import type { ToldLine, ToldMatch } from '../../matching/core/withhold';
import type { AskedById } from '../../services/matching/asked';
import { For } from '../audience';
import { enumOf, NecessityEnum, ProficiencyLevelEnum } from '../enums';
import { CompetencyView } from '../reference/competency.view';
import { RequirementView, toLevel } from '../vacancies/requirement.view';

export const FactorKindEnum = enumOf(
  'FactorKind',
  [
    'COMPETENCY',
    'OCCUPATION',
    'SPECIFICITY',
    'EXPERIENCE',
    'DISTANCE',
    'EDUCATION',
    'AVAILABILITY',
    'WITHHELD',
  ] satisfies ToldLine['factor'][],
  'What a part of a score is for.',
  {
    OCCUPATION: 'Work done in this occupation or a close one',
    SPECIFICITY: 'What is taken off because the vacancy asks for little',
    WITHHELD:
      'The sum of the lines that are not told, because fewer than five people are alike in them',
  },
);
export const MatchViaEnum = enumOf(
  'MatchVia',
  ['EXACT', 'IMPLIED', 'SUBSTITUTE', 'SIMILAR', 'NONE'] satisfies Via[],
  'How a competency is covered.',
  {
    EXACT: 'It is held',
    IMPLIED: 'Something held includes it',
    SUBSTITUTE: 'Something held stands in for it to a degree',
    SIMILAR: 'Something with a similar name is held',
  },
);
export const MatchVerdictEnum = enumOf(
  'MatchVerdict',
  ['STRONG', 'POSSIBLE', 'STRETCH', 'NOT_ELIGIBLE'] satisfies Match['verdict'][],
  'How well a person and a vacancy fit, the best first.',
);
const CheckResultEnum = enumOf(
  'CheckResult',
  ['PASS', 'FAIL', 'UNKNOWN'] satisfies EligibilityLine['result'][],
  'Result of a condition; whoever does not say is UNKNOWN, which is no failure.',
);
const EligibilityCheckKindEnum = enumOf(
  'EligibilityCheckKind',
  [
    'SCOPE',
    'SHARED_COMPETENCY',
    'REQUIREMENT',
    'EDUCATION',
    'EXPERIENCE',
  ] satisfies EligibilityLine['check'][],
  'What a condition is about.',
  {
    SCOPE: 'Lives in an area of the vacancy or would work there',
    SHARED_COMPETENCY: 'Covers at least one competency in part',
  },
);
export const CompetencyBandEnum = enumOf(
  'CompetencyBand',
  competencyBands,
  'How well a competency is commanded, in three bands.',
  { FOUNDATION: 'Levels 1 and 2', WORKING: 'Level 3', ADVANCED: 'Levels 4 and 5' },
);

@ObjectType({
  description: 'One line of a score; the contributions sum to it.',
  simpleResolvers: true,
})
@For('public')
export class FactorContribution {
  line: ToldLine;
  source: ToldMatch;
  asked: AskedById;

  @For('public')
  @Field(() => FactorKindEnum, { description: 'What it is for.' })
  factor: ToldLine['factor'];

  @For('public')
  @Field(() => RequirementView, { nullable: true, description: 'The requirement it answers.' })
  requirement: RequirementView | null;

  @For('public')
  @Field(() => Int, { description: 'The most it can contribute, of 10,000.' })
  weightBp: number;

  @For('public')
  @Field(() => Int, {
    description:
      'What the employer made its part of the score weigh, 10,000 = ordinary; weightBp contains it.',
  })
  partWeightBp: number;

  @For('public')
  @Field(() => Int, { description: 'To what degree it is fulfilled, 10,000 = in full.' })
  fulfilmentBp: number;

  @For('public')
  @Field(() => Int, {
    description: 'What it contributes; only SPECIFICITY and WITHHELD may take off.',
  })
  contributionBp: number;

  @For('public')
  @Field(() => MatchViaEnum, { description: 'How a competency is covered.' })
  via: Via;

  @For('public')
  @Field(() => Boolean, { description: 'True when a side does not say, so that half is counted.' })
  isUnstated: boolean;
}

@ObjectType({ description: 'One condition and whether it is met.', simpleResolvers: true })
@For('public')
export class EligibilityCheck {
  line: EligibilityLine;
  asked: AskedById;

  @For('public')
  @Field(() => EligibilityCheckKindEnum, { description: 'What it is about.' })
  check: EligibilityLine['check'];

  @For('public')
  @Field(() => RequirementView, { nullable: true, description: 'The requirement, if it is one.' })
  requirement: RequirementView | null;

  @For('public')
  @Field(() => NecessityEnum, {
    description: 'MUST decides on eligibility, SHOULD on the verdict STRONG.',
  })
  necessity: EligibilityLine['necessity'];

  @For('public')
  @Field(() => CheckResultEnum, { description: 'Whether it is met.' })
  result: EligibilityLine['result'];
}

@ObjectType({
  description: 'A required competency that is not fully covered.',
  simpleResolvers: true,
})
@For('public')
export class Gap {
  @For('public')
  @Field(() => RequirementView, { description: 'The requirement.' })
  requirement: RequirementView;

  @For('public')
  @Field(() => CompetencyView, { description: 'What is missing.' })
  missing: CompetencyView;

  @For('public')
  @Field(() => CompetencyBandEnum, { nullable: true, description: 'What is held; null = nothing.' })
  haveBand: CompetencyBand | null;

  @For('public')
  @Field(() => ProficiencyLevelEnum, { description: 'The level that is asked for.' })
  needLevel: ProficiencyLevel;
}

/** What the matches of one vacancy refer to, by the requirement's key. */
export interface MatchDetails {
  readonly asked: AskedById;
  readonly requirements: ReadonlyMap<string, RequirementView>;
  readonly competencies: ReadonlyMap<string, CompetencyView>;
}

@ObjectType('Match', {
  description: 'How a person and a vacancy fit: the same numbers for both sides.',
  simpleResolvers: true,
})
@For('public')
export class MatchView {
  /** All of it; scores alone need none of it. */
  read: () => ToldMatch;
  /** Of the vacancy, where it is the signed-in person's own match. */
  ownVacancyKey?: string;
  /** Loaded with the first line that somebody asks for. */
  details: () => Promise<MatchDetails>;
  suggest: () => readonly PlacedCounterfactual[];

  get source(): ToldMatch {
    return this.read();
  }

  @For('public')
  @Field(() => Int, { description: 'The score, 0 to 10,000; lists are sorted by it.' })
  scoreBp: number;

  @For('public')
  @Field(() => MatchVerdictEnum, { description: 'What the score means.' })
  verdict: Match['verdict'];

  @For('public')
  @Field(() => [EligibilityCheck], {
    description:
      'The conditions, the vacancy’s order; an employer without those that are withheld.',
  })
  get eligibility(): Promise<EligibilityCheck[]> {
    return this.details().then((details) => toChecks(this.source, details));
  }

  @For('public')
  @Field(() => [FactorContribution], { description: 'What the score is the sum of.' })
  get factors(): Promise<FactorContribution[]> {
    return this.details().then((details) => toFactors(this.source, details));
  }

  @For('public')
  @Field(() => [Gap], {
    description:
      'Required competencies that are not fully covered; an employer without those that are withheld.',
  })
  get gaps(): Promise<Gap[]> {
    return this.details().then((details) => toGaps(this.source, details));
  }
}

function toFactors(source: ToldMatch, { asked, requirements }: MatchDetails): FactorContribution[] {
  return source.factors.map((line) =>
    Object.assign(new FactorContribution(), {
      line,
      source,
      asked,
      factor: line.factor,
      requirement: (line.requirementId && requirements.get(line.requirementId)) || null,
      weightBp: line.weightBp,
      partWeightBp: line.partWeightBp ?? FULL_BP,
      fulfilmentBp: line.fulfilmentBp,
      contributionBp: line.contributionBp,
      via: line.via,
      isUnstated: line.isUnstated,
    }),
  );
}

function toChecks(source: ToldMatch, { asked, requirements }: MatchDetails): EligibilityCheck[] {
  return source.eligibility.map((line) =>
    Object.assign(new EligibilityCheck(), {
      line,
      asked,
      check: line.check,
      requirement: (line.requirementId && requirements.get(line.requirementId)) || null,
      necessity: line.necessity,
      result: line.result,
    }),
  );
}

function toGaps(source: ToldMatch, { requirements, competencies }: MatchDetails): Gap[] {
  return source.gaps.flatMap(({ requirementId, haveLevel, needLevel }): Gap[] => {
    const requirement = requirements.get(requirementId);
    const missing = competencies.get(requirementId);
    const level = toLevel(needLevel);
    if (!requirement || !missing || !level) return [];
    const haveBand = haveLevel === 0 ? null : bandLevel(haveLevel);
    return [{ requirement, missing, haveBand, needLevel: level }];
  });
}
