import { Field, ID, Int, ObjectType } from 'type-graphql';
import { writeLogEntry } from '../../matching/core/ranking-log';
import type { ChainedEntry } from '../../services/receipts/list-log';
import { For } from '../audience';
import { connectionOf, edgeOf } from '../lists/connection';
import { encodeNodeId } from '../node-id';

@ObjectType('RankingLogEntry', {
  description:
    'A sealed order of a vacancy’s people, known by the root of its tree. To remove or change an entry changes the hash of every later one.',
  simpleResolvers: true,
})
@For('public')
export class RankingLogEntryView {
  @For('public')
  @Field(() => Int, { description: '1, 2, 3 and so on, without a gap.' })
  sequence: number;

  @For('public')
  @Field(() => ID, { description: 'The frozen order.' })
  snapshotId: string;

  @For('public')
  @Field(() => ID, { description: 'The vacancy.' })
  vacancyId: string;

  @For('public')
  @Field(() => Int, { description: 'Version of the vacancy that was ranked.' })
  vacancyVersion: number;

  @For('public')
  @Field(() => String, {
    description: 'Head of the Merkle tree over one blinded leaf a person (RFC 6962), hexadecimal.',
  })
  root: string;

  @For('public')
  @Field(() => Int, {
    nullable: true,
    description: 'Leaves of the tree: the eligible people; null for fewer than five.',
  })
  treeSize: number | null;

  @For('public')
  @Field(() => String, { description: 'Version of the rules that scored.' })
  algorithmVersion: string;

  @For('public')
  @Field(() => Int, { description: 'Version of competencies and occupations.' })
  taxonomyVersion: number;

  @For('public')
  @Field(() => Date, { description: 'When it was sealed.' })
  sealedAt: Date;

  @For('public')
  @Field(() => String, { description: 'The text of this entry that is hashed.' })
  entry: string;

  @For('public')
  @Field(() => String, { description: '`entryHash` of the entry before; zeros for the first.' })
  previousHash: string;

  @For('public')
  @Field(() => String, {
    description: 'SHA-256 over the byte 2, the bytes of `previousHash` and `entry`, hexadecimal.',
  })
  entryHash: string;
}

@ObjectType({ description: 'An entry in its place of the log.', simpleResolvers: true })
@For('public')
export class RankingLogEdge extends edgeOf(RankingLogEntryView, 'public') {}

@ObjectType({
  description: 'The public log of sealed orders, oldest first.',
  simpleResolvers: true,
})
@For('public')
export class RankingLogConnection extends connectionOf(RankingLogEdge, 'public') {}

export function toLogEntryView(chained: ChainedEntry): RankingLogEntryView {
  return Object.assign(new RankingLogEntryView(), {
    ...chained,
    snapshotId: encodeNodeId('RankingSnapshot', chained.snapshotId),
    vacancyId: encodeNodeId('Vacancy', chained.vacancyId),
    sealedAt: new Date(chained.sealedAt),
    entry: writeLogEntry(chained),
  });
}
