import fc from 'fast-check';
import { partition } from '../../../src/matching/core/partition';

const WIDTH = 4;
const LEAST = 5;
const rows = fc.array(fc.array(fc.nat(3), { minLength: WIDTH, maxLength: WIDTH }), {
  maxLength: 60,
});

const part = (all: readonly (readonly number[])[]) =>
  partition(Int32Array.from(all.flat()), WIDTH, LEAST);

/** What is told of a row, null = withheld. */
const tell = (row: readonly number[], withheld: readonly number[] = []) =>
  JSON.stringify(row.map((value, column) => (withheld.includes(column) ? null : value)));

describe('partition', () => {
  it('tells at least five rows alike, what is withheld included', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const withheld = part(all);
        const told = all.map((row, at) => tell(row, withheld[at]));
        for (const one of told) {
          const alike = told.filter((other) => other === one).length;
          expect(alike).toBeGreaterThanOrEqual(Math.min(LEAST, all.length));
        }
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (all, turn) => {
        const from = all.length === 0 ? 0 : turn % all.length;
        const turned = [...all.slice(from), ...all.slice(0, from)];
        const withheld = part(all);
        expect(part(turned)).toEqual([...withheld.slice(from), ...withheld.slice(0, from)]);
      }),
    );
  });

  it('withholds nothing where all are alike', () => {
    expect(part(Array.from({ length: 5 }, () => [1, 2, 3, 4]))).toEqual(Array(5).fill([]));
  });

  it('withholds everything of fewer than five', () => {
    expect(part(Array.from({ length: 4 }, () => [1, 2, 3, 4]))).toEqual(
      Array(4).fill([0, 1, 2, 3]),
    );
  });

  it('withholds a column of too few together with the smallest of the others', () => {
    const people = (count: number, value: number) =>
      Array.from({ length: count }, () => [value, 0, 0, 0]);
    const withheld = part([...people(7, 1), ...people(6, 2), ...people(2, 3)]);
    expect(withheld).toEqual([...Array(7).fill([]), ...Array(8).fill([0])]);
  });

  it('withholds a column of several few together, and of nobody else', () => {
    const people = (count: number, value: number) =>
      Array.from({ length: count }, () => [value, 0, 0, 0]);
    const withheld = part([...people(7, 1), ...people(3, 2), ...people(2, 3)]);
    expect(withheld).toEqual([...Array(7).fill([]), ...Array(5).fill([0])]);
  });
});
