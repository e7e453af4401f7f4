import { mix } from '../../matching/core/fixed-point';

/** Numbers of a seed, one after another: the same run after run. */
export class Draws {
  private count = 0;

  constructor(private readonly seed: number) {}

  /** In [0, 1). */
  next(): number {
    this.count += 1;
    return mix(this.seed, this.count) / 2 ** 53;
  }

  /** A whole number in [0, end). */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }
}

/** Draws the place of a weight in proportion to it. Cost: O(log weights). */
export class WeightedDraw {
  private readonly sums: Float64Array;

  constructor(weights: ArrayLike<number>) {
    this.sums = Float64Array.from(weights);
    for (let at = 1; at < this.sums.length; at += 1) this.sums[at] += this.sums[at - 1];
  }

  draw(draws: Draws): number {
    const { sums } = this;
    const target = draws.next() * sums[sums.length - 1];
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** The weights of Zipf's law: the n-th is 1/n. */
export const zipf = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, at) => 1 / (at + 1));
