import { ArrayMaxSize, IsOptional, Matches, ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, InputType, Query, Resolver } from 'type-graphql';
import type { EmploymentType } from '../../entities/vocabulary';
import type { Verdict } from '../../matching/core/tally';
import type { MatchedVacancy } from '../../services/matching/match-me';
import type { RecommendFilter } from '../../services/matching/recommend-vacancies';
import { For } from '../audience';
import type { Context, Loaders } from '../context';
import { EmploymentTypeEnum } from '../enums';
import { viewerOf } from '../guard';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { toVacancyView } from '../vacancies/vacancy.view';
import { REGION_CODE, regionCodesOptions } from '../vacancies/vacancy-filter.input';
import { MatchVerdictEnum } from './match.view';
import { matchPresenter } from './present-match';
import { RecommendedVacancyConnection } from './recommended-vacancies.view';

/** Source: our choice, far above what a person picks by hand. */
const MOST_REGIONS = 50;

@InputType('RecommendedVacanciesFilter', {
  description: 'Which vacancies the person wants to see; all conditions hold together.',
})
@For('candidate')
export class RecommendedVacanciesFilter {
  @IsOptional()
  @ArrayMaxSize(MOST_REGIONS)
  @Matches(REGION_CODE, regionCodesOptions)
  @Field(() => [String], {
    nullable: true,
    description: 'With a place in or around one of these regions, or remote.',
  })
  regionCodes?: string[] | null;

  @IsOptional()
  @Field(() => [EmploymentTypeEnum], {
    nullable: true,
    description: 'Of one of these forms, or of none that is stated.',
  })
  employmentTypes?: EmploymentType[] | null;

  @IsOptional()
  @Field(() => MatchVerdictEnum, {
    defaultValue: 'STRETCH',
    description: 'At least so good a match.',
  })
  minVerdict: Verdict;
}

@ArgsType()
class RecommendedVacanciesArgs extends ConnectionArgs {
  @IsOptional()
  @ValidateNested()
  @Field(() => RecommendedVacanciesFilter, {
    nullable: true,
    description: 'Only these; ranks and totals are of what it leaves.',
  })
  filter?: RecommendedVacanciesFilter | null;
}

/** Scores every open vacancy. */
const RECOMMENDATION_COST = 20;

@Resolver()
export class RecommendedVacanciesResolver {
  @For('candidate')
  @Query(() => RecommendedVacancyConnection, {
    complexity: RECOMMENDATION_COST,
    description:
      'The open vacancies for the signed-in person, as of now, by the score that each employer sees.',
  })
  async recommendedVacancies(
    @Args() args: RecommendedVacanciesArgs,
    @Ctx() context: Context,
  ): Promise<RecommendedVacancyConnection> {
    const viewer = viewerOf(context);
    const { cursors, loaders, services } = context;
    const filter = toFilter(args.filter);
    const list = cursors.forList('recommendedVacancies', filter);
    const request = toSliceRequest<number>(args, list);
    const page = await services.matching.recommendVacancies(viewer, request, filter);
    const connection = toSliceConnection(page, list, (row) => toEdge(row, loaders));
    return Object.assign(new RecommendedVacancyConnection(), connection, {
      totalConsidered: page.considered,
      totalEligible: page.eligible,
      totalStrong: page.strong,
      totalPossible: page.possible,
      totalStretch: page.stretch,
      taxonomyVersion: page.taxonomyVersion,
    });
  }
}

function toFilter(filter: RecommendedVacanciesFilter | null | undefined): RecommendFilter | null {
  if (!filter) return null;
  const { regionCodes, employmentTypes, minVerdict } = filter;
  return {
    regionCodes: regionCodes?.length ? regionCodes : null,
    employmentTypes: employmentTypes?.length ? employmentTypes : null,
    minVerdict,
  };
}

function toEdge(row: MatchedVacancy, loaders: Loaders) {
  const { vacancy, rank, tiedWith, counterfactuals } = row;
  const match = matchPresenter(vacancy.id, loaders).present(row.match, counterfactuals);
  const own = Object.assign(match, { ownVacancyKey: vacancy.id });
  return { rank, tiedWith, node: toVacancyView(vacancy), match: own };
}
