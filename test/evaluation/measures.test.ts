import { pairedBootstrap } from '../../src/evaluation/bootstrap';
import { measureAnswer, measureRanking } from '../../src/evaluation/measures';

describe('measureRanking', () => {
  const grades = new Map([
    ['direct', 2],
    ['step', 1],
    ['unrelated', 0],
  ]);

  it('gives 1 to the ideal order', () => {
    expect(measureRanking(['direct', 'step', 'unrelated'], grades)).toEqual({
      ndcg10: 1,
      map: 1,
      recall20: 1,
    });
  });

  it('discounts by place: 3 at the second, 1 at the third, against 3 and 1 at the top', () => {
    const { ndcg10, map } = measureRanking(['other', 'direct', 'step'], grades);
    expect(ndcg10).toBeCloseTo((3 / Math.log2(3) + 1 / 2) / (3 + 1 / Math.log2(3)), 10);
    expect(map).toBeCloseTo((1 / 2 + 2 / 3) / 2, 10);
  });

  it('counts the relevant among the first 20 only', () => {
    const others = Array.from({ length: 19 }, (_, place) => `other ${place}`);
    expect(measureRanking([...others, 'direct', 'step'], grades).recall20).toBe(0.5);
  });
});

describe('measureAnswer', () => {
  it('looks at the place of the one right answer', () => {
    expect(measureAnswer(['a', 'b', 'c'], 'b')).toEqual({ mrr: 0.5, recall5: 1 });
    expect(measureAnswer(['a', 'b', 'c', 'd', 'e', 'f'], 'f')).toEqual({ mrr: 1 / 6, recall5: 0 });
    expect(measureAnswer(['a'], 'z')).toEqual({ mrr: 0, recall5: 0 });
  });
});

describe('pairedBootstrap', () => {
  const first = Array.from({ length: 100 }, (_, query) => (query % 7) / 10);

  it('has no width where every query gains the same', () => {
    const { difference, low, high } = pairedBootstrap(
      first,
      first.map((x) => x + 0.25),
      1,
    );
    for (const value of [difference, low, high]) expect(value).toBeCloseTo(0.25, 10);
  });

  it('comes near the normal interval of the mean difference', () => {
    const second = first.map((x, query) => x + (query % 2 === 0 ? 0.3 : -0.1));
    const { difference, low, high } = pairedBootstrap(first, second, 7);
    expect(difference).toBeCloseTo(0.1, 10);
    // Standard deviation .2, 100 queries: 1.96 × .02.
    expect((high - low) / 2).toBeGreaterThan(0.035);
    expect((high - low) / 2).toBeLessThan(0.043);
  });

  it('repeats itself for a seed', () => {
    const second = first.map((x, query) => x + (query % 3) / 10);
    expect(pairedBootstrap(first, second, 5)).toEqual(pairedBootstrap(first, second, 5));
  });
});
