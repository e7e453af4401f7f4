import { buffer } from 'node:stream/consumers';
import { readSheet } from 'read-excel-file/node';
import { StructuralFault } from './faults';
import { cellsOf, checkHeader } from './read-csv';
import type { ImportRecord } from './records';
import type { ImportSource } from './source';

/** The rows of the first sheet of a workbook; a workbook is read as a whole. */
export async function* readXlsx(source: ImportSource): AsyncGenerator<ImportRecord> {
  const rows = await readRows(source);
  const header = rows[0];
  if (header === undefined) throw new StructuralFault('the first sheet is empty');
  const columns = checkHeader(header.map(textOf));
  for (const [index, cells] of rows.entries()) {
    const values = cells.map(textOf);
    if (index === 0 || values.every((value) => value === '')) continue;
    yield { row: index + 1, cells: cellsOf(columns, values) };
  }
}

async function readRows(source: ImportSource) {
  const content = await buffer(source.open());
  try {
    return await readSheet(content);
  } catch {
    throw new StructuralFault('the workbook cannot be read');
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString() : String(cell);
}
