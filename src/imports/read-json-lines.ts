import { decodeUtf8 } from './decode-utf8';
import { StructuralFault } from './faults';
import type { ImportRecord } from './records';
import type { ImportSource } from './source';

/** The rows of a JSON Lines file: one object a line, blank lines allowed. */
export async function* readJsonLines(source: ImportSource): AsyncGenerator<ImportRecord> {
  let row = 0;
  for await (const line of linesOf(decodeUtf8(source.open()))) {
    row++;
    const text = row === 1 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() === '') continue;
    yield { row, cells: cellsOf(parseObject(text, row)) };
  }
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function parseObject(line: string, row: number): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new StructuralFault('the line is not JSON', row);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new StructuralFault('the line is not a JSON object', row);
  }
  return value;
}

function cellsOf(value: object): Map<string, string> {
  return new Map(Object.entries(value).map(([key, cell]) => [key.trim(), textOf(cell)]));
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (Array.isArray(cell)) return cell.map(textOf).join(',');
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
