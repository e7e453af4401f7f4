import { Field, Int, ObjectType } from 'type-graphql';
import type { PoolCounts, Simulation } from '../../matching/core/simulate';
import { guardAfter, guardCount } from '../../services/matching/guarded-count';
import { For } from '../audience';
import { RequirementView } from '../vacancies/requirement.view';
import type { MatchDetails } from './match.view';

@ObjectType('GuardedCount', {
  description: 'How many people; a count under 5 is not told, since it could mean a person.',
  simpleResolvers: true,
})
@For('employer')
export class GuardedCountView {
  @For('employer')
  @Field(() => Int, {
    nullable: true,
    description: 'Null when under 5, and where a variant differs by 1 to 4.',
  })
  value: number | null;

  @For('employer')
  @Field(() => String, {
    description: 'The count, `<5`, or `12 ±<5`: 1 to 4 more or fewer than the 12 before.',
  })
  text: string;
}

@ObjectType({ description: 'Who is reached by a vacancy.', simpleResolvers: true })
@For('employer')
export class SimulatedPool {
  @For('employer')
  @Field(() => GuardedCountView, { description: 'How many are eligible.' })
  eligible: GuardedCountView;

  @For('employer')
  @Field(() => GuardedCountView, { description: 'How many have the verdict STRONG.' })
  strong: GuardedCountView;

  @For('employer')
  @Field(() => GuardedCountView, { description: 'How many have the verdict POSSIBLE.' })
  possible: GuardedCountView;
}

@ObjectType({ description: 'What one must requirement costs.', simpleResolvers: true })
@For('employer')
export class SimulatedExclusion {
  @For('employer')
  @Field(() => RequirementView, { description: 'The requirement, a MUST of the vacancy today.' })
  requirement: RequirementView;

  @For('employer')
  @Field(() => GuardedCountView, {
    description: 'How many fail it and nothing else: they would be eligible if it were no MUST.',
  })
  excludedOnlyBy: GuardedCountView;
}

@ObjectType({
  description: 'A vacancy beside a variant of it, over the same people.',
  simpleResolvers: true,
})
@For('employer')
export class VacancySimulation {
  @For('employer')
  @Field(() => Int, { description: 'How many people were considered: all active ones who agree.' })
  considered: number;

  @For('employer')
  @Field(() => SimulatedPool, { description: 'As the vacancy is.' })
  before: SimulatedPool;

  @For('employer')
  @Field(() => SimulatedPool, { description: 'With the changes.' })
  after: SimulatedPool;

  @For('employer')
  @Field(() => [SimulatedExclusion], { description: 'Each MUST of the vacancy as it is.' })
  exclusions: SimulatedExclusion[];

  @For('employer')
  @Field(() => GuardedCountView, { description: 'How many would newly stand in the first 25.' })
  entered: GuardedCountView;

  @For('employer')
  @Field(() => GuardedCountView, { description: 'How many would leave the first 25.' })
  displaced: GuardedCountView;
}

export function toSimulationView(
  { before, after, excludedOnlyBy, entered, displaced }: Simulation,
  { requirements }: MatchDetails,
): VacancySimulation {
  const exclusions = [...requirements.values()].flatMap((requirement) => {
    const count = excludedOnlyBy.get(requirement.key);
    return count === undefined ? [] : [{ requirement, excludedOnlyBy: guardCount(count) }];
  });
  return {
    considered: before.considered,
    before: toPool(before),
    after: {
      eligible: guardAfter(before.eligible, after.eligible),
      strong: guardAfter(before.strong, after.strong),
      possible: guardAfter(before.possible, after.possible),
    },
    exclusions,
    entered: guardCount(entered),
    displaced: guardCount(displaced),
  };
}

export const toPool = ({ eligible, strong, possible }: PoolCounts): SimulatedPool => ({
  eligible: guardCount(eligible),
  strong: guardCount(strong),
  possible: guardCount(possible),
});
