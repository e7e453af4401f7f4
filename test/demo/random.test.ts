import { Random, Weighted } from '../../src/demo/random';

const draw = (seed: string, count: number) => {
  const random = new Random(seed);
  return Array.from({ length: count }, () => random.uint32());
};

describe('Random', () => {
  it('repeats its draws for the same seed only', () => {
    expect(draw('palu/1', 5)).toEqual(draw('palu/1', 5));
    expect(draw('palu/1', 5)).not.toEqual(draw('palu/2', 5));
    expect(draw('palu', 3)).toEqual([477417746, 701555806, 3241916011]);
  });

  it('draws every whole number of a range about equally often', () => {
    const random = new Random('dice');
    const counts = [0, 0, 0, 0, 0, 0];
    for (let roll = 0; roll < 6_000; roll++) counts[random.between(1, 6) - 1]++;
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });

  it('makes uuids of version 4 that differ', () => {
    const random = new Random('ids');
    const ids = Array.from({ length: 1_000 }, () => random.uuid());
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('samples different items, at most all of them', () => {
    const random = new Random('sample');
    expect(random.sample(['a', 'b', 'c'], 9).sort()).toEqual(['a', 'b', 'c']);
    expect(new Set(random.sample(['a', 'b', 'c'], 2)).size).toBe(2);
    expect(random.sample([], 2)).toEqual([]);
  });
});

describe('Weighted', () => {
  it('draws in proportion to the weights', () => {
    const random = new Random('weights');
    const weighted = new Weighted([
      ['often', 9],
      ['seldom', 1],
    ]);
    const draws = Array.from({ length: 5_000 }, () => weighted.pick(random));
    const share = draws.filter((item) => item === 'seldom').length / draws.length;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
  });
});
