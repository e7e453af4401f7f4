import { FULL_BP } from './fixed-point';

/** From this multiple of the usual demand on, a vacancy is as specific as can be. Source: docs/MATCHING.md. */
const FULL_FROM = 1.2;

/** Score per unit of demand falls with its fourth root. Source: formula m4, docs/MATCHING.md. */
const EXPONENT = 0.75;

/**
 * The factor that keeps a vacancy from winning by asking for little, in basis points.
 *
 * Unit: `demand` and `usualDemand` in one unit, occupation included.
 */
export function measureSpecificity(demand: number, usualDemand: number): number {
  const share = Math.min(1, demand / (usualDemand * FULL_FROM));
  return Math.round(FULL_BP * share ** EXPONENT);
}
