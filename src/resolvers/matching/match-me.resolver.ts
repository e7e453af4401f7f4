import { ArrayMaxSize, IsInt, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { EducationLevel } from '../../entities/vocabulary';
import { errors, reasons } from '../../errors';
import { MAX_MATCHES, type MatchMeAnswer } from '../../services/matching/match-me';
import { shapes } from '../argument-reason';
import { For } from '../audience';
import type { Context } from '../context';
import { EducationLevelEnum } from '../enums';
import { SizedByParent } from '../lists/sized-by-parent';
import { type Loaders, loadKnown, loadOptional } from '../loaders';
import { decodeKey } from '../node-id';
import { CompetencyView, toCompetencyView } from '../reference/competency.view';
import { presentMatches } from '../reference/concept.resolver';
import { ConceptSuggestion } from '../reference/concept.view';
import { OccupationView, toOccupationView } from '../reference/occupation.view';
import { RegionView, toRegionView } from '../reference/region.view';
import { toVacancyView, VacancyView } from '../vacancies/vacancy.view';
import { REGION_CODE } from '../vacancies/vacancy-filter.input';
import { MatchView } from './match.view';
import { matchPresenter } from './present-match';

/** A few paragraphs about oneself; a whole CV is another thing. */
const MAX_TEXT_LENGTH = 2_000;
const MAX_COMPETENCIES = 50;
const MAX_OCCUPATIONS = 10;
const MAX_MONTHS = 600;
const DEFAULT_MATCHES = 20;
/** Scores every open vacancy. */
const MATCH_ME_COST = 20;
/** Reads and scores one. */
const MATCH_WITH_COST = 3;

@ArgsType()
class MatchMeArgs {
  @IsOptional()
  @MaxLength(MAX_TEXT_LENGTH)
  @Field(() => String, {
    nullable: true,
    description: 'In one’s own words: “saya bisa las listrik, tinggal di Palu Barat, lulusan SMK”.',
  })
  text?: string | null;

  @IsOptional()
  @ArrayMaxSize(MAX_COMPETENCIES)
  @Field(() => [ID], { nullable: true, description: 'Competencies that were chosen.' })
  competencyIds?: string[] | null;

  @IsOptional()
  @ArrayMaxSize(MAX_OCCUPATIONS)
  @Field(() => [ID], { nullable: true, description: 'Occupations in which one has worked.' })
  occupationIds?: string[] | null;

  @IsOptional()
  @Matches(REGION_CODE, { context: shapes.regionCode })
  @Field(() => String, { nullable: true, description: 'Where one lives; goes before the text.' })
  regionCode?: string | null;

  @IsOptional()
  @Field(() => EducationLevelEnum, { nullable: true, description: 'Goes before the text.' })
  education?: EducationLevel | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_MONTHS)
  @Field(() => Int, { nullable: true, description: 'In months; goes before the text.' })
  experienceMonths?: number | null;

  @IsOptional()
  @Field(() => Int, { defaultValue: DEFAULT_MATCHES, description: 'How many, 1 to 50.' })
  first: number;
}

@ObjectType({ description: 'What a match was made with.', simpleResolvers: true })
@For('public')
export class MatchMeFacts {
  @For('public')
  @Field(() => [CompetencyView], { description: 'Competencies that were named or chosen.' })
  competencies: CompetencyView[];

  @For('public')
  @Field(() => [CompetencyView], {
    description: 'Competencies that were only assumed, since the occupations need them.',
  })
  assumedCompetencies: CompetencyView[];

  @For('public')
  @Field(() => [OccupationView], { description: 'Occupations that were named or chosen.' })
  occupations: OccupationView[];

  @For('public')
  @Field(() => RegionView, { nullable: true, description: 'Null = not known.' })
  region: RegionView | null;

  @For('public')
  @Field(() => EducationLevelEnum, { nullable: true, description: 'Null = not known.' })
  education: EducationLevel | null;

  @For('public')
  @Field(() => Int, { nullable: true, description: 'In months; null = not known.' })
  experienceMonths: number | null;
}

@ObjectType({ description: 'A vacancy with the reasons for its place.', simpleResolvers: true })
@For('public')
export class VacancyMatch {
  @For('public')
  @Field(() => Int, { description: 'One more than there are vacancies with a higher score.' })
  rank: number;

  @For('public')
  @Field(() => Int, { description: 'How many others have the same score.' })
  tiedWith: number;

  @For('public')
  @Field(() => VacancyView, { description: 'The vacancy.' })
  vacancy: VacancyView;

  @For('public')
  @Field(() => MatchView, { description: 'The score and what it is made of.' })
  match: MatchView;
}

@ObjectType({
  description:
    'Vacancies for somebody without an account; nothing that was said is stored or counted.',
  simpleResolvers: true,
})
@For('public')
export class MatchMeResult {
  simulateWith: MatchMeAnswer['simulate'];
  matchWith: MatchMeAnswer['matchWith'];

  @For('public')
  @Field(() => [ConceptSuggestion], {
    description: 'What the text names, with the words that led to it.',
  })
  understood: ConceptSuggestion[];

  @For('public')
  @Field(() => MatchMeFacts, { description: 'What of it was used.' })
  used: MatchMeFacts;

  @For('public')
  @Field(() => Int, { description: 'How many open vacancies were considered: all of them.' })
  considered: number;

  @For('public')
  @Field(() => Int, { description: 'For how many of them the person is eligible.' })
  eligible: number;

  @For('public')
  @Field(() => Int, { description: 'Version of competencies and occupations.' })
  taxonomyVersion: number;

  @For('public')
  @SizedByParent()
  @Field(() => [VacancyMatch], { description: 'The best of them, best first.' })
  matches: VacancyMatch[];
}

@Resolver()
export class MatchMeResolver {
  @For('public')
  @Query(() => MatchMeResult, {
    complexity: MATCH_ME_COST,
    description: 'Matches somebody with all open vacancies, without an account.',
  })
  async matchMe(@Args() args: MatchMeArgs, @Ctx() { services, loaders }: Context) {
    const { first } = args;
    if (!Number.isInteger(first) || first < 1 || first > MAX_MATCHES) {
      throw errors.input.invalid('first', reasons.matchCount);
    }
    const keys = (type: string, ids: readonly string[] | null | undefined, field: string) =>
      (ids ?? []).map((id, index) => decodeKey(type, id, `${field}.${index}`));
    const answer = await services.matching.matchMe(
      {
        text: args.text?.trim() || null,
        competencyIds: keys('Competency', args.competencyIds, 'competencyIds'),
        occupationIds: keys('Occupation', args.occupationIds, 'occupationIds'),
        regionCode: args.regionCode ?? null,
        education: args.education ?? null,
        experienceMonths: args.experienceMonths ?? null,
      },
      first,
    );
    return presentAnswer(answer, loaders);
  }
}

@Resolver(() => MatchMeResult)
export class MatchWithResolver {
  @For('public')
  @FieldResolver(() => MatchView, {
    nullable: true,
    complexity: MATCH_WITH_COST,
    description:
      'The match with one vacancy, also for who is not eligible; null for a vacancy that is not open.',
  })
  async match(
    @Root() { matchWith }: MatchMeResult,
    @Arg('slug', () => String, { description: 'The vacancy’s name in an address.' }) slug: string,
    @Ctx() { services, loaders }: Context,
  ): Promise<MatchView | null> {
    const vacancy = await services.vacancies.find(null, { slug });
    const found = vacancy && matchWith(vacancy.id);
    return found && matchPresenter(vacancy.id, loaders).present(found.match, found.counterfactuals);
  }
}

async function presentAnswer(answer: MatchMeAnswer, loaders: Loaders): Promise<MatchMeResult> {
  const { considered, eligible, taxonomyVersion, matchWith } = answer;
  const { simulate: simulateWith } = answer;
  const [understood, used] = await Promise.all([
    presentMatches(answer.understood, loaders),
    presentUsed(answer.used, loaders),
  ]);
  const matches = answer.matches.map(
    ({ vacancy, rank, tiedWith, match, counterfactuals }): VacancyMatch => ({
      rank,
      tiedWith,
      vacancy: toVacancyView(vacancy),
      match: matchPresenter(vacancy.id, loaders).present(match, counterfactuals),
    }),
  );
  const counts = { considered, eligible, taxonomyVersion };
  return { ...counts, understood, used, matches, matchWith, simulateWith };
}

async function presentUsed(
  used: MatchMeAnswer['used'],
  { competencies, occupations, regions }: Loaders,
): Promise<MatchMeFacts> {
  const [named, assumed, worked, region] = await Promise.all([
    loadKnown(competencies, used.competencyIds),
    loadKnown(competencies, used.assumedCompetencyIds),
    loadKnown(occupations, used.occupationIds),
    loadOptional(regions, used.regionCode),
  ]);
  return {
    competencies: named.map(toCompetencyView),
    assumedCompetencies: assumed.map(toCompetencyView),
    occupations: worked.map(toOccupationView),
    region: region && toRegionView(region),
    education: used.education,
    experienceMonths: used.experienceMonths,
  };
}
