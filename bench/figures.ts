/** One line of the result; `passed` is null where there is no bar. */
export interface Figure {
  readonly name: string;
  readonly values: Readonly<Record<string, number>>;
  readonly bar: string;
  readonly passed: boolean | null;
}

interface Bar {
  /** Which of the values is held against the bar. */
  readonly of: string;
  readonly most: number;
}

/** A line with its bar, the most that one of the values may be. */
export function figure(name: string, values: Record<string, number>, bar?: Bar): Figure {
  if (bar === undefined) return { name, values, bar: '', passed: null };
  return { name, values, bar: `${bar.of} ≤ ${bar.most}`, passed: values[bar.of] <= bar.most };
}

/** Count and percentiles (nearest rank) of latencies, to a hundredth of a millisecond. */
export function summarise(latenciesMs: readonly number[]): Record<string, number> {
  const sorted = [...latenciesMs].sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  return { requests: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A table for people: one block for each set of columns, in the order of the figures. */
export function drawTable(figures: readonly Figure[]): string {
  const blocks = new Map<string, Figure[]>();
  for (const line of figures) {
    const columns = Object.keys(line.values).join();
    blocks.set(columns, [...(blocks.get(columns) ?? []), line]);
  }
  return [...blocks.values()].map(drawBlock).join('\n\n');
}

function drawBlock(lines: readonly Figure[]): string {
  const columns = Object.keys(lines[0]?.values ?? {});
  const rows = [
    ['', ...columns, 'bar', ''],
    ...lines.map(({ name, values, bar, passed }) => [
      name,
      ...columns.map((column) => String(values[column])),
      bar,
      passed === null ? '' : passed ? 'passed' : 'MISSED',
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
