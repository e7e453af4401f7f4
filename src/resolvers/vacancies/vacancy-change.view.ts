import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import type { StreamCursors } from '../../changes/stream-cursor';
import type { CloseReason } from '../../entities/vocabulary';
import {
  type VacancyChange,
  type VacancyChangeKind,
  vacancyChangeKinds,
} from '../../services/vacancies/vacancy-changes';
import { For } from '../audience';
import { CloseReasonEnum, enumOf } from '../enums';
import { edgeOf, PageInfo } from '../lists/connection';
import { SizedByParent } from '../lists/sized-by-parent';
import { encodeNodeId } from '../node-id';
import { DateTimeScalar } from '../scalars';
import { encodeEventId } from '../streams/event-id';
import { HeartbeatView, ResumeGapView } from '../streams/stream.view';
import { toVacancyView, VacancyView } from './vacancy.view';

const ChangeKindEnum = enumOf(
  'ChangeKind',
  vacancyChangeKinds,
  'What a change means to who keeps a copy.',
  {
    CREATED: 'It was published',
    UPDATED: 'It is open and changed',
    CLOSED:
      'It is no longer open; told whatever the filter, which cannot know what it showed before',
    TOMBSTONE: 'Remove it: it is no longer public, or no longer meets the filter',
  },
);

@ObjectType('VacancyChangeEvent', {
  description: 'A public vacancy changed.',
  simpleResolvers: true,
})
@For('public')
export class VacancyChangeEventView {
  change: VacancyChange;

  @For('public')
  @Field(() => ID, {
    description: 'The same whichever way the event is told: to drop repetitions.',
  })
  eventId: string;

  @For('public')
  @Field(() => String, { description: 'To go on behind this event.' })
  cursor: string;

  @For('public')
  @Field(() => DateTimeScalar, { description: 'When it changed.' })
  at: Date;

  @For('public')
  @Field(() => ChangeKindEnum, { description: 'What it means.' })
  kind: VacancyChangeKind;

  @For('public')
  @Field(() => ID, { description: 'The vacancy.' })
  vacancyId: string;

  @For('public')
  @Field(() => VacancyView, {
    nullable: true,
    description: 'As it is now, with later changes; null for a TOMBSTONE.',
  })
  vacancy: VacancyView | null;

  @For('public')
  @Field(() => CloseReasonEnum, { nullable: true, description: 'Why it was closed.' })
  closedReason: CloseReason | null;
}

export function toVacancyChangeView(
  change: VacancyChange,
  cursors: StreamCursors,
): VacancyChangeEventView {
  const { seq, at, kind, vacancyId, vacancy } = change;
  return Object.assign(new VacancyChangeEventView(), {
    change,
    eventId: encodeEventId('VacancyChangeEvent', change),
    cursor: cursors.encode(seq),
    ...{ at, kind },
    vacancyId: encodeNodeId('Vacancy', vacancyId),
    vacancy: vacancy && toVacancyView(vacancy),
    closedReason: kind === 'CLOSED' ? (vacancy?.closedReason ?? null) : null,
  });
}

export const VacancyStreamItem = createUnionType({
  name: 'VacancyStreamItem',
  description: 'What a subscription to vacancies tells; every item has a cursor.',
  types: () => [VacancyChangeEventView, HeartbeatView, ResumeGapView] as const,
});

@ObjectType({ description: 'A change in its place of the stream.', simpleResolvers: true })
@For('public')
export class VacancyChangeEdge extends edgeOf(VacancyChangeEventView, 'public') {}

@ObjectType({ description: 'Changes of vacancies, oldest first.', simpleResolvers: true })
@For('public')
export class VacancyChangeConnection {
  @For('public')
  @SizedByParent()
  @Field(() => [VacancyChangeEdge], { description: 'The changes of this page.' })
  edges: VacancyChangeEdge[];

  @For('public')
  @Field(() => PageInfo, {
    description:
      'Where this page stands. `endCursor` is there also without changes, and behind all that was looked at.',
    complexity: 0,
  })
  pageInfo: PageInfo;

  @For('public')
  @Field(() => ResumeGapView, {
    nullable: true,
    description: 'Why there is nothing behind `after`; null when the cursor is good.',
  })
  gap: ResumeGapView | null;

  @For('public')
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the oldest change that is kept was written; null = none is.',
  })
  retainedSince: Date | null;
}
