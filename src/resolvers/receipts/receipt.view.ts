import { Field, Int, ObjectType } from 'type-graphql';
import type { Match } from '../../matching/core/explain';
import type { Receipt } from '../../matching/core/read-receipt';
import { fromFields } from '../../matching/core/statement';
import { For } from '../audience';
import { MatchVerdictEnum } from '../matching/match.view';
import { RankingLogEntryView, toLogEntryView } from './ranking-log.view';

@ObjectType('Receipt', {
  description:
    'Proof that the signed-in person was considered in a sealed order: it verifies without the service.',
  simpleResolvers: true,
})
@For('candidate')
export class ReceiptView {
  @For('candidate')
  @Field(() => Int, { description: 'One more than there were people with a higher score.' })
  rank: number;

  @For('candidate')
  @Field(() => Int, { description: 'How many others had the same score.' })
  tiedWith: number;

  @For('candidate')
  @Field(() => Int, { description: 'How many people were eligible: the leaves of the tree.' })
  treeSize: number;

  @For('candidate')
  @Field(() => Int, { description: 'The score, 0 to 10,000.' })
  scoreBp: number;

  @For('candidate')
  @Field(() => MatchVerdictEnum, { description: 'What the score meant.' })
  verdict: Match['verdict'];

  @For('candidate')
  @Field(() => String, { description: 'What the leaf says: the text that is hashed.' })
  leaf: string;

  @For('candidate')
  @Field(() => Int, { description: 'Place of the leaf in the tree, from 0.' })
  leafIndex: number;

  @For('candidate')
  @Field(() => String, { description: 'What blinds the leaf, 32 bytes as hexadecimal.' })
  salt: string;

  @For('candidate')
  @Field(() => [String], {
    description: 'The neighbours from the leaf up to the root, hexadecimal.',
  })
  path: string[];

  @For('candidate')
  @Field(() => RankingLogEntryView, { description: 'The public entry with the root.' })
  logEntry: RankingLogEntryView;

  @For('candidate')
  @Field(() => String, {
    description: 'All of it as a file, `receipt.json`, for `padan verify` and the page `/periksa`.',
  })
  file: string;
}

export function toReceiptView(receipt: Receipt): ReceiptView {
  const { rank, tiedWith, eligible, scoreBp, verdict } = fromFields(receipt.leaf);
  const { leafIndex, salt, path } = receipt;
  return Object.assign(new ReceiptView(), {
    ...{ rank, tiedWith, treeSize: eligible, scoreBp, verdict, leafIndex, salt, path },
    leaf: JSON.stringify(receipt.leaf),
    logEntry: toLogEntryView(receipt.log),
    file: JSON.stringify(receipt),
  });
}
