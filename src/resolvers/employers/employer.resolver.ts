import { IsOptional } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { VacancyState } from '../../entities/vocabulary';
import { For } from '../audience';
import type { Context } from '../context';
import { VacancyStateEnum } from '../enums';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { loadOptional } from '../loaders';
import { RegionView, toRegionView } from '../reference/region.view';
import { toVacancyView, VacancyConnection, VacancyEdge } from '../vacancies/vacancy.view';
import { EmployerView } from './employer.view';

@ArgsType()
class EmployerVacanciesArgs extends ConnectionArgs {
  @IsOptional()
  @Field(() => [VacancyStateEnum], { nullable: true, description: 'In one of these states.' })
  states?: VacancyState[] | null;
}

@Resolver(() => EmployerView)
export class EmployerResolver {
  @For('public')
  @FieldResolver(() => RegionView, { nullable: true, description: 'Where it is seated.' })
  async region(@Root() view: EmployerView, @Ctx() { loaders }: Context) {
    const region = await loadOptional(loaders.regions, view.regionCode);
    return region && toRegionView(region);
  }

  @For('employer')
  @FieldResolver(() => VacancyConnection, {
    description: 'Its vacancies, newest first; its own people see those in every state.',
  })
  async vacancies(
    @Root() view: EmployerView,
    @Args() args: EmployerVacanciesArgs,
    @Ctx() { cursors, loaders }: Context,
  ) {
    const states = args.states ?? [];
    const list = cursors.forList('employerVacancies', [view.key, states]);
    const request = toSliceRequest<string>(args, list);
    const slice = await loaders.employerVacancies.load({ employerId: view.key, states, request });
    const connection = toSliceConnection(slice, list, (vacancy) =>
      Object.assign(new VacancyEdge(), { node: toVacancyView(vacancy), near: null }),
    );
    const extras = { query: null, isBroadened: false, isDegraded: false };
    return Object.assign(new VacancyConnection(), { ...connection, ...extras });
  }
}
