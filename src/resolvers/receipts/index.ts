import { RankingLogResolver } from './ranking-log.resolver';
import { MatchReceiptResolver, MyMatchResolver, ReceiptResolver } from './receipt.resolver';

export const receiptResolvers = [
  MatchReceiptResolver,
  MyMatchResolver,
  RankingLogResolver,
  ReceiptResolver,
] as const;
