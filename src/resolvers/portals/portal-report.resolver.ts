import { Matches } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { sliceOf } from '../../services/slice';
import { shapes } from '../argument-reason';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { decodeUuid } from '../node-id';
import { toVacancyView, VacancyView } from '../vacancies/vacancy.view';
import {
  PortalReportView,
  PortalVacancyConnection,
  PortalVacancyEdge,
  PortalVacancyView,
  toPortalReportView,
  toPortalVacancyView,
} from './portal-report.view';

@ArgsType()
class PortalReportArgs {
  @Matches(/^20\d{2}-(0[1-9]|1[0-2])$/, { context: shapes.month })
  @Field(() => String, {
    description: 'Such as `2026-11`; kept for the 13 months before this one.',
  })
  month: string;
}

@ArgsType()
class PortalVacanciesArgs extends ConnectionArgs {}

@Resolver(() => PortalReportView)
export class PortalReportResolver {
  @For('public')
  @Query(() => PortalReportView, {
    nullable: true,
    description: 'What the portal showed whose API key came with the request; null for no key.',
  })
  async portalReport(
    @Args() { month }: PortalReportArgs,
    @Ctx() { portal, services }: Context,
  ): Promise<PortalReportView | null> {
    return portal && toPortalReportView(await services.portals.report(portal, month));
  }

  @For('office')
  @Query(() => PortalReportView, {
    description: 'The same of any key that was given inside the viewer’s area.',
  })
  async portalReportOfKey(
    @Arg('apiKeyId', () => ID, { description: 'The key.' }) apiKeyId: string,
    @Args() { month }: PortalReportArgs,
    @Ctx() context: Context,
  ): Promise<PortalReportView> {
    const viewer = viewerOf(context);
    const key = decodeUuid('ApiKey', apiKeyId, 'apiKeyId');
    return toPortalReportView(await context.services.portals.reportOfKey(viewer, key, month));
  }

  @For('public')
  @FieldResolver(() => PortalVacancyConnection, {
    description: 'The vacancies of which something is told, the most viewed first.',
  })
  vacancies(
    @Root() { report }: PortalReportView,
    @Args() args: PortalVacanciesArgs,
    @Ctx() { cursors }: Context,
  ): PortalVacancyConnection {
    const list = cursors.forList('portalReport', [report.keyId, report.month]);
    const request = toSliceRequest<number>(args, list);
    const start = (request.after ?? -1) + 1;
    const rows = report.vacancies.slice(start, start + request.first + 1);
    const slice = sliceOf(rows, request, report.vacancies.length, (_, index) => start + index);
    return toSliceConnection(slice, list, (told) =>
      Object.assign(new PortalVacancyEdge(), { node: toPortalVacancyView(told) }),
    );
  }
}

@Resolver(() => PortalVacancyView)
export class PortalVacancyResolver {
  @For('public')
  @FieldResolver(() => VacancyView, {
    nullable: true,
    description: 'The vacancy; null once the public does not see it.',
  })
  async vacancy(
    @Root() { vacancyKey }: PortalVacancyView,
    @Ctx() { loaders }: Context,
  ): Promise<VacancyView | null> {
    const vacancy = await loaders.vacancies.load(vacancyKey);
    return vacancy && toVacancyView(vacancy);
  }
}
