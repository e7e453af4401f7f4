import {
  Allow,
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Query, Resolver } from 'type-graphql';
import {
  type EducationLevel,
  type Necessity,
  type ProficiencyLevel,
  proficiencyLevels,
} from '../../entities/vocabulary';
import { LEAST_WEIGHT_BP, MOST_WEIGHT_BP } from '../../matching/core/parts';
import type { WantedChange } from '../../services/matching/simulate-vacancy';
import { vacancyLimits } from '../../services/vacancies/draft';
import { For } from '../audience';
import type { Context } from '../context';
import { EducationLevelEnum, NecessityEnum, ProficiencyLevelEnum } from '../enums';
import { viewerOf } from '../guard';
import { decodeUuid } from '../node-id';
import { MOST_MONTHS } from '../vacancies/vacancy.input';
import { REGION_CODE, regionCodesOptions } from '../vacancies/vacancy-filter.input';
import { PartWeightsInput } from './part-weights.input';
import { matchPresenter } from './present-match';
import { toSimulationView, VacancySimulation } from './simulation.view';

/** Two scores of everybody. Source: SDL of the design. */
const SIMULATION_COST = 40;
const MAX_CHANGES = 20;

@InputType('VacancyChangeInput', {
  description: 'One requirement asked for otherwise; what is left out stays as it is.',
})
@For('employer')
export class VacancyChangeInput {
  @Allow()
  @Field(() => ID, { description: 'A requirement of the vacancy.' })
  requirementId: string;

  @IsOptional()
  @Field(() => Boolean, { defaultValue: false, description: 'Not asked for at all.' })
  remove: boolean;

  @IsOptional()
  @Field(() => NecessityEnum, { nullable: true, description: 'How necessary it would be.' })
  necessity?: Necessity | null;

  @IsOptional()
  @IsInt()
  @Min(LEAST_WEIGHT_BP)
  @Max(MOST_WEIGHT_BP)
  @Field(() => Int, { nullable: true, description: 'Weight, 5,000 (half) to 20,000 (double).' })
  weightBp?: number | null;

  @IsOptional()
  @Field(() => ProficiencyLevelEnum, {
    nullable: true,
    description: 'Least level, for COMPETENCY and LANGUAGE.',
  })
  minLevel?: ProficiencyLevel | null;

  @IsOptional()
  @Field(() => EducationLevelEnum, { nullable: true, description: 'For EDUCATION.' })
  education?: EducationLevel | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_MONTHS)
  @Field(() => Int, { nullable: true, description: 'For EXPERIENCE.' })
  minMonths?: number | null;
}

@ArgsType()
class SimulateVacancyArgs {
  @Allow()
  @Field(() => ID, { description: 'One of the vacancies of the viewer’s employers.' })
  vacancyId: string;

  @ArrayMaxSize(MAX_CHANGES)
  @ValidateNested({ each: true })
  @Field(() => [VacancyChangeInput], {
    description: 'What would be otherwise, at most 20; none = only what each MUST costs.',
  })
  changes: VacancyChangeInput[];

  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(vacancyLimits.regions)
  @Matches(REGION_CODE, regionCodesOptions)
  @Field(() => [String], {
    nullable: true,
    description:
      'The areas whose people it would address, in place of all it names: wider, narrower or elsewhere; `ID` = everybody.',
  })
  regionCodes?: string[] | null;

  @IsOptional()
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it could be done from anywhere: then no distance counts.',
  })
  isRemote?: boolean | null;

  @IsOptional()
  @ValidateNested()
  @Field(() => PartWeightsInput, {
    nullable: true,
    description:
      'What the parts of the score would weigh, in place of the weights it has; null = as they are.',
  })
  partWeights?: PartWeightsInput | null;
}

@Resolver()
export class SimulationResolver {
  @For('employer')
  @Query(() => VacancySimulation, {
    complexity: SIMULATION_COST,
    description:
      'What a vacancy would reach if it asked for something else or elsewhere, or weighed it otherwise: nothing is stored; 60 new questions an hour for an employer.',
  })
  async simulateVacancy(
    @Args() { vacancyId, changes, regionCodes, isRemote, partWeights }: SimulateVacancyArgs,
    @Ctx() context: Context,
  ): Promise<VacancySimulation> {
    const key = decodeUuid('Vacancy', vacancyId, 'vacancyId');
    const { services, loaders, signal } = context;
    const wanted = changes.map(toWantedChange);
    const place = { regionCodes: regionCodes ?? null, isRemote: isRemote ?? null };
    const weights = partWeights ?? null;
    const asked = { vacancyId: key, changes: wanted, place, partWeights: weights };
    const found = await services.matching.simulateVacancy(viewerOf(context), asked, signal);
    return toSimulationView(found, await matchPresenter(key, loaders).details());
  }
}

function toWantedChange(input: VacancyChangeInput, at: number): WantedChange {
  const { minLevel = null } = input;
  return {
    requirementId: decodeUuid('Requirement', input.requirementId, `changes.${at}.requirementId`),
    remove: input.remove,
    necessity: input.necessity ?? null,
    weightBp: input.weightBp ?? null,
    minLevel: minLevel === null ? null : proficiencyLevels.indexOf(minLevel) + 1,
    education: input.education ?? null,
    minMonths: input.minMonths ?? null,
  };
}
