import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import type { StreamItem } from '../../changes/follow-log';
import type { VacancyChange } from '../../services/vacancies/vacancy-changes';
import { For } from '../audience';
import type { Context } from '../context';
import { placeAfter, tellSlow } from '../streams/follow-stream';
import { toItemView } from '../streams/stream.view';
import { toVacancyChangeView, VacancyStreamItem } from './vacancy-change.view';
import { readFilter, toVacancyQuery, VacancyFilterInput } from './vacancy-filter.input';

const STREAM = 'vacancy changes';

interface VacancyChangedArgs {
  after?: string | null;
  filter?: VacancyFilterInput | null;
}

@Resolver()
export class VacancyChangedResolver {
  @For('public')
  @Subscription(() => VacancyStreamItem, {
    description:
      'Changes of public vacancies: behind a cursor nothing is missing and nothing comes twice. Without `after` it begins with a Heartbeat that has the newest cursor. A vacancy whose time has passed makes no change.',
    subscribe: async ({ args, context, info }) =>
      openStream(args as VacancyChangedArgs, context as Context, info),
  })
  vacancyChanged(
    @Root() item: StreamItem<VacancyChange>,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Go on behind this cursor of a subscription or query.',
    })
    _after: string | null,
    @Arg('filter', () => VacancyFilterInput, {
      nullable: true,
      description: 'Only what meets this; what no longer does is told as a TOMBSTONE.',
    })
    _filter: VacancyFilterInput | null,
    @Ctx() context: Context,
  ): typeof VacancyStreamItem {
    const cursors = context.cursors.forStream(STREAM);
    return toItemView(item, cursors.encode, (change) => toVacancyChangeView(change, cursors));
  }
}

/** Errors: BAD_USER_INPUT and NOT_FOUND for what the filter names. */
async function openStream(
  { after, filter }: VacancyChangedArgs,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const query = toVacancyQuery(await readFilter(filter, info));
  const cursors = context.cursors.forStream(STREAM);
  const place = placeAfter(after, cursors);
  const items = context.services.vacancies.changes.follow(query, place, context.signal);
  return tellSlow(items, cursors);
}
