import { Random } from '../../../src/demo/random';
import {
  type GroupCount,
  type GroupOutcome,
  publishGroups as publish,
} from '../../../src/services/fairness/group-table';
import { drawsOf, roundCount } from '../../../src/services/fairness/round-counts';

const SEED = 'group tables 2026';
const WORLDS = 500;
const K = 5;

/** A group of one order: everybody in it is considered once. */
const group = (name: string, selected: number, rejected: number): GroupCount => ({
  group: name,
  considered: selected + rejected,
  selected,
  people: selected + rejected,
  peopleSelected: selected,
  peopleRejected: rejected,
});

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

const draws = (seed: string) => drawsOf([{ places: Buffer.from(seed) }], 'GENDER SUITABLE');
const publishGroups = (counts: readonly GroupCount[], seed = SEED) => publish(counts, draws(seed));

describe('publishGroups', () => {
  it('tells rates and ratios against the known group with the highest rate', () => {
    const told = publishGroups([
      group('FEMALE', 20, 60),
      group('MALE', 50, 50),
      group('UNKNOWN', 30, 10),
    ]);
    expect(told).toEqual([
      expect.objectContaining({
        group: 'FEMALE',
        considered: 80,
        selected: 20,
        selectionRateBp: 2_500,
        impactRatioBp: 5_000,
        isSignificant: true,
      }),
      expect.objectContaining({ group: 'MALE', impactRatioBp: 10_000, isSignificant: false }),
      expect.objectContaining({ group: 'UNKNOWN', selectionRateBp: 7_500, impactRatioBp: 15_000 }),
    ]);
  });

  it('tells of an empty group that it is empty', () => {
    const told = publishGroups([
      group('FEMALE', 10, 10),
      group('MALE', 10, 10),
      group('UNKNOWN', 0, 0),
    ]);
    expect(told?.[2]).toMatchObject({ considered: 0, selectionRateBp: null, isSuppressed: false });
  });

  it('hides a second group where the first could be subtracted from the total', () => {
    const told = publishGroups([group('A', 2, 30), group('B', 10, 10), group('C', 40, 40)]);
    expect(told?.map(({ isSuppressed }) => isSuppressed)).toEqual([true, true, false]);
    expect(told?.[0]).toMatchObject({ considered: null, selected: null, impactRatioBp: null });
  });

  it('counts people, not places: one person in fifty orders is one person', () => {
    const often = { ...group('A', 50, 50), people: 1, peopleSelected: 1, peopleRejected: 1 };
    expect(publishGroups([often, group('B', 9, 9), group('C', 9, 9)])?.[0].isSuppressed).toBe(true);
  });

  it('tells nothing where hiding all is the only way', () => {
    expect(publishGroups([group('A', 1, 20), group('B', 10, 10)])).not.toBeNull();
    expect(publishGroups([group('A', 1, 2), group('UNKNOWN', 0, 0)])).toBeNull();
    expect(publishGroups([group('A', 0, 50), group('B', 0, 50)])).toBeNull();
  });

  it(`stays within four of a plain count where it tells, and hides so that nothing follows (seed ${SEED})`, () => {
    const random = new Random(SEED);
    const seen = { told: 0, partly: 0, nothing: 0 };
    for (let world = 0; world < WORLDS; world++) {
      const counts = Array.from({ length: random.between(1, 8) }, (_, index) =>
        group(`g${index}`, drawCount(random), drawCount(random)),
      );
      const told = publishGroups(counts, `${SEED} ${world}`);
      const hidden = new Set(told?.filter((row) => row.isSuppressed).map((row) => row.group));
      if (told !== null) {
        expectCounted(counts, told);
        expectUnderivable(counts, hidden);
      }
      seen[told === null ? 'nothing' : hidden.size > 0 ? 'partly' : 'told'] += 1;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  });
});

describe('roundCount', () => {
  const KEYS = 400;
  const tell = (count: number, key: string) =>
    roundCount(count, draws(key)('FEMALE', 'selected', count));

  it('tells neighbouring multiples of five that are right on average, and the same to whoever asks again', () => {
    for (let count = 0; count <= 40; count++) {
      const told = Array.from({ length: KEYS }, (_, key) => tell(count, `${SEED} ${key}`));
      expect(told.every((each) => isRounded(each, count))).toBe(true);
      expect(Math.abs(sum(told) / KEYS - count)).toBeLessThan(0.6);
      expect(tell(count, SEED)).toBe(tell(count, SEED));
    }
  });

  it('leaves open whether one person came or nobody, whatever two audits tell', () => {
    const range = Array.from({ length: 60 }, (_, each) => each);
    for (let count = 10; count <= 40; count++) {
      for (let key = 0; key < KEYS; key++) {
        const [before, after] = [tell(count, `a ${key}`), tell(count + 1, `b ${key}`)];
        for (const more of [0, 1]) {
          expect(
            range.some((each) => isRounded(before, each) && isRounded(after, each + more)),
          ).toBe(true);
        }
      }
    }
  });
});

function expectCounted(counts: readonly GroupCount[], told: readonly GroupOutcome[]): void {
  for (const { group: name, people, peopleSelected, peopleRejected } of counts) {
    const row = told.find((each) => each.group === name);
    const isSmall = people > 0 && (peopleSelected < K || peopleRejected < K);
    if (isSmall) expect(row?.isSuppressed).toBe(true);
    const numbers = [row?.considered ?? null, row?.selected ?? null];
    if (row?.isSuppressed) expect(numbers).toEqual([null, null]);
    else {
      expect(isRounded(numbers[0], people)).toBe(true);
      // Never more selected than considered.
      expect(isRounded(numbers[1], peopleSelected) || numbers[0] === numbers[1]).toBe(true);
      expect(numbers[1]).toBeLessThanOrEqual(numbers[0] ?? -1);
    }
  }
}

const isRounded = (told: number | null, count: number) =>
  told !== null && told % K === 0 && Math.abs(told - count) < K;

const drawCount = (random: Random) =>
  random.chance(0.3) ? random.between(0, 4) : random.between(0, 30);

/** Whoever knows every total and every open row still finds at least `K` + 1 values possible for each hidden number. */
function expectUnderivable(counts: readonly GroupCount[], hidden: ReadonlySet<string>): void {
  const rows = counts.filter((row) => hidden.has(row.group));
  if (rows.length === 0) return;
  // Cells: selected and rejected of each group. Known: open cells, and the sum of each column.
  const equations = counts.flatMap((row, at) =>
    [0, 1].filter(() => !hidden.has(row.group)).map((side) => unit(counts.length, [2 * at + side])),
  );
  for (const side of [0, 1]) {
    equations.push(
      unit(
        counts.length,
        counts.map((_, at) => 2 * at + side),
      ),
    );
  }
  counts.forEach((row, at) => {
    if (!hidden.has(row.group)) return;
    for (const cells of [[2 * at], [2 * at + 1], [2 * at, 2 * at + 1]]) {
      const wanted = unit(counts.length, cells);
      expect(rankOf([...equations, wanted])).toBe(rankOf(equations) + 1);
    }
  });
  // No number is negative, and a hidden group is never empty.
  const [s, u] = [sum(rows.map((row) => row.selected)), sum(rows.map((row) => row.peopleRejected))];
  const possible = {
    selected: new Set<number>(),
    rejected: new Set<number>(),
    all: new Set<number>(),
  };
  for (let selected = 0; selected <= s; selected++) {
    for (let rejected = 0; rejected <= u; rejected++) {
      const rest = s - selected + (u - rejected);
      if (selected + rejected < 1 || rest < rows.length - 1) continue;
      possible.selected.add(selected);
      possible.rejected.add(rejected);
      possible.all.add(selected + rejected);
    }
  }
  for (const values of Object.values(possible)) expect(values.size).toBeGreaterThan(K);
}

const unit = (groups: number, cells: readonly number[]): number[] =>
  Array.from({ length: 2 * groups }, (_, cell) => Number(cells.includes(cell)));

/** Gaussian elimination; the entries are small whole numbers. */
function rankOf(equations: readonly (readonly number[])[]): number {
  const rows = equations.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, at) => at >= rank && Math.abs(row[column]) > 1e-9);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot], rows[rank]];
    const head = rows[rank];
    for (const row of rows.slice(rank + 1)) {
      const factor = row[column] / head[column];
      for (let at = column; at < row.length; at++) row[at] -= factor * head[at];
    }
    rank += 1;
  }
  return rank;
}
