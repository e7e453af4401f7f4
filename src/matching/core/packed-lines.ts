import type { Match } from './explain';
import type { Statement, StatementCheck, StatementLine } from './statement';

/** What all people of a vacancy share of their lines and conditions. */
export interface LineFrame {
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

/** The lines and conditions of many people of one vacancy, one behind the other. */
export interface PackedLines {
  readonly frame: LineFrame;
  /** `widthOf(frame)` bytes each. */
  readonly bytes: Uint8Array;
}

const VIAS: readonly StatementLine[4][] = ['EXACT', 'IMPLIED', 'SUBSTITUTE', 'SIMILAR', 'NONE'];
const RESULTS: readonly StatementCheck[3][] = ['PASS', 'FAIL', 'UNKNOWN'];

/** Fulfilment 2 bytes; via and whether it is unstated 1. */
const LINE_BYTES = 3;
const UNSTATED = 0x80;

/** How many bytes a person's lines and conditions take. */
export const widthOf = ({ lines, checks }: LineFrame) => lines.length * LINE_BYTES + checks.length;

/** Packs the matches of one vacancy as they come. Cost: less than a microsecond each. */
export function packLines(matches: readonly Pick<Match, 'factors' | 'eligibility'>[]): PackedLines {
  const [first] = matches;
  const frame = first ? frameOf(first) : { lines: [], checks: [] };
  const width = widthOf(frame);
  const bytes = new Uint8Array(matches.length * width);
  matches.forEach(({ factors, eligibility }, index) => {
    let at = index * width;
    for (const { fulfilmentBp, via, isUnstated } of factors) {
      bytes[at] = fulfilmentBp >> 8;
      bytes[at + 1] = fulfilmentBp & 0xff;
      bytes[at + 2] = VIAS.indexOf(via) | (isUnstated ? UNSTATED : 0);
      at += LINE_BYTES;
    }
    for (const { result } of eligibility) {
      bytes[at] = RESULTS.indexOf(result);
      at += 1;
    }
  });
  return { frame, bytes };
}

function frameOf({ factors, eligibility }: Pick<Match, 'factors' | 'eligibility'>): LineFrame {
  return {
    lines: factors.map(({ factor, requirementId, weightBp }) => [factor, requirementId, weightBp]),
    checks: eligibility.map(({ check, requirementId, necessity }) => [
      check,
      requirementId,
      necessity,
    ]),
  };
}

/** One person's lines and conditions, of `widthOf(frame)` bytes. */
export function unpackLines(
  frame: LineFrame,
  bytes: Uint8Array,
): Pick<Statement, 'lines' | 'checks'> {
  const checksAt = frame.lines.length * LINE_BYTES;
  return {
    lines: frame.lines.map(([factor, requirementId, weightBp], index) => {
      const at = index * LINE_BYTES;
      const fulfilmentBp = (bytes[at] << 8) | bytes[at + 1];
      const via = VIAS[bytes[at + 2] & ~UNSTATED];
      return [factor, requirementId, weightBp, fulfilmentBp, via, (bytes[at + 2] & UNSTATED) !== 0];
    }),
    checks: frame.checks.map(([check, requirementId, necessity], index) => [
      check,
      requirementId,
      necessity,
      RESULTS[bytes[checksAt + index]],
    ]),
  };
}
