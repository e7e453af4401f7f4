import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { For } from '../audience';
import type { Context } from '../context';
import { EmployerView, toEmployerView } from '../employers/employer.view';
import { viewerOf } from '../guard';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { loadOptional } from '../loaders';
import { toVacancyView, VacancyView } from '../vacancies/vacancy.view';
import { DisclosureConnection, DisclosureView, toDisclosureView } from './disclosure.view';

@Resolver(() => DisclosureView)
export class DisclosureResolver {
  @For('candidate')
  @Query(() => DisclosureConnection, {
    description: 'Who read who the signed-in person is; every reading but the person’s own.',
  })
  async disclosures(
    @Args() args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<DisclosureConnection> {
    const list = context.cursors.forList('disclosures');
    const request = toSliceRequest<string>(args, list);
    const slice = await context.services.disclosures.list(viewerOf(context), request);
    return toSliceConnection(slice, list, (row) => ({ node: toDisclosureView(row) }));
  }

  @For('candidate')
  @FieldResolver(() => EmployerView, {
    nullable: true,
    description: 'For which employer; null for a labour office.',
  })
  async employer(@Root() { employerKey }: DisclosureView, @Ctx() { loaders }: Context) {
    const employer = await loadOptional(loaders.employers, employerKey);
    return employer && toEmployerView(employer);
  }

  @For('candidate')
  @FieldResolver(() => VacancyView, {
    nullable: true,
    description: 'For which vacancy; null for none, and for one that is no longer public.',
  })
  async vacancy(@Root() { vacancyKey }: DisclosureView, @Ctx() { loaders }: Context) {
    const vacancy = await loadOptional(loaders.vacancies, vacancyKey);
    return vacancy && toVacancyView(vacancy);
  }
}
