import { type LineFrame, unpackLines } from '../../matching/core/packed-lines';
import { hashStatement } from '../../matching/core/receipt';
import { type SealedOrder, type Statement, writeStatement } from '../../matching/core/statement';
import { nativeHash } from './native-hash';

/** Where a person stands in an order. */
export type SealedPlace = Pick<Statement, 'rank' | 'tiedWith' | 'scoreBp' | 'verdict'>;

/** What the leaf of a place says, with its lines readable. */
export function statePlace(
  order: SealedOrder,
  { rank, tiedWith, scoreBp, verdict }: SealedPlace,
  frame: LineFrame,
  lines: Uint8Array,
): Statement {
  return { ...order, rank, tiedWith, scoreBp, verdict, ...unpackLines(frame, lines) };
}

/** The hash of a leaf. Cost: some 10 microseconds. */
export const hashOf = (statement: Statement, salt: Uint8Array): Uint8Array =>
  hashStatement(nativeHash, salt, Buffer.from(writeStatement(statement), 'ascii'));
