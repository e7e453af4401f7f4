import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type {
  EducationLevel,
  EmploymentType,
  Necessity,
  RequirementKind,
  RequirementOrigin,
  WageUnit,
} from '../../entities/vocabulary';
import { guardCount } from '../../services/matching/guarded-count';
import { vacancyLimits } from '../../services/vacancies/draft';
import type { DraftedVacancy } from '../../services/vacancies/draft-from-text';
import { For } from '../audience';
import type { Context, Loaders } from '../context';
import {
  EducationLevelEnum,
  EmploymentTypeEnum,
  NecessityEnum,
  RequirementKindEnum,
  RequirementOriginEnum,
  WageUnitEnum,
} from '../enums';
import { viewerOf } from '../guard';
import { loadKnown, loadOptional } from '../loaders';
import { GuardedCountView, SimulatedPool, toPool } from '../matching/simulation.view';
import { CompetencyView, toCompetencyView } from '../reference/competency.view';
import { OccupationView, toOccupationView } from '../reference/occupation.view';
import { RegionView, toRegionView } from '../reference/region.view';
import { RupiahScalar } from '../scalars';

/** As a simulation, and the words. */
const DRAFT_COST = 40;

@ArgsType()
class DraftVacancyArgs {
  @MaxLength(vacancyLimits.descriptionLength)
  @Field(() => String, { description: 'An advertisement as it was sent, up to 10,000 characters.' })
  text: string;
}

@ObjectType({ description: 'A condition that an advertisement states.', simpleResolvers: true })
@For('employer')
export class DraftedRequirement {
  @For('employer')
  @Field(() => RequirementKindEnum, { description: 'What it is about.' })
  kind: RequirementKind;

  @For('employer')
  @Field(() => NecessityEnum, { description: 'Never MUST: a reader of words may err.' })
  necessity: Necessity;

  @For('employer')
  @Field(() => CompetencyView, { nullable: true, description: 'The competency.' })
  competency: CompetencyView | null;

  @For('employer')
  @Field(() => EducationLevelEnum, { nullable: true, description: 'Least education.' })
  education: EducationLevel | null;

  @For('employer')
  @Field(() => Int, { nullable: true, description: 'Least experience in months.' })
  minMonths: number | null;

  @For('employer')
  @Field(() => RequirementOriginEnum, { description: 'Named in the text or only usual.' })
  origin: RequirementOrigin;

  @For('employer')
  @Field(() => String, { nullable: true, description: 'The words that were understood as this.' })
  matchedText: string | null;

  @For('employer')
  @Field(() => Int, { nullable: true, description: 'How sure that is, 10,000 = certain.' })
  confidenceBp: number | null;
}

@ObjectType({ description: 'What the costliest requirement costs.', simpleResolvers: true })
@For('employer')
export class DraftedCost {
  @For('employer')
  @Field(() => Int, { description: 'Place of the requirement in the draft, from 0.' })
  requirementIndex: number;

  @For('employer')
  @Field(() => GuardedCountView, {
    description: 'How many meet all other requirements and fail this one.',
  })
  excludedOnlyBy: GuardedCountView;
}

@ObjectType('DraftedVacancy', {
  description: 'A vacancy drafted from an advertisement, for the employer to correct.',
  simpleResolvers: true,
})
@For('employer')
export class DraftedVacancyView {
  @For('employer')
  @Field(() => String, { description: 'The line that names the work.' })
  title: string;

  @For('employer')
  @Field(() => OccupationView, { nullable: true, description: 'Null = not understood.' })
  occupation: OccupationView | null;

  @For('employer')
  @Field(() => [DraftedRequirement], { description: 'Its conditions.' })
  requirements: DraftedRequirement[];

  @For('employer')
  @Field(() => [RegionView], { description: 'The places named; none = everywhere.' })
  regions: RegionView[];

  @For('employer')
  @Field(() => EmploymentTypeEnum, { nullable: true, description: 'Form of employment.' })
  employmentType: EmploymentType | null;

  @For('employer')
  @Field(() => RupiahScalar, { nullable: true, description: 'Wage from.' })
  wageMin: string | null;

  @For('employer')
  @Field(() => RupiahScalar, { nullable: true, description: 'Wage to.' })
  wageMax: string | null;

  @For('employer')
  @Field(() => WageUnitEnum, { nullable: true, description: 'What it is paid for.' })
  wageUnit: WageUnit | null;

  @For('employer')
  @Field(() => SimulatedPool, { description: 'Whom it would reach today, as drafted.' })
  reach: SimulatedPool;

  @For('employer')
  @Field(() => DraftedCost, {
    nullable: true,
    description: 'The requirement that costs most; null = none costs anybody.',
  })
  costliest: DraftedCost | null;
}

@Resolver()
export class DraftVacancyResolver {
  @For('employer')
  @Query(() => DraftedVacancyView, {
    complexity: DRAFT_COST,
    description:
      'Drafts a vacancy from a pasted advertisement; nothing is stored; counts as a simulation.',
  })
  async draftVacancy(
    @Args() { text }: DraftVacancyArgs,
    @Ctx() context: Context,
  ): Promise<DraftedVacancyView> {
    const { services, signal } = context;
    const draft = await services.vacancies.draftFromText(viewerOf(context), text, signal);
    return presentDraft(draft, context.loaders);
  }
}

async function presentDraft(
  { occupationId, requirements, regionCodes, reach, ...stated }: DraftedVacancy,
  { occupations, competencies, regions }: Loaders,
): Promise<DraftedVacancyView> {
  const [occupation, found, places] = await Promise.all([
    loadOptional(occupations, occupationId),
    Promise.all(requirements.map(({ competencyId }) => loadOptional(competencies, competencyId))),
    loadKnown(regions, regionCodes),
  ]);
  const { pool, costliest } = reach;
  return {
    ...stated,
    occupation: occupation && toOccupationView(occupation),
    requirements: requirements.map(({ competencyId: _, ...requirement }, at) => {
      const competency = found[at] ?? null;
      return { ...requirement, competency: competency && toCompetencyView(competency) };
    }),
    regions: places.map(toRegionView),
    reach: toPool(pool),
    costliest: costliest && {
      requirementIndex: costliest.at,
      excludedOnlyBy: guardCount(costliest.excluded),
    },
  };
}
