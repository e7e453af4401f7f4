import {
  Arg,
  Ctx,
  createUnionType,
  Field,
  ID,
  ObjectType,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { StreamItem } from '../../changes/follow-log';
import type { StreamCursors } from '../../changes/stream-cursor';
import type { ApplicationState } from '../../entities/vocabulary';
import type { ApplicationChange } from '../../services/contacts/application-changes';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { encodeNodeId } from '../node-id';
import { DateTimeScalar } from '../scalars';
import { encodeEventId } from '../streams/event-id';
import { placeAfter, tellSlow } from '../streams/follow-stream';
import { HeartbeatView, ResumeGapView, toItemView } from '../streams/stream.view';
import { ApplicationStateEnum } from './contact.view';

const STREAM = 'application changes';

@ObjectType('ApplicationChange', {
  description: 'An application moved; whoever is told reads it again under their own rights.',
  simpleResolvers: true,
})
@For('employer', 'candidate')
export class ApplicationChangeView {
  @For('employer', 'candidate')
  @Field(() => ID, { description: 'To drop repetitions.' })
  eventId: string;

  @For('employer', 'candidate')
  @Field(() => String, { description: 'To go on behind this event.' })
  cursor: string;

  @For('employer', 'candidate')
  @Field(() => DateTimeScalar, { description: 'When it moved.' })
  at: Date;

  @For('employer', 'candidate')
  @Field(() => ID, { description: 'The application.' })
  applicationId: string;

  @For('employer', 'candidate')
  @Field(() => ID, { description: 'The vacancy.' })
  vacancyId: string;

  @For('employer', 'candidate')
  @Field(() => ApplicationStateEnum, { description: 'How it stands now, with later moves.' })
  state: ApplicationState;
}

const ApplicationStreamItem = createUnionType({
  name: 'ApplicationStreamItem',
  description: 'What a subscription to applications tells; every item has a cursor.',
  types: () => [ApplicationChangeView, HeartbeatView, ResumeGapView] as const,
});

@Resolver()
export class ApplicationChangedResolver {
  @For('employer', 'candidate')
  @Subscription(() => ApplicationStreamItem, {
    description:
      'Applications that move: the signed-in person’s own, or those for vacancies of the employers for whom the viewer acts. Behind a cursor nothing is missing and nothing comes twice; without `after` it begins with a Heartbeat that has the newest cursor.',
    subscribe: async ({ args, context }) =>
      openStream(args as { after?: string | null }, context as Context),
  })
  applicationChanged(
    @Root() item: StreamItem<ApplicationChange>,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Go on behind this cursor of a subscription.',
    })
    _after: string | null,
    @Ctx() context: Context,
  ): typeof ApplicationStreamItem {
    const cursors = context.cursors.forStream(STREAM);
    return toItemView(item, cursors.encode, (change) => toView(change, cursors));
  }
}

/** Errors: UNAUTHENTICATED, and those of the service, before the first event. */
async function openStream({ after }: { after?: string | null }, context: Context) {
  const viewer = viewerOf(context);
  const cursors = context.cursors.forStream(STREAM);
  const place = placeAfter(after, cursors);
  const { changes } = context.services.contacts;
  const items =
    context.audience === 'candidate'
      ? await changes.followOwn(viewer, place, context.signal)
      : await changes.followEmployers(viewer, place, context.signal);
  return tellSlow(items, cursors);
}

function toView(change: ApplicationChange, cursors: StreamCursors): ApplicationChangeView {
  const { seq, at, contactId, vacancyId, state } = change;
  return Object.assign(new ApplicationChangeView(), {
    eventId: encodeEventId('ApplicationChange', change),
    cursor: cursors.encode(seq),
    ...{ at, state },
    applicationId: encodeNodeId('Application', contactId),
    vacancyId: encodeNodeId('Vacancy', vacancyId),
  });
}
