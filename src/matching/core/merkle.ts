import { HASH_BYTES, type Hash } from './sha256';

/** What is hashed before a leaf and before an inner node: neither can pass for the other. Source: RFC 6962, 2.1. */
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The hash of a leaf over parts of its data. */
export const hashLeaf = (hash: Hash, ...data: readonly Uint8Array[]) => hash(LEAF, ...data);

/**
 * The head of the tree over leaf hashes that stand one behind the other.
 *
 * Shape: equal to the definition of RFC 6962, 2.1: a last node without a neighbour moves up as it is.
 * Cost: O(leaves).
 */
export function merkleRoot(hash: Hash, leaves: Uint8Array): Uint8Array {
  let level = checkPacked(leaves);
  while (level.length > HASH_BYTES) level = levelAbove(hash, level);
  return level.length === 0 ? hash() : level;
}

/**
 * The neighbours that lead from a leaf up to the head, lowest first. Source: RFC 6962, 2.1.1.
 *
 * Errors: RangeError for a place that is not in the tree.
 */
export function inclusionPath(hash: Hash, leaves: Uint8Array, index: number): Uint8Array[] {
  let level = checkPacked(leaves);
  if (index < 0 || index * HASH_BYTES >= level.length) throw new RangeError('No such leaf');
  const path: Uint8Array[] = [];
  for (let at = index; level.length > HASH_BYTES; at = Math.floor(at / 2)) {
    const neighbour = hashAt(level, at % 2 === 0 ? at + 1 : at - 1);
    if (neighbour.length > 0) path.push(neighbour);
    level = levelAbove(hash, level);
  }
  return path;
}

/**
 * The head that a leaf hash, its place and its path lead to; null when the path does not fit the place and the size.
 *
 * Source: RFC 9162, 2.1.3.2.
 */
export function rootFromPath(
  hash: Hash,
  leaf: Uint8Array,
  { index, size }: { readonly index: number; readonly size: number },
  path: readonly Uint8Array[],
): Uint8Array | null {
  if (index < 0 || index >= size) return null;
  let node = leaf;
  let at = index;
  let last = size - 1;
  for (const neighbour of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      node = hash(NODE, neighbour, node);
      // Where a node moved up without a neighbour, the path has nothing.
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else {
      node = hash(NODE, node, neighbour);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? node : null;
}

function levelAbove(hash: Hash, level: Uint8Array): Uint8Array {
  const count = level.length / HASH_BYTES;
  const above = new Uint8Array(Math.ceil(count / 2) * HASH_BYTES);
  for (let at = 0; at < count; at += 2) {
    const left = hashAt(level, at);
    const node = at + 1 < count ? hash(NODE, left, hashAt(level, at + 1)) : left;
    above.set(node, (at / 2) * HASH_BYTES);
  }
  return above;
}

/** Empty behind the end. */
const hashAt = (level: Uint8Array, at: number) =>
  level.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);

function checkPacked(leaves: Uint8Array): Uint8Array {
  if (leaves.length % HASH_BYTES !== 0) throw new RangeError('Leaf hashes are cut off');
  return leaves;
}
