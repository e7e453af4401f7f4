import { Field, ObjectType } from 'type-graphql';
import type { StreamItem } from '../../changes/follow-log';
import { type GapReason, gapReasons } from '../../changes/log-start';
import { For } from '../audience';
import { enumOf } from '../enums';
import { DateTimeScalar } from '../scalars';

const ResumeGapReasonEnum = enumOf(
  'ResumeGapReason',
  gapReasons,
  'Why a stream cannot be gone on with from a cursor.',
  {
    EXPIRED: 'What follows the cursor is no longer kept',
    UNKNOWN: 'The cursor is none of this stream',
  },
);

@ObjectType('Heartbeat', {
  description: 'Nothing new: everything up to the cursor was told.',
  simpleResolvers: true,
})
@For('public')
export class HeartbeatView {
  @For('public')
  @Field(() => String, { description: 'To go on from.' })
  cursor: string;

  @For('public')
  @Field(() => DateTimeScalar, { description: 'When it was said.' })
  at: Date;
}

@ObjectType('ResumeGap', {
  description:
    'Something may be missing: what came before `freshCursor` has to be read anew, by a query of what there is.',
  simpleResolvers: true,
})
@For('public')
export class ResumeGapView {
  @For('public')
  @Field(() => ResumeGapReasonEnum, { description: 'Why.' })
  reason: GapReason;

  @For('public')
  @Field(() => String, {
    description: 'The newest place, at which a subscription goes on by itself.',
  })
  freshCursor: string;

  @For('public')
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the oldest event that is kept was written; null = none is.',
  })
  retainedSince: Date | null;
}

type EncodePlace = (place: number) => string;

export const toGapView = (
  { reason, place, retainedSince }: Omit<Extract<StreamItem<never>, { kind: 'GAP' }>, 'kind'>,
  encode: EncodePlace,
): ResumeGapView =>
  Object.assign(new ResumeGapView(), { reason, freshCursor: encode(place), retainedSince });

/** The view of what somebody who follows a stream is told. */
export function toItemView<T, V>(
  item: StreamItem<T>,
  encode: EncodePlace,
  toEventView: (event: T) => V,
): V | HeartbeatView | ResumeGapView {
  switch (item.kind) {
    case 'EVENT':
      return toEventView(item.event);
    case 'HEARTBEAT':
      return Object.assign(new HeartbeatView(), { cursor: encode(item.place), at: item.at });
    case 'GAP':
      return toGapView(item, encode);
  }
}
