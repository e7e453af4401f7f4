/**
 * Which columns are withheld of each row, so that at least `least` rows are told alike: the same values in the same
 * columns, and the same columns withheld. With fewer rows than that nothing is told.
 *
 * A group parts by the column that the most of it can be told, of equal ones by the first; whoever would be too few loses
 * the column, with the smallest of the other parts where these are too few together. So also that a value is withheld
 * points at no fewer.
 * Shape: `values` holds `width` numbers a row; a column with a parent is told only where that one is.
 * Cost: O(rows · width²) small steps.
 */
export function partition(
  values: Int32Array,
  width: number,
  least: number,
  parents: readonly (number | null)[] = [],
): (readonly number[])[] {
  const withheld = new Array<readonly number[]>(values.length / width);
  const table = new Table(values, width, least);
  const keep = (rows: readonly number[], hidden: readonly number[]) => {
    const all = [...hidden].sort((a, b) => a - b);
    for (const row of rows) withheld[row] = all;
  };
  const part = (rows: readonly number[], open: readonly number[], hidden: readonly number[]) => {
    const isHidden = (column: number) => hidden.includes(parents[column] ?? NONE);
    const left = open.filter((column) => !isHidden(column));
    const lost = [...hidden, ...open.filter(isHidden)];
    const best = table.findBest(
      rows,
      left.filter((column) => !left.includes(parents[column] ?? NONE)),
    );
    if (best === null) {
      keep(rows, [...lost, ...left]);
      return;
    }
    const rest = left.filter((column) => column !== best);
    const division = table.divide(rows, best);
    for (const group of division.told) part(group, rest, lost);
    if (division.rest.length > 0) part(division.rest, rest, [...lost, best]);
  };
  part(
    [...withheld.keys()],
    Array.from({ length: width }, (_, column) => column),
    [],
  );
  return withheld;
}

const NONE = -1;

interface Division {
  /** Groups of one value each. */
  readonly told: readonly (readonly number[])[];
  /** Those of whom the value is withheld: nobody, or enough. */
  readonly rest: readonly number[];
}

/** Rows of small numbers instead of values: the place of each among the values of its column. */
class Table {
  private readonly codes: Uint16Array;
  private readonly counts: Uint16Array;

  constructor(
    values: Int32Array,
    private readonly width: number,
    private readonly least: number,
  ) {
    this.codes = new Uint16Array(values.length);
    this.counts = new Uint16Array(values.length / width);
    for (let column = 0; column < width; column += 1) {
      const all: number[] = [];
      for (let at = column; at < values.length; at += width) all.push(values[at]);
      const sorted = [...new Set(all)].sort((a, b) => a - b);
      const codeOf = new Map(sorted.map((value, code) => [value, code]));
      for (const [row, value] of all.entries()) {
        this.codes[row * width + column] = codeOf.get(value) ?? 0;
      }
    }
  }

  /** The column that the most rows can be told; null when nobody can be told any. */
  findBest(rows: readonly number[], columns: readonly number[]): number | null {
    let best: number | null = null;
    let most = 0;
    for (const column of columns) {
      const told = this.countTold(rows, column);
      if (told > most) {
        best = column;
        most = told;
      }
      if (most === rows.length) break;
    }
    return best;
  }

  divide(rows: readonly number[], column: number): Division {
    if (this.countAlike(rows, column) > 0) return { told: [rows], rest: [] };
    const byCode = new Map<number, number[]>();
    for (const row of rows) {
      const code = this.codes[row * this.width + column];
      const known = byCode.get(code);
      if (known) known.push(row);
      else byCode.set(code, [row]);
    }
    const { least } = this;
    const groups = [...byCode].sort(
      ([code, one], [otherCode, other]) => other.length - one.length || code - otherCode,
    );
    const told = groups.flatMap(([, group]) => (group.length >= least ? [group] : []));
    const rest = groups.flatMap(([, group]) => (group.length >= least ? [] : group));
    if (rest.length > 0 && rest.length < least) rest.push(...(told.pop() ?? []));
    return { told, rest };
  }

  /** How many rows `divide` would tell the value. */
  private countTold(rows: readonly number[], column: number): number {
    if (rows.length < 2 * this.least) return this.countAlike(rows, column);
    const { codes, counts, width, least } = this;
    for (const row of rows) counts[codes[row * width + column]] += 1;
    let told = 0;
    let smallest = rows.length;
    for (const row of rows) {
      const code = codes[row * width + column];
      const count = counts[code];
      counts[code] = 0;
      if (count < least) continue;
      told += count;
      smallest = Math.min(smallest, count);
    }
    const rest = rows.length - told;
    return rest > 0 && rest < least && told > 0 ? told - smallest : told;
  }

  /** The same for so few that they cannot part: all or nobody. */
  private countAlike(rows: readonly number[], column: number): number {
    const { codes, width, least } = this;
    if (rows.length < least) return 0;
    const first = codes[rows[0] * width + column];
    for (const row of rows) if (codes[row * width + column] !== first) return 0;
    return rows.length;
  }
}
