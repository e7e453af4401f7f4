import { asciiBytes, toHex } from './bytes';
import { HASH_BYTES, type Hash } from './sha256';

/** Names the form of an entry. Source: docs/MATCHING.md. */
const LOG_FORM = 'padan-log-1';

/** What is hashed before an entry: neither a leaf nor an inner node of a tree can pass for one. */
const ENTRY = Uint8Array.of(2);

/** What the first entry follows. */
export const LOG_START = toHex(new Uint8Array(HASH_BYTES));

/** Fewer eligible people than this are not told in public. Source: ARCHITECTURE of the design (no oracle). */
const LEAST_PUBLIC_SIZE = 5;

/** One sealed order in the public log; hashes in hexadecimal. */
export interface LogEntry {
  /** 1, 2, 3, … without a gap. */
  readonly sequence: number;
  readonly snapshotId: string;
  readonly vacancyId: string;
  readonly vacancyVersion: number;
  readonly root: string;
  /** Null for fewer than five. */
  readonly treeSize: number | null;
  readonly algorithmVersion: string;
  readonly taxonomyVersion: number;
  /** As `2026-11-21T08:00:00.000Z`. */
  readonly sealedAt: string;
}

/** A tree's size as the log tells it. */
export const publicTreeSize = (size: number): number | null =>
  size < LEAST_PUBLIC_SIZE ? null : size;

/** The text of an entry that is hashed: JSON without spaces, whole numbers and ASCII only. */
export function writeLogEntry(entry: LogEntry): string {
  const { sequence, snapshotId, vacancyId, vacancyVersion, root, treeSize } = entry;
  const { algorithmVersion, taxonomyVersion, sealedAt } = entry;
  return JSON.stringify([
    LOG_FORM,
    ...[sequence, snapshotId, vacancyId, vacancyVersion, root, treeSize],
    ...[algorithmVersion, taxonomyVersion, sealedAt],
  ]);
}

/** The hash of an entry behind the one before it: to remove or change an entry changes every later hash. */
export const hashLogEntry = (hash: Hash, previousHash: Uint8Array, entry: LogEntry): Uint8Array =>
  hash(ENTRY, previousHash, asciiBytes(writeLogEntry(entry)));
