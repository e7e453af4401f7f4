import { createHash } from 'node:crypto';

/** Counts are told as multiples of this. Source: random rounding as statistical offices do it, to the base of `LEAST_TOLD`. */
const ROUNDED_TO = 5;

/** Draws for one audit: the same question about the same orders gets the same answer. */
export type Draw = (group: string, measure: string, count: number) => number;

/**
 * Draws from the bytes of the orders, which nobody outside the service knows: no secret is to be kept, and repeating
 * a question averages nothing away.
 *
 * Shape: a whole number from 0 to 4; the count is part of it, so that one person more is a new draw. Cost: one hash of
 * the orders, one for each draw.
 */
export function drawsOf(orders: readonly { readonly places: Buffer }[], question: string): Draw {
  const digests = orders.map(({ places }) => createHash('sha256').update(places).digest('hex'));
  const base = createHash('sha256')
    .update(`${question} ${digests.sort().join(' ')}`)
    .digest('hex');
  return (group, measure, count) => {
    const hash = createHash('sha256').update(`${base} ${group} ${measure} ${count}`).digest();
    return hash.readUInt32BE(0) % ROUNDED_TO;
  };
}

/**
 * A neighbouring multiple of five, the nearer one the more often, so that it is right on average.
 *
 * A count that is told tells nine or fewer possible ones: two audits that differ by one person differ by 5, 0 or −5, and so
 * do two that differ by nobody.
 */
export const roundCount = (count: number, draw: number): number =>
  Math.floor((count + draw) / ROUNDED_TO) * ROUNDED_TO;
