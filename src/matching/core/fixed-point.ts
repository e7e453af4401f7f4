/** The whole, in basis points. */
export const FULL_BP = 10_000;

/** What an unstated wish or an unstated fact earns: neither praise nor blame. Source: docs/MATCHING.md. */
export const HALF_BP = 5_000;

/**
 * Integer shares of `total` in proportion to `weights`, by largest remainder.
 *
 * Shape: weights are non-negative integers; the shares sum to `total` unless every weight is 0.
 * Ties: equal remainders go to the earlier weight.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  const order = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const missing = total - shares.reduce((a, b) => a + b, 0);
  for (const { index } of order.slice(0, missing)) shares[index] += 1;
  return shares;
}

/**
 * A number in [0, 2^53) that depends on both salts, without pattern; the key of the last tie rule.
 *
 * Source: the finaliser of MurmurHash3 (public domain).
 */
export function mix(a: number, b: number): number {
  const low = scramble((a ^ Math.imul(b, 0x9e3779b1)) | 0);
  const high = scramble((low ^ Math.imul(a, 0x85ebca6b)) | 0);
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}

function scramble(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
