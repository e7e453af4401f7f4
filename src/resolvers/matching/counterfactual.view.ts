import { Field, Int, ObjectType } from 'type-graphql';
import type { EducationLevel, ProficiencyLevel } from '../../entities/vocabulary';
import type { Counterfactual } from '../../matching/core/counterfactual';
import type { Match } from '../../matching/core/explain';
import type { PlacedCounterfactual } from '../../matching/core/new-rank';
import type { AskedById } from '../../services/matching/asked';
import { For } from '../audience';
import { EducationLevelEnum, enumOf, ProficiencyLevelEnum } from '../enums';
import { RequirementView, toLevel } from '../vacancies/requirement.view';
import { type MatchDetails, MatchVerdictEnum } from './match.view';

const CounterfactualKindEnum = enumOf(
  'CounterfactualKind',
  [
    'COMPETENCY_GAINED',
    'LEVEL_RAISED',
    'EDUCATION_RAISED',
    'MONTHS_ADDED',
    'REQUIREMENT_DROPPED',
  ] satisfies Counterfactual['change']['kind'][],
  'What would be otherwise.',
  { REQUIREMENT_DROPPED: 'The vacancy would not ask for it: the only one an employer sees' },
);

@ObjectType('Counterfactual', {
  description: 'What the score would be if one small thing were otherwise.',
  simpleResolvers: true,
})
@For('public')
export class CounterfactualView {
  source: Counterfactual;
  asked: AskedById;

  @For('public')
  @Field(() => CounterfactualKindEnum, { description: 'What would be otherwise.' })
  kind: Counterfactual['change']['kind'];

  @For('public')
  @Field(() => RequirementView, { description: 'The requirement it is about.' })
  requirement: RequirementView;

  @For('public')
  @Field(() => ProficiencyLevelEnum, {
    nullable: true,
    description: 'The level to reach, for COMPETENCY_GAINED and LEVEL_RAISED.',
  })
  level: ProficiencyLevel | null;

  @For('public')
  @Field(() => EducationLevelEnum, {
    nullable: true,
    description: 'The education to reach, for EDUCATION_RAISED.',
  })
  education: EducationLevel | null;

  @For('public')
  @Field(() => Int, {
    nullable: true,
    description: 'Further months of work in the occupation, for MONTHS_ADDED.',
  })
  months: number | null;

  @For('public')
  @Field(() => Int, { description: 'The score with the change.' })
  newScoreBp: number;

  @For('public')
  @Field(() => Int, {
    nullable: true,
    description:
      'For the employer, the rank with that score while everybody else stays as they are; null where the list does not tell it exactly.',
  })
  newRank: number | null;

  @For('public')
  @Field(() => MatchVerdictEnum, { description: 'The verdict with the change.' })
  newVerdict: Match['verdict'];
}

export function toCounterfactualViews(
  found: readonly PlacedCounterfactual[],
  { asked, requirements }: MatchDetails,
): CounterfactualView[] {
  return found.flatMap((source) => {
    const { requirementId, change, newScoreBp, newRank = null, newVerdict } = source;
    const requirement = requirements.get(requirementId);
    if (!requirement) return [];
    const view = Object.assign(new CounterfactualView(), {
      source,
      asked,
      kind: change.kind,
      requirement,
      level: 'toLevel' in change ? toLevel(change.toLevel) : null,
      education: change.kind === 'EDUCATION_RAISED' ? requirement.education : null,
      months: 'months' in change ? change.months : null,
      newScoreBp,
      newRank,
      newVerdict,
    });
    return [view];
  });
}
