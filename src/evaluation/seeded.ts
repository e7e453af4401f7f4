import { mix } from '../matching/core/fixed-point';

/** The `index`-th number in [0, 1) of a seed: figures can be repeated, in any order of asking. */
export function drawNumber(seed: number, index: number): number {
  return mix(seed, index) / 2 ** 53;
}
