import { Allow, IsOptional, ValidateNested } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Vacancy } from '../../entities';
import { errors, reasons } from '../../errors';
import type { VacancyOrder } from '../../services/vacancies/search-vacancies';
import { For } from '../audience';
import type { Context } from '../context';
import { EmployerView, toEmployerView } from '../employers/employer.view';
import { VacancyOrderEnum } from '../enums';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { showsItems } from '../lists/shows-items';
import { loadKnown, loadOptional } from '../loaders';
import { decodeUuid } from '../node-id';
import { OccupationView, toOccupationView } from '../reference/occupation.view';
import { RegionView, toRegionView } from '../reference/region.view';
import { RequirementView, toRequirementView } from './requirement.view';
import { toVacancyView, VacancyConnection, VacancyEdge, VacancyView } from './vacancy.view';
import { toVacancyQuery, VacancyFilterInput } from './vacancy-filter.input';

@ArgsType()
class VacanciesArgs extends ConnectionArgs {
  @IsOptional()
  @ValidateNested()
  @Field(() => VacancyFilterInput, { nullable: true, description: 'What is looked for.' })
  filter?: VacancyFilterInput | null;

  @Allow()
  @Field(() => VacancyOrderEnum, { defaultValue: 'RELEVANCE', description: 'Which comes first.' })
  orderBy: VacancyOrder;
}

@Resolver(() => VacancyView)
export class VacancyResolver {
  @For('public')
  @Query(() => VacancyConnection, { description: 'Open vacancies.' })
  async vacancies(
    @Args() args: VacanciesArgs,
    @Ctx() { cursors, services, viewer, shown }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const query = toVacancyQuery(args.filter);
    const near = query.near ?? null;
    if (near === null && args.orderBy === 'DISTANCE') {
      throw errors.input.invalid('filter.near', reasons.neededForDistance);
    }
    const list = cursors.forList('vacancies', [query, args.orderBy]);
    const request = toSliceRequest<number>(args, list);
    const found = await services.vacancies.search(viewer, query, args.orderBy, request);
    if (showsItems(info)) for (const { item } of found.rows) shown.views.add(item.id);
    const connection = toSliceConnection(found, list, (vacancy) =>
      Object.assign(new VacancyEdge(), { node: toVacancyView(vacancy), near }),
    );
    const { isBroadened, isDegraded } = found;
    return Object.assign(new VacancyConnection(), {
      ...connection,
      query,
      isBroadened,
      isDegraded,
    });
  }

  @For('public')
  @Query(() => VacancyView, {
    nullable: true,
    description: 'One vacancy, by exactly one of id and slug; a closed one says so.',
  })
  async vacancy(
    @Arg('id', () => ID, { nullable: true, description: 'Global id.' }) id: string | null,
    @Arg('slug', () => String, { nullable: true, description: 'Its name in an address.' })
    slug: string | null,
    @Ctx() context: Context,
  ): Promise<VacancyView | null> {
    const vacancy = await findVacancy(id, slug, context);
    if (vacancy !== null) context.shown.opens.add(vacancy.id);
    return vacancy && toVacancyView(vacancy);
  }

  @For('public')
  @FieldResolver(() => EmployerView, { description: 'Who seeks people.' })
  async employer(@Root() view: VacancyView, @Ctx() { loaders }: Context): Promise<EmployerView> {
    const employer = await loaders.employers.load(view.employerKey);
    if (!employer) throw errors.object.notFound('employer');
    return toEmployerView(employer);
  }

  @For('public')
  @FieldResolver(() => OccupationView, {
    nullable: true,
    description: 'The occupation; null when the title was not understood.',
  })
  async occupation(@Root() view: VacancyView, @Ctx() { loaders }: Context) {
    const occupation = await loadOptional(loaders.occupations, view.occupationKey);
    return occupation && toOccupationView(occupation);
  }

  @For('public')
  @FieldResolver(() => [RegionView], { description: 'The areas whose people it addresses.' })
  async regions(@Root() view: VacancyView, @Ctx() { loaders }: Context): Promise<RegionView[]> {
    const places = await loaders.vacancyRegions.load(view.key);
    const codes = places.map((place) => place.regionCode);
    return (await loadKnown(loaders.regions, codes)).map(toRegionView);
  }

  @For('public')
  @FieldResolver(() => [RequirementView], { description: 'Its conditions, in their order.' })
  async requirements(@Root() view: VacancyView, @Ctx() { loaders }: Context) {
    return (await loaders.requirements.load(view.key)).map(toRequirementView);
  }
}

/** Errors: BAD_USER_INPUT unless exactly one of both is given. */
async function findVacancy(
  id: string | null,
  slug: string | null,
  { services, viewer, loaders }: Context,
): Promise<Vacancy | null> {
  if ((id ?? null) === null) {
    if ((slug ?? null) === null) throw errors.input.invalid('id', reasons.idOrSlug);
    return await services.vacancies.find(viewer, { slug: slug ?? '' });
  }
  if ((slug ?? null) !== null) throw errors.input.invalid('slug', reasons.idOrSlug);
  return await loaders.vacancies.load(decodeUuid('Vacancy', id ?? ''));
}
