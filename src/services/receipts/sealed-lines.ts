import { createCipheriv } from 'node:crypto';
import { HASH_BYTES } from '../../matching/core/sha256';
import type { Statement, StatementCheck, StatementLine } from '../../matching/core/statement';

/** What all leaves of an order share of their lines and conditions. */
export interface SealFrame {
  readonly lines: readonly (readonly [
    factor: StatementLine[0],
    requirementId: string | null,
    weightBp: number,
  ])[];
  readonly checks: readonly (readonly [
    check: StatementCheck[0],
    requirementId: string | null,
    necessity: StatementCheck[2],
  ])[];
}

const VIAS: readonly StatementLine[4][] = ['EXACT', 'IMPLIED', 'SUBSTITUTE', 'SIMILAR', 'NONE'];
const RESULTS: readonly StatementCheck[3][] = ['PASS', 'FAIL', 'UNKNOWN'];

/** Fulfilment 2 bytes; via and whether it is unstated 1. */
const LINE_BYTES = 3;
const UNSTATED = 0x80;

/** The frame of an order: that of any of its statements. */
export const frameOf = ({ lines, checks }: Pick<Statement, 'lines' | 'checks'>): SealFrame => ({
  lines: lines.map(([factor, requirementId, weightBp]) => [factor, requirementId, weightBp]),
  checks: checks.map(([check, requirementId, necessity]) => [check, requirementId, necessity]),
});

/** How many bytes each place of an order takes. */
export const widthOf = ({ lines, checks }: SealFrame) => lines.length * LINE_BYTES + checks.length;

/** What one person's lines and conditions say beyond the frame. */
export function encodeLines({ lines, checks }: Pick<Statement, 'lines' | 'checks'>): Buffer {
  const bytes = Buffer.alloc(lines.length * LINE_BYTES + checks.length);
  lines.forEach(([, , , fulfilmentBp, via, isUnstated], index) => {
    bytes.writeUInt16BE(fulfilmentBp, index * LINE_BYTES);
    bytes[index * LINE_BYTES + 2] = VIAS.indexOf(via) | (isUnstated ? UNSTATED : 0);
  });
  checks.forEach(([, , , result], index) => {
    bytes[lines.length * LINE_BYTES + index] = RESULTS.indexOf(result);
  });
  return bytes;
}

/** The lines and conditions that `encodeLines` wrote. */
export function decodeLines(frame: SealFrame, bytes: Buffer): Pick<Statement, 'lines' | 'checks'> {
  return {
    lines: frame.lines.map(([factor, requirementId, weightBp], index) => {
      const fulfilmentBp = bytes.readUInt16BE(index * LINE_BYTES);
      const code = bytes[index * LINE_BYTES + 2];
      const via = VIAS[code & ~UNSTATED];
      return [factor, requirementId, weightBp, fulfilmentBp, via, (code & UNSTATED) !== 0];
    }),
    checks: frame.checks.map(([check, requirementId, necessity], index) => [
      check,
      requirementId,
      necessity,
      RESULTS[bytes[frame.lines.length * LINE_BYTES + index]],
    ]),
  };
}

/**
 * The salt of a person's leaf in one snapshot, and the person's lines made unreadable, or readable again.
 *
 * Shape: both come from one stream that only the person's secret gives: AES-256 in counter mode from the snapshot's
 * id on, its first 32 bytes the salt, the rest over the lines. Without the secret neither comes back.
 */
export function blind(
  secret: Uint8Array,
  snapshotId: string,
  lines: Uint8Array,
): { salt: Buffer; lines: Buffer } {
  const counter = Buffer.from(snapshotId.replaceAll('-', ''), 'hex');
  const stream = createCipheriv('aes-256-ctr', secret, counter);
  return { salt: stream.update(NOTHING), lines: stream.update(lines) };
}

const NOTHING = new Uint8Array(HASH_BYTES);
