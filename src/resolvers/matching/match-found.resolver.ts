import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { StreamItem } from '../../changes/follow-log';
import type { MatchEvent } from '../../matches/match-event';
import type { Verdict } from '../../matching/core/tally';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { decodeUuid } from '../node-id';
import { placeAfter, tellSlow } from '../streams/follow-stream';
import { toItemView } from '../streams/stream.view';
import { MatchVerdictEnum } from './match.view';
import { MatchStreamItem, toMatchEventView } from './match-event.view';

const STREAM = 'match events';

interface MatchFoundArgs {
  after?: string | null;
  vacancyIds?: readonly string[] | null;
  minVerdict: Verdict;
}

@Resolver()
export class MatchFoundResolver {
  @For('employer')
  @Subscription(() => MatchStreamItem, {
    description:
      'What enters, rises on and leaves the lists of the viewer’s vacancies: behind a cursor nothing is missing and nothing comes twice. Without `after` it begins with a Heartbeat that has the newest cursor.',
    subscribe: async ({ args, context }) => openStream(args as MatchFoundArgs, context as Context),
  })
  matchFound(
    @Root() item: StreamItem<MatchEvent>,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Go on behind this cursor of a subscription, query or webhook.',
    })
    _after: string | null,
    @Arg('vacancyIds', () => [ID], {
      nullable: true,
      description:
        'Only these, at most 200; by default every one of the employers for whom the viewer acts, also those to come.',
    })
    _vacancyIds: string[] | null,
    @Arg('minVerdict', () => MatchVerdictEnum, {
      defaultValue: 'POSSIBLE',
      description: 'Only events with a verdict at least as good; SEVERAL comes always.',
    })
    _minVerdict: Verdict,
    @Ctx() context: Context,
  ): typeof MatchStreamItem {
    const cursors = context.cursors.forStream(STREAM);
    return toItemView(item, cursors.encode, (event) => toMatchEventView(event, cursors));
  }
}

/** Errors: UNAUTHENTICATED, and those of the service, before the first event. */
async function openStream({ after, vacancyIds, minVerdict }: MatchFoundArgs, context: Context) {
  const viewer = viewerOf(context);
  const cursors = context.cursors.forStream(STREAM);
  const keys = vacancyIds?.map((id, index) => decodeUuid('Vacancy', id, `vacancyIds.${index}`));
  const request = { after: placeAfter(after, cursors), vacancyIds: keys ?? null, minVerdict };
  const items = await context.services.matching.follow(viewer, request, context.signal);
  return tellSlow(items, cursors);
}
