import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Objection } from '../../entities';
import {
  type ObjectionRemedy,
  type ObjectionState,
  objectionRemedies,
  objectionStates,
} from '../../entities/vocabulary';
import type { Match } from '../../matching/core/explain';
import type { CountedObjections } from '../../services/objections/count-objections';
import { isOverdue } from '../../services/objections/objection-state';
import type { ObjectionCase } from '../../services/objections/open-case';
import type { SealedStanding } from '../../services/receipts/sealed-place';
import { For } from '../audience';
import { enumOf } from '../enums';
import { connectionOf, edgeOf } from '../lists/connection';
import { MatchVerdictEnum } from '../matching/match.view';
import { encodeNodeId } from '../node-id';
import { DateScalar, DateTimeScalar } from '../scalars';
import { UserErrorView } from '../user-error.view';

export const ObjectionStateEnum = enumOf(
  'ObjectionState',
  objectionStates,
  'How an objection (keberatan) stands.',
  {
    FILED: 'Nobody of the office looks at it yet',
    UPHELD: 'The person is right',
    WITHDRAWN: 'The person took it back',
  },
);
export const ObjectionRemedyEnum = enumOf(
  'ObjectionRemedy',
  objectionRemedies,
  'What follows from an objection that is upheld; no score is ever set.',
  {
    DATA_MENDED: 'What was wrong in the profile or the vacancy is put right',
    EMPLOYER_TOLD: 'The employer learns what to look at again',
    RULES_REPORTED: 'Whoever keeps the rules of matching looks at them',
  },
);

@ObjectType('Objection', {
  description:
    'A person objects to how a vacancy’s ranking treated them; a human being answers. Source: UU 27/2022 art. 10.',
  simpleResolvers: true,
})
@For('candidate', 'office')
export class ObjectionView {
  vacancyKey: string;

  @For('candidate', 'office')
  @Field(() => ID, { description: 'Global id; opaque.' })
  id: string;

  @For('candidate', 'office')
  @Field(() => ObjectionStateEnum, { description: 'How it stands.' })
  state: ObjectionState;

  @For('candidate')
  @Field(() => String, { description: 'The person’s words.' })
  statement: string;

  @For('candidate', 'office')
  @Field(() => DateTimeScalar, { description: 'When it was filed.' })
  filedAt: Date;

  @For('candidate', 'office')
  @Field(() => DateTimeScalar, { description: 'Until when it is answered: 14 days.' })
  dueAt: Date;

  @For('candidate', 'office')
  @Field(() => Boolean, { description: 'Whether it waits longer than that.' })
  isOverdue: boolean;

  @For('candidate', 'office')
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided or withdrawn.' })
  endedAt: Date | null;

  @For('candidate', 'office')
  @Field(() => String, { nullable: true, description: 'The officer’s answer; plain text.' })
  decision: string | null;

  @For('candidate', 'office')
  @Field(() => [ObjectionRemedyEnum], { description: 'What follows from it.' })
  remedies: ObjectionRemedy[];
}

const both = ['candidate', 'office'] as const;

@ObjectType({ description: 'An objection in its place of the list.', simpleResolvers: true })
@For(...both)
export class ObjectionEdge extends edgeOf(ObjectionView, ...both) {}

@ObjectType({ description: 'Objections.', simpleResolvers: true })
@For(...both)
export class ObjectionConnection extends connectionOf(ObjectionEdge, ...both) {}

@ObjectType({ description: 'What became of an objection.', simpleResolvers: true })
@For('candidate', 'office')
export class ObjectionPayload {
  @For('candidate', 'office')
  @Field(() => ObjectionView, { nullable: true, description: 'It; null when refused.' })
  objection: ObjectionView | null;

  @For('candidate', 'office')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

@ObjectType('SealedStanding', {
  description: 'Where the person stands in a sealed order: what the person’s receipt proves.',
  simpleResolvers: true,
})
@For('office')
export class SealedStandingView {
  @For('office')
  @Field(() => ID, { description: 'The order, for `replayRanking`.' })
  snapshotId: string;

  @For('office')
  @Field(() => DateTimeScalar, { description: 'When it was sealed.' })
  sealedAt: Date;

  @For('office')
  @Field(() => Int, { description: 'One more than there were people with a higher score.' })
  rank: number;

  @For('office')
  @Field(() => Int, { description: 'How many others had the same score.' })
  tiedWith: number;

  @For('office')
  @Field(() => Int, { description: 'How many people were eligible.' })
  eligible: number;

  @For('office')
  @Field(() => Int, { description: 'The score, 0 to 10,000.' })
  scoreBp: number;

  @For('office')
  @Field(() => MatchVerdictEnum, { description: 'What the score meant.' })
  verdict: Match['verdict'];
}

@ObjectType('ObjectionCase', {
  description:
    'An objection with the match as the person sees it. Each reading is noted, and the person sees it.',
  simpleResolvers: true,
})
@For('office')
export class ObjectionCaseView {
  source: ObjectionCase;

  @For('office')
  @Field(() => ObjectionView, { description: 'The objection.' })
  objection: ObjectionView;

  @For('office')
  @Field(() => ID, { description: 'Whose it is.' })
  candidateId: string;

  @For('office')
  @Field(() => String, { description: 'The person’s words; plain text.' })
  statement: string;

  @For('office')
  @Field(() => SealedStandingView, {
    nullable: true,
    description:
      'In the newest sealed order of when the person objected; null where the person stood in none.',
  })
  sealedStanding: SealedStandingView | null;
}

@ObjectType('ObjectionCount', {
  description: 'How many objections came to a state in a month; erased people count.',
  simpleResolvers: true,
})
@For('office')
export class ObjectionCountView {
  @For('office')
  @Field(() => DateScalar, { description: 'First day of the month (UTC).' })
  month: string;

  @For('office')
  @Field(() => ObjectionStateEnum, { description: 'To which.' })
  state: ObjectionState;

  @For('office')
  @Field(() => Int, { description: 'How many.' })
  count: number;
}

export function toObjectionView(objection: Objection, now: Date): ObjectionView {
  const { id, vacancyId, state, reason, filedAt, dueAt, endedAt, decision, remedies } = objection;
  return Object.assign(new ObjectionView(), {
    ...{ state, statement: reason, filedAt, dueAt, endedAt, decision, remedies },
    id: encodeNodeId('Objection', id),
    vacancyKey: vacancyId,
    isOverdue: isOverdue(objection, now),
  });
}

export function toObjectionCaseView(source: ObjectionCase, now: Date): ObjectionCaseView {
  const { objection, sealed } = source;
  return Object.assign(new ObjectionCaseView(), {
    source,
    objection: toObjectionView(objection, now),
    candidateId: encodeNodeId('Candidate', objection.candidateId),
    statement: objection.reason,
    sealedStanding: sealed && toSealedStandingView(sealed),
  });
}

const toSealedStandingView = ({ snapshotId, ...standing }: SealedStanding): SealedStandingView =>
  Object.assign(new SealedStandingView(), {
    ...standing,
    snapshotId: encodeNodeId('RankingSnapshot', snapshotId),
  });

export const toObjectionCountView = (counted: CountedObjections): ObjectionCountView =>
  Object.assign(new ObjectionCountView(), counted);
