import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { RankingSnapshot } from '../../entities';
import { For } from '../audience';
import { encodeNodeId } from '../node-id';

@ObjectType('RankingSnapshot', {
  description: 'The order of a vacancy’s people at one moment: its pages never shift.',
  simpleResolvers: true,
})
@For('employer')
export class RankingSnapshotView {
  @For('employer')
  @Field(() => ID, { description: 'For `rankedCandidates(snapshot:)`.' })
  id: string;

  @For('employer')
  @Field(() => Boolean, {
    description: 'Sealed: the complete order, kept for good. Else the first 100 places for a day.',
  })
  isSealed: boolean;

  @For('employer')
  @Field(() => Int, { description: 'Version of the vacancy that was ranked.' })
  vacancyVersion: number;

  @For('employer')
  @Field(() => String, { description: 'Place in the order of all changes that it reflects.' })
  dataAsOf: string;

  @For('employer')
  @Field(() => String, { description: 'Version of the rules that scored.' })
  algorithmVersion: string;

  @For('employer')
  @Field(() => Int, { description: 'Version of competencies and occupations.' })
  taxonomyVersion: number;

  @For('employer')
  @Field(() => String, {
    description:
      'Sealed: root of the tree over one leaf a person. Else SHA-256 over what was ranked and every place kept. Hexadecimal.',
  })
  digest: string;

  @For('employer')
  @Field(() => Date, { description: 'When it was frozen.' })
  createdAt: Date;

  @For('employer')
  @Field(() => Date, { nullable: true, description: 'When it is forgotten; null = sealed.' })
  expiresAt: Date | null;
}

export function toSnapshotView(snapshot: RankingSnapshot): RankingSnapshotView {
  const { id, seq, digest, isSealed, vacancyVersion, algorithmVersion, taxonomyVersion } = snapshot;
  const { createdAt, expiresAt } = snapshot;
  return Object.assign(new RankingSnapshotView(), {
    id: encodeNodeId('RankingSnapshot', id),
    dataAsOf: seq,
    digest: digest.toString('hex'),
    isSealed,
    vacancyVersion,
    algorithmVersion,
    taxonomyVersion,
    createdAt,
    expiresAt,
  });
}
