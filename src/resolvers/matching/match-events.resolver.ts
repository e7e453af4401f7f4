import { Allow, IsOptional } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import type { Verdict } from '../../matching/core/tally';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { ConnectionArgs, pageSize } from '../lists/connection';
import { decodeUuid } from '../node-id';
import { placeAfter } from '../streams/follow-stream';
import { toStreamPage } from '../streams/stream-page';
import { MatchVerdictEnum } from './match.view';
import { MatchEventConnection, toMatchEventView } from './match-event.view';

@ArgsType()
class MatchEventsArgs extends ConnectionArgs {
  @IsOptional()
  @Field(() => [ID], {
    nullable: true,
    description: 'Only these, at most 200; by default every one of the viewer’s employers.',
  })
  vacancyIds?: string[] | null;

  @Allow()
  @Field(() => MatchVerdictEnum, {
    defaultValue: 'POSSIBLE',
    description: 'Only events with a verdict at least as good; SEVERAL comes always.',
  })
  minVerdict: Verdict;
}

@Resolver()
export class MatchEventsResolver {
  @For('employer')
  @Query(() => MatchEventConnection, {
    description:
      'The same events as `matchFound`, under the same cursors; without `after` from the oldest that is kept.',
  })
  async matchEvents(
    @Args() args: MatchEventsArgs,
    @Ctx() context: Context,
  ): Promise<MatchEventConnection> {
    const viewer = viewerOf(context);
    const cursors = context.cursors.forStream('match events');
    const page = await context.services.matching.listEvents(viewer, {
      after: placeAfter(args.after, cursors),
      first: pageSize(args),
      vacancyIds:
        args.vacancyIds?.map((id, index) => decodeUuid('Vacancy', id, `vacancyIds.${index}`)) ??
        null,
      minVerdict: args.minVerdict,
    });
    return toStreamPage(page, args.after, cursors, (event) => toMatchEventView(event, cursors));
  }
}
