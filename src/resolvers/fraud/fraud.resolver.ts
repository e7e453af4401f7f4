import { Allow } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { FraudReportState } from '../../entities/vocabulary';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { loadOptional } from '../loaders';
import { decodeUuid } from '../node-id';
import { toUserErrors } from '../user-error.view';
import { toVacancyView, VacancyView } from '../vacancies/vacancy.view';
import { DecideFraudReportInput } from './fraud.input';
import {
  FraudReportConnection,
  FraudReportPayload,
  FraudReportStateEnum,
  FraudReportView,
  ReportFraudResult,
  toFraudReportView,
} from './fraud.view';

@ArgsType()
class FraudReportsArgs extends ConnectionArgs {
  @Allow()
  @Field(() => FraudReportStateEnum, { nullable: true, description: 'Only those that stand so.' })
  state?: FraudReportState | null;
}

@Resolver(() => FraudReportView)
export class FraudResolver {
  @For('public')
  @Mutation(() => ReportFraudResult, {
    description:
      'Tells the labour office of an ad that looks like a fraud. Nobody need sign in, and nothing of who reports is stored; at most 20 an hour from one address.',
  })
  async reportFraud(
    @Arg('clientMutationId', () => String, {
      description:
        'Idempotency key of this attempt, up to 255 characters, kept for a day; another text under it is another report.',
    })
    clientMutationId: string,
    @Arg('verifyCode', () => String, { nullable: true, description: 'The code on the ad.' })
    verifyCode: string | null,
    @Arg('url', () => String, {
      nullable: true,
      description: 'Where the ad was seen, up to 500 characters.',
    })
    url: string | null,
    @Arg('text', () => String, {
      description: 'What happened; plain text, up to 2,000 characters. Best without own data.',
    })
    text: string,
    @Ctx() { services, caller }: Context,
  ): Promise<ReportFraudResult> {
    const { value, problems } = await services.fraud.report({
      ...{ clientMutationId, text, caller },
      verifyCode: verifyCode ?? null,
      url: url ?? null,
    });
    return { receipt: value, userErrors: toUserErrors(problems) };
  }

  @For('office')
  @Query(() => FraudReportConnection, {
    description:
      'Reports about vacancies of the own area, and those that name no known one, the longest waiting first.',
  })
  async fraudReports(
    @Args() args: FraudReportsArgs,
    @Ctx() context: Context,
  ): Promise<FraudReportConnection> {
    const { cursors, services } = context;
    const state = args.state ?? null;
    const list = cursors.forList('fraudReports', [state]);
    const request = toSliceRequest<readonly [string, string]>(args, list);
    const slice = await services.fraud.list(viewerOf(context), state, request);
    return toSliceConnection(slice, list, (item) => ({ node: toFraudReportView(item) }));
  }

  @For('office')
  @FieldResolver(() => VacancyView, {
    nullable: true,
    description: 'Of the code; null for an unknown code and a vacancy that is hidden.',
  })
  async vacancy(
    @Root() { vacancyKey }: FraudReportView,
    @Ctx() { loaders }: Context,
  ): Promise<VacancyView | null> {
    const vacancy = await loadOptional(loaders.vacancies, vacancyKey);
    return vacancy && toVacancyView(vacancy);
  }

  @For('office')
  @Mutation(() => FraudReportPayload, {
    description: 'Decides a report of the own area; a confirmed one may close the vacancy.',
  })
  async decideFraudReport(
    @Arg('input', () => DecideFraudReportInput, { description: 'The decision.' })
    { id, ...input }: DecideFraudReportInput,
    @Ctx() context: Context,
  ): Promise<FraudReportPayload> {
    const command = { ...input, reportId: decodeUuid('FraudReport', id, 'input.id') };
    const { fraud } = context.services;
    const { value, problems } = await fraud.decide(viewerOf(context), command);
    const report = value === null ? null : await fraud.find(viewerOf(context), value);
    return { report: report && toFraudReportView(report), userErrors: toUserErrors(problems) };
  }
}
