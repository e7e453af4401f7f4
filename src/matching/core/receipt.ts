import { asciiBytes, fromHex, toHex } from './bytes';
import { FULL_BP } from './fixed-point';
import { hashLeaf, rootFromPath } from './merkle';
import { hashLogEntry } from './ranking-log';
import { type Receipt, readReceipt } from './read-receipt';
import { recomputeScore, recomputeVerdict } from './recompute';
import type { Hash } from './sha256';
import { fromFields, type Statement } from './statement';

/** What is looked at, in this order. */
const RECEIPT_CHECKS = [
  'SHARES',
  'SCORE',
  'VERDICT',
  'PLACE',
  'INCLUSION',
  'LOG_ENTRY',
  'TRUSTED_ROOT',
] as const;
export type ReceiptCheck = (typeof RECEIPT_CHECKS)[number];

/** What was found; `holds` is null for what was not asked. */
export interface ReceiptFinding {
  readonly check: ReceiptCheck;
  readonly holds: boolean | null;
  /** What the receipt says, and what follows from it. */
  readonly stated: string;
  readonly found: string;
}

export interface ReceiptReport {
  /** Whether nothing that was asked fails. Anybody can write a receipt that agrees with itself: see `isCompared`. */
  readonly isValid: boolean;
  /** Whether its root was compared with one read elsewhere. */
  readonly isCompared: boolean;
  readonly statement: Statement;
  readonly root: string;
  readonly findings: readonly ReceiptFinding[];
}

/**
 * Checks a receipt with nothing but itself: score and verdict follow from its lines, the place fits the rank, leaf and
 * path lead to the root, the entry of the log names that root.
 *
 * Shape: null for what is no receipt of this form. `trustedRoot`: the root as read elsewhere, in hexadecimal.
 * Cost: 20 hashes for a million leaves.
 */
export function checkReceipt(
  hash: Hash,
  value: unknown,
  trustedRoot: string | null = null,
): ReceiptReport | null {
  const receipt = readReceipt(value);
  if (receipt === null) return null;
  const statement = fromFields(receipt.leaf);
  const root = rootOf(hash, receipt);
  const { log } = receipt;
  const findings: ReceiptFinding[] = [
    checkShares(statement),
    compare('SCORE', statement.scoreBp, recomputeScore(statement.lines)),
    compare('VERDICT', statement.verdict, recomputeVerdict(statement.scoreBp, statement.checks)),
    checkPlace(receipt.leafIndex, statement),
    compare('INCLUSION', log.root, root ?? '-'),
    checkLogEntry(hash, receipt, statement),
    trustedRoot === null
      ? { check: 'TRUSTED_ROOT', holds: null, stated: log.root, found: '-' }
      : compare('TRUSTED_ROOT', log.root, trustedRoot.toLowerCase()),
  ];
  const isValid = findings.every(({ holds }) => holds !== false);
  return { isValid, isCompared: trustedRoot !== null, statement, root: log.root, findings };
}

/** The hash of a leaf over its salt and its text. */
export const hashStatement = (hash: Hash, salt: Uint8Array, text: Uint8Array) =>
  hashLeaf(hash, salt, text);

function rootOf(hash: Hash, { leaf, salt, leafIndex, path }: Receipt): string | null {
  const text = asciiBytes(JSON.stringify(leaf));
  const root = rootFromPath(
    hash,
    hashStatement(hash, bytesOf(salt), text),
    { index: leafIndex, size: fromFields(leaf).eligible },
    path.map(bytesOf),
  );
  return root && toHex(root);
}

function compare(
  check: ReceiptCheck,
  stated: string | number,
  found: string | number,
): ReceiptFinding {
  return { check, holds: stated === found, stated: String(stated), found: String(found) };
}

/** No sum of lines may exceed the whole. */
function checkShares({ lines }: Statement): ReceiptFinding {
  const sum = lines.reduce((total, [, , weightBp]) => total + weightBp, 0);
  return { check: 'SHARES', holds: sum <= FULL_BP, stated: `≤ ${FULL_BP}`, found: String(sum) };
}

/** Equal scores share a rank, so the place lies between it and its last neighbour of the same score. */
function checkPlace(leafIndex: number, { rank, tiedWith, eligible }: Statement): ReceiptFinding {
  const place = leafIndex + 1;
  const holds = rank <= place && place <= rank + tiedWith && rank + tiedWith <= eligible;
  return { check: 'PLACE', holds, stated: `${rank}–${rank + tiedWith}`, found: String(place) };
}

function checkLogEntry(hash: Hash, { log }: Receipt, statement: Statement): ReceiptFinding {
  const { previousHash, entryHash, ...entry } = log;
  const same = (['snapshotId', 'vacancyId', 'vacancyVersion', 'taxonomyVersion'] as const).every(
    (field) => entry[field] === statement[field],
  );
  const isSized = entry.treeSize === null || entry.treeSize === statement.eligible;
  const found = toHex(hashLogEntry(hash, bytesOf(previousHash), entry));
  const holds =
    same && isSized && entry.algorithmVersion === statement.algorithmVersion && found === entryHash;
  return { check: 'LOG_ENTRY', holds, stated: entryHash, found };
}

/** Only of what was read as hexadecimal. */
const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
