import os from 'node:os';
import { drawTable, type Figure } from './figures';

/** Writes the figures, as a table with the machine under it, or as lines of JSON. */
export function printFigures(figures: readonly Figure[], isJson: boolean): void {
  if (figures.length === 0) return;
  if (isJson) {
    for (const one of figures) process.stdout.write(`${JSON.stringify(one)}\n`);
    return;
  }
  const load = os.loadavg().map((value) => value.toFixed(1));
  const machine = `${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  process.stdout.write(`\n${drawTable(figures)}\n\n${machine}, load ${load.join(' ')}\n`);
}
