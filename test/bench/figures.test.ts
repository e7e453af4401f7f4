import { drawTable, figure, summarise } from '../../bench/figures';

describe('summarise', () => {
  it('takes percentiles by nearest rank in any order', () => {
    const latencies = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(summarise(latencies)).toEqual({ requests: 100, p50: 50, p95: 95, p99: 99, max: 100 });
  });
});

describe('figure', () => {
  it('passes at its bar and misses above it', () => {
    expect(figure('a', { p95: 50 }, { of: 'p95', most: 50 }).passed).toBe(true);
    expect(figure('a', { p95: 50.01 }, { of: 'p95', most: 50 }).passed).toBe(false);
    expect(figure('a', { p95: 50 }).passed).toBeNull();
  });

  it('misses without a measurement', () => {
    expect(figure('a', summarise([]), { of: 'p95', most: 50 }).passed).toBe(false);
  });
});

describe('drawTable', () => {
  it('gives each set of columns a block of its own', () => {
    const table = drawTable([
      figure('lists', { lists: 40, differences: 1 }, { of: 'differences', most: 0 }),
      figure('query', { p95: 1.5 }),
    ]);
    expect(table).toBe(
      [
        '       lists  differences              bar',
        'lists     40            1  differences ≤ 0  MISSED',
        '',
        '       p95  bar',
        'query  1.5',
      ].join('\n'),
    );
  });
});
