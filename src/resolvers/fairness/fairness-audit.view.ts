import { Field, Int, ObjectType } from 'type-graphql';
import {
  type AuditedAttribute,
  auditedAttributes,
  type FairnessAudit,
} from '../../services/fairness/audit-fairness';
import { type GroupOutcome, UNKNOWN_GROUP } from '../../services/fairness/group-table';
import { fairnessStages } from '../../services/fairness/sealed-orders';
import { For } from '../audience';
import { enumOf } from '../enums';

export const StatDimensionEnum = enumOf(
  'StatDimension',
  auditedAttributes,
  'By what people are grouped; REGION is the district where they live.',
);
export const FairnessStageEnum = enumOf(
  'FairnessStage',
  fairnessStages,
  'Who counts as selected.',
  {
    SUITABLE: 'A verdict of STRONG or POSSIBLE.',
    SHOWN: 'Among the first 100 places, whose cards an employer may see.',
  },
);

@ObjectType('GroupOutcome', {
  description:
    'How often a group was selected; hidden numbers are null, the others rounded at random to multiples of 5.',
  simpleResolvers: true,
})
@For('office')
export class GroupOutcomeView {
  @For('office')
  @Field(() => StatDimensionEnum, { description: 'By what it is grouped.' })
  attribute: AuditedAttribute;

  @For('office')
  @Field(() => String, {
    description:
      'The group; UNKNOWN: nothing is known; ELSEWHERE: lives outside the officer’s areas.',
  })
  group: string;

  @For('office')
  @Field(() => Int, { nullable: true, description: 'Eligible places in the orders.' })
  considered: number | null;

  @For('office')
  @Field(() => Int, { nullable: true, description: 'Of these, selected.' })
  selected: number | null;

  @For('office')
  @Field(() => Int, { nullable: true, description: 'Selected of 10,000 considered.' })
  selectionRateBp: number | null;

  @For('office')
  @Field(() => Int, {
    nullable: true,
    description:
      'Of 10,000 of the highest rate of a known group; below 8,000 is a sign of adverse impact.',
  })
  impactRatioBp: number | null;

  @For('office')
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the difference to the highest rate is more than chance (5 %, two-sided).',
  })
  significant: boolean | null;

  @For('office')
  @Field(() => Boolean, {
    description: 'Hidden, since few people are in it or would follow from it.',
  })
  suppressed: boolean;
}

@ObjectType('FairnessAudit', {
  description: 'Selection by group in the sealed orders of an officer’s areas.',
  simpleResolvers: true,
})
@For('office')
export class FairnessAuditView {
  @For('office')
  @Field(() => Int, { description: 'How many sealed orders were counted.' })
  rankings: number;

  @For('office')
  @Field(() => Boolean, { description: 'False when there are more than the newest 500.' })
  complete: boolean;

  @For('office')
  @Field(() => [GroupOutcomeView], { description: 'By group; empty when nothing can be told.' })
  outcomes: GroupOutcomeView[];

  @For('office')
  @Field(() => Boolean, { description: 'Nothing can be told without giving somebody away.' })
  suppressed: boolean;

  @For('office')
  @Field(() => Int, {
    nullable: true,
    description: 'Places of people of whom the attribute is not known, rounded alike.',
  })
  unknown: number | null;

  @For('office')
  @Field(() => [String], { description: 'Versions of the rules by which the orders arose.' })
  algorithmVersions: string[];
}

export function toFairnessAuditView(
  attribute: AuditedAttribute,
  { outcomes, isSuppressed, isComplete, rankings, algorithmVersions }: FairnessAudit,
): FairnessAuditView {
  const unknown = outcomes.find(({ group }) => group === UNKNOWN_GROUP);
  return {
    rankings,
    complete: isComplete,
    suppressed: isSuppressed,
    unknown: unknown?.considered ?? null,
    algorithmVersions: [...algorithmVersions],
    outcomes: outcomes.map((outcome) => toOutcomeView(attribute, outcome)),
  };
}

const toOutcomeView = (
  attribute: AuditedAttribute,
  { isSignificant, isSuppressed, ...numbers }: GroupOutcome,
): GroupOutcomeView => ({
  attribute,
  ...numbers,
  significant: isSignificant,
  suppressed: isSuppressed,
});
