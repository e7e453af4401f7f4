import { Allow, ArrayMaxSize, ValidateNested } from 'class-validator';
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type ProficiencyLevel, proficiencyLevels } from '../../entities/vocabulary';
import { limits } from '../../limits';
import type {
  SimulatedProfile,
  SuggestedCompetency,
  WantedClaim,
} from '../../services/matching/simulate-profile';
import { For } from '../audience';
import type { Context, Loaders } from '../context';
import { ProficiencyLevelEnum } from '../enums';
import { viewerOf } from '../guard';
import { decodeKey } from '../node-id';
import { toCompetencyView } from '../reference/competency.view';
import { toVacancyView } from '../vacancies/vacancy.view';
import { MatchMeResult } from './match-me.resolver';
import {
  NextCompetency,
  ProfileSimulation,
  toReach,
  toSimulatedVacancy,
} from './simulate-profile.view';

/** Two scores of every open vacancy. Source: SDL of the design. */
const SIMULATION_COST = 40;

@InputType('CompetencyClaimInput', { description: 'A competency that somebody would hold.' })
@For('public')
export class CompetencyClaimInput {
  @Allow()
  @Field(() => ID, { description: 'The competency.' })
  competencyId: string;

  @Allow()
  @Field(() => ProficiencyLevelEnum, {
    defaultValue: 'INDEPENDENT',
    description: 'How well; a lower level than the one held changes nothing.',
  })
  level: ProficiencyLevel;
}

@ArgsType()
class SimulateProfileArgs {
  @ArrayMaxSize(limits.profileAdditions)
  @ValidateNested({ each: true })
  @Field(() => [CompetencyClaimInput], {
    description: 'What would be learned, at most 20; none = only which would open most.',
  })
  addCompetencies: CompetencyClaimInput[];
}

@Resolver()
export class SimulateProfileResolver {
  @For('candidate')
  @Query(() => ProfileSimulation, {
    complexity: SIMULATION_COST,
    description:
      'Which open vacancies the signed-in person would reach with more competencies: nothing is stored.',
  })
  async simulateProfile(
    @Args() { addCompetencies }: SimulateProfileArgs,
    @Ctx() context: Context,
  ): Promise<ProfileSimulation> {
    const viewer = viewerOf(context);
    const { services, loaders, signal } = context;
    const added = addCompetencies.map(toWantedClaim);
    return toSimulation(await services.matching.simulateProfile(viewer, added, signal), loaders);
  }
}

@Resolver(() => MatchMeResult)
export class MatchMeSimulationResolver {
  @For('public')
  @FieldResolver(() => ProfileSimulation, {
    complexity: SIMULATION_COST,
    description: 'Which open vacancies would be reached with more competencies.',
  })
  async simulate(
    @Root() { simulateWith }: MatchMeResult,
    @Args() { addCompetencies }: SimulateProfileArgs,
    @Ctx() { loaders, signal }: Context,
  ): Promise<ProfileSimulation> {
    return toSimulation(await simulateWith(addCompetencies.map(toWantedClaim), signal), loaders);
  }
}

const toWantedClaim = ({ competencyId, level }: CompetencyClaimInput, at: number): WantedClaim => ({
  competencyId: decodeKey('Competency', competencyId, `addCompetencies.${at}.competencyId`),
  level: proficiencyLevels.indexOf(level) + 1,
});

async function toSimulation(
  { before, after, bestNew, bestUpgraded, next, ...counts }: SimulatedProfile,
  loaders: Loaders,
): Promise<ProfileSimulation> {
  const nextCompetencies = await Promise.all(next.map((one) => toNext(one, loaders)));
  return Object.assign(new ProfileSimulation(), counts, {
    considered: before.considered,
    before: toReach(before),
    after: toReach(after),
    bestNew: bestNew.map((row) => toSimulatedVacancy(row, loaders)),
    bestUpgraded: bestUpgraded.map((row) => toSimulatedVacancy(row, loaders)),
    nextCompetencies: nextCompetencies.filter((one) => one !== null),
  });
}

async function toNext(
  { competencyId, level, opens, vacancies }: SuggestedCompetency,
  { competencies }: Loaders,
): Promise<NextCompetency | null> {
  const row = await competencies.load(competencyId);
  if (row === null) return null;
  return Object.assign(new NextCompetency(), {
    competency: toCompetencyView(row),
    level: proficiencyLevels[level - 1],
    opens,
    vacancies: vacancies.map(toVacancyView),
  });
}
