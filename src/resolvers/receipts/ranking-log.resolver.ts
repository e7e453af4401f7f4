import { Allow } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { For } from '../audience';
import type { Context } from '../context';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { decodeUuid } from '../node-id';
import { RankingLogConnection, RankingLogEdge, toLogEntryView } from './ranking-log.view';

@ArgsType()
class RankingLogArgs extends ConnectionArgs {
  @Allow()
  @Field(() => ID, { nullable: true, description: 'Only the orders of this vacancy.' })
  vacancyId?: string | null;
}

@Resolver()
export class RankingLogResolver {
  @For('public')
  @Query(() => RankingLogConnection, {
    description: 'The roots of all sealed orders, oldest first, for whoever checks a receipt.',
  })
  async rankingLog(
    @Args() args: RankingLogArgs,
    @Ctx() { cursors, services }: Context,
  ): Promise<RankingLogConnection> {
    const named = args.vacancyId ?? null;
    const vacancyId = named === null ? null : decodeUuid('Vacancy', named, 'vacancyId');
    const list = cursors.forList('rankingLog', [vacancyId]);
    const request = toSliceRequest<number>(args, list);
    const found = await services.receipts.listLog(vacancyId, request);
    return toSliceConnection(found, list, (entry) =>
      Object.assign(new RankingLogEdge(), { node: toLogEntryView(entry) }),
    );
  }
}
