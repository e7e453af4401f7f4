import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { StreamCursors } from '../../changes/stream-cursor';
import {
  type MatchCause,
  type MatchEvent,
  type MatchEventKind,
  matchCauses,
  matchEventKinds,
} from '../../matches/match-event';
import type { Verdict } from '../../matching/core/tally';
import { For } from '../audience';
import { enumOf } from '../enums';
import { edgeOf, PageInfo } from '../lists/connection';
import { SizedByParent } from '../lists/sized-by-parent';
import { DateTimeScalar } from '../scalars';
import { encodeEventId } from '../streams/event-id';
import { HeartbeatView, ResumeGapView } from '../streams/stream.view';
import { MatchVerdictEnum } from './match.view';

const MatchEventKindEnum = enumOf(
  'MatchEventKind',
  matchEventKinds,
  'What happened on a vacancy’s list of its first 100 people.',
  {
    ENTERED: 'Somebody is on it now',
    ROSE: 'Somebody who stays on it has a better verdict',
    LEFT: 'Somebody is no longer on it',
    SEVERAL: 'So much at once that only counts are told',
  },
);
const MatchCauseEnum = enumOf(
  'MatchCause',
  matchCauses,
  'Why now. The passing of time makes no event.',
  {
    NEW_PERSON: 'The person began to look for work',
    COMPETENCY_CONFIRMED: 'A competency of the person was confirmed',
    PROFILE_CHANGED: 'The person’s profile changed',
    PERSON_LEFT: 'The person no longer looks for work or no longer agrees',
    OVERTAKEN: 'Others came before the person',
    PLACE_FREED: 'Somebody before the person left',
    VARIOUS: 'Counts with several causes',
  },
);

@ObjectType('MatchEvent', {
  description: 'Somebody enters, rises on or leaves the list of a vacancy’s first 100 people.',
  simpleResolvers: true,
})
@For('employer')
export class MatchEventView {
  source: MatchEvent;

  @For('employer')
  @Field(() => ID, {
    description: 'The same whichever way the event is told: to drop repetitions.',
  })
  eventId: string;

  @For('employer')
  @Field(() => String, { description: 'To go on behind this event.' })
  cursor: string;

  @For('employer')
  @Field(() => DateTimeScalar, { description: 'When the list changed.' })
  at: Date;

  @For('employer')
  @Field(() => MatchEventKindEnum, { description: 'What happened.' })
  kind: MatchEventKind;

  @For('employer')
  @Field(() => MatchCauseEnum, { description: 'Why now.' })
  cause: MatchCause;

  @For('employer')
  @Field(() => Int, {
    nullable: true,
    description: 'Place on the list when it was written, 1 = first; null for LEFT and SEVERAL.',
  })
  rank: number | null;

  @For('employer')
  @Field(() => Int, {
    nullable: true,
    description: 'The score when it was written, of who left the last one; null for SEVERAL.',
  })
  scoreBp: number | null;

  @For('employer')
  @Field(() => MatchVerdictEnum, {
    nullable: true,
    description: 'The verdict when it was written, of who left the last one; null for SEVERAL.',
  })
  verdict: Verdict | null;

  @For('employer')
  @Field(() => Int, { description: 'How many entered.' })
  entered: number;

  @For('employer')
  @Field(() => Int, { description: 'How many rose.' })
  risen: number;

  @For('employer')
  @Field(() => Int, { description: 'How many left.' })
  left: number;
}

export function toMatchEventView(source: MatchEvent, cursors: StreamCursors): MatchEventView {
  const { seq, at, kind, cause, rank, scoreBp, verdict, entered, risen, left } = source;
  return Object.assign(new MatchEventView(), {
    source,
    eventId: encodeEventId('MatchEvent', source),
    cursor: cursors.encode(seq),
    ...{ at, kind, cause, rank, scoreBp, verdict, entered, risen, left },
  });
}

export const MatchStreamItem = createUnionType({
  name: 'MatchStreamItem',
  description: 'What a subscription to match events tells; every item has a cursor.',
  types: () => [MatchEventView, HeartbeatView, ResumeGapView] as const,
});

@ObjectType({ description: 'A match event in its place of the stream.', simpleResolvers: true })
@For('employer')
export class MatchEventEdge extends edgeOf(MatchEventView, 'employer') {}

@ObjectType({ description: 'Match events, oldest first.', simpleResolvers: true })
@For('employer')
export class MatchEventConnection {
  @For('employer')
  @SizedByParent()
  @Field(() => [MatchEventEdge], { description: 'The events of this page.' })
  edges: MatchEventEdge[];

  @For('employer')
  @Field(() => PageInfo, {
    description:
      'Where this page stands. `endCursor` is there also without events, and behind all that was looked at.',
    complexity: 0,
  })
  pageInfo: PageInfo;

  @For('employer')
  @Field(() => ResumeGapView, {
    nullable: true,
    description: 'Why there is nothing behind `after`; null when the cursor is good.',
  })
  gap: ResumeGapView | null;

  @For('employer')
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the oldest event that is kept was written; null = none is.',
  })
  retainedSince: Date | null;
}
