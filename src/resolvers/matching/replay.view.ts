import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Factor, Match, Via } from '../../matching/core/explain';
import { recomputeContributions } from '../../matching/core/recompute';
import type { AuditedRanking } from '../../services/receipts/audit-ranking';
import { leafStates, type ReplayedPlace } from '../../services/receipts/replay-ranking';
import { For } from '../audience';
import { enumOf } from '../enums';
import { connectionOf, edgeOf } from '../lists/connection';
import { encodeNodeId } from '../node-id';
import { FactorKindEnum, MatchVerdictEnum, MatchViaEnum } from './match.view';

const LeafStateEnum = enumOf('LeafState', leafStates, 'What recomputing a leaf gave.', {
  MATCHING: 'The hash that is kept, and a score that follows from its lines',
  DIFFERING: 'Something else',
  SALT_DESTROYED: 'Nothing: the person is gone, and the salt with them',
});

@ObjectType({ description: 'One line of a sealed score.', simpleResolvers: true })
@For('office')
export class SealedLine {
  @For('office')
  @Field(() => FactorKindEnum, { description: 'What it is for.' })
  factor: Factor;

  @For('office')
  @Field(() => ID, { nullable: true, description: 'The requirement it answers.' })
  requirementId: string | null;

  @For('office')
  @Field(() => Int, { description: 'The most it can contribute, of 10,000.' })
  weightBp: number;

  @For('office')
  @Field(() => Int, { description: 'To what degree it was fulfilled, 10,000 = in full.' })
  fulfilmentBp: number;

  @For('office')
  @Field(() => Int, { description: 'What it contributes, computed again.' })
  contributionBp: number;

  @For('office')
  @Field(() => MatchViaEnum, { description: 'How a competency was covered.' })
  via: Via;
}

@ObjectType('SealedPlace', {
  description: 'A place of a sealed order; who stands there is not told.',
  simpleResolvers: true,
})
@For('office')
export class SealedPlaceView {
  @For('office')
  @Field(() => Int, { description: 'One more than there were people with a higher score.' })
  rank: number;

  @For('office')
  @Field(() => Int, { description: 'How many others had the same score.' })
  tiedWith: number;

  @For('office')
  @Field(() => Int, { description: 'The score, 0 to 10,000.' })
  scoreBp: number;

  @For('office')
  @Field(() => MatchVerdictEnum, { description: 'What the score meant.' })
  verdict: Match['verdict'];

  @For('office')
  @Field(() => LeafStateEnum, { description: 'What recomputing its leaf gave.' })
  state: ReplayedPlace['state'];

  @For('office')
  @Field(() => String, { description: 'Hash of the leaf as it is kept, hexadecimal.' })
  leafHash: string;

  @For('office')
  @Field(() => [SealedLine], {
    nullable: true,
    description: 'What the score is the sum of; null where the salt is destroyed.',
  })
  lines: SealedLine[] | null;
}

@ObjectType({ description: 'A place of a sealed order.', simpleResolvers: true })
@For('office')
export class SealedPlaceEdge extends edgeOf(SealedPlaceView, 'office') {}

@ObjectType({ description: 'All places of a sealed order, best first.', simpleResolvers: true })
@For('office')
export class SealedPlaceConnection extends connectionOf(SealedPlaceEdge, 'office') {}

@ObjectType('RankingReplay', {
  description: 'A sealed order, recomputed from what is kept of it.',
  simpleResolvers: true,
})
@For('office')
export class RankingReplayView {
  replay: AuditedRanking;

  @For('office')
  @Field(() => ID, { description: 'The frozen order.' })
  snapshotId: string;

  @For('office')
  @Field(() => String, { description: 'Root of its tree, hexadecimal.' })
  root: string;

  @For('office')
  @Field(() => Int, { description: 'Places of the order, each with a leaf.' })
  leaves: number;

  @For('office')
  @Field(() => Int, { description: 'Leaves that were recomputed to what is kept.' })
  matching: number;

  @For('office')
  @Field(() => Int, { description: 'Leaves of people who are gone: nobody can recompute them.' })
  saltDestroyed: number;

  @For('office')
  @Field(() => Int, { description: 'Leaves that were recomputed to something else.' })
  differing: number;

  @For('office')
  @Field(() => Boolean, { description: 'Whether the leaves lead to the root.' })
  isRootMatching: boolean;

  @For('office')
  @Field(() => Boolean, { description: 'Whether the public log names this root.' })
  isLogged: boolean;
}

export function toReplayView(replay: AuditedRanking): RankingReplayView {
  const { snapshot, leaves, matching, saltDestroyed, differing, isRootMatching, isLogged } = replay;
  return Object.assign(new RankingReplayView(), {
    ...{ replay, leaves, matching, saltDestroyed, differing, isRootMatching, isLogged },
    snapshotId: encodeNodeId('RankingSnapshot', snapshot.id),
    root: snapshot.digest.toString('hex'),
  });
}

export function toSealedPlaceView(found: ReplayedPlace): SealedPlaceView {
  const { rank, tiedWith, scoreBp, verdict } = found.place;
  const earned = found.lines && recomputeContributions(found.lines);
  const lines = found.lines?.map(([factor, requirementId, weightBp, fulfilmentBp, via], index) =>
    Object.assign(new SealedLine(), {
      ...{ factor, weightBp, fulfilmentBp, via, contributionBp: earned?.[index] ?? 0 },
      requirementId: requirementId && encodeNodeId('Requirement', requirementId),
    }),
  );
  const fields = { rank, tiedWith, scoreBp, verdict, state: found.state, lines: lines ?? null };
  return Object.assign(new SealedPlaceView(), fields, { leafHash: found.leafHash.toString('hex') });
}
