import { FULL_BP } from './fixed-point';
import type { LogEntry } from './ranking-log';
import { type LeafFields, STATEMENT_FORM } from './statement';

/** Names the form of the file. Source: docs/MATCHING.md. */
export const RECEIPT_FORM = 'padan-receipt-file-1';

/** A person's proof of having been considered; hashes and salt in hexadecimal. */
export interface Receipt {
  readonly form: typeof RECEIPT_FORM;
  readonly leaf: LeafFields;
  readonly salt: string;
  /** Place in the tree, from 0. */
  readonly leafIndex: number;
  /** Lowest neighbour first. */
  readonly path: readonly string[];
  readonly log: LogEntry & { readonly previousHash: string; readonly entryHash: string };
}

type Test = (value: unknown) => boolean;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;
const VERSION = /^[\w.-]{1,64}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Longer than any tree's path and any vacancy's lines; a longer one is no receipt of ours. */
const LONGEST_LIST = 256;

const matching =
  (pattern: RegExp): Test =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const among =
  (...names: readonly string[]): Test =>
  (value) =>
    typeof value === 'string' && names.includes(value);
const wholeUpTo =
  (most: number): Test =>
  (value) =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);
const tuple =
  (...tests: readonly Test[]): Test =>
  (value) =>
    Array.isArray(value) &&
    value.length === tests.length &&
    tests.every((test, at) => test(value[at]));
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.length <= LONGEST_LIST && value.every(test);
const record =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(tests).every(([name, test]) => test((value as Record<string, unknown>)[name]));

const count = wholeUpTo(Number.MAX_SAFE_INTEGER);
const share = wholeUpTo(FULL_BP);
const uuid = matching(UUID);
const hashText = matching(HASH);
const version = matching(VERSION);

const line = tuple(
  among(
    ...['COMPETENCY', 'OCCUPATION', 'SPECIFICITY', 'EXPERIENCE', 'DISTANCE', 'EDUCATION'],
    'AVAILABILITY',
  ),
  orNull(uuid),
  share,
  share,
  among('EXACT', 'IMPLIED', 'SUBSTITUTE', 'SIMILAR', 'NONE'),
  (value) => typeof value === 'boolean',
);

const check = tuple(
  among('SCOPE', 'SHARED_COMPETENCY', 'REQUIREMENT', 'EDUCATION', 'EXPERIENCE'),
  orNull(uuid),
  among('MUST', 'SHOULD'),
  among('PASS', 'FAIL', 'UNKNOWN'),
);

const leaf = tuple(
  among(STATEMENT_FORM),
  ...[uuid, uuid, count, count, version, count],
  ...[count, count, count, share],
  among('STRONG', 'POSSIBLE', 'STRETCH'),
  listOf(line),
  listOf(check),
);

const log = record({
  ...{ sequence: count, snapshotId: uuid, vacancyId: uuid, vacancyVersion: count, root: hashText },
  ...{ treeSize: orNull(count), algorithmVersion: version, taxonomyVersion: count },
  ...{ sealedAt: matching(INSTANT), previousHash: hashText, entryHash: hashText },
});

const receipt = record({
  ...{ form: among(RECEIPT_FORM), leaf, salt: hashText, leafIndex: count },
  ...{ path: listOf(hashText), log },
});

/** A value as a receipt; null when it is none of this form. */
export const readReceipt = (value: unknown): Receipt | null =>
  receipt(value) ? (value as Receipt) : null;
