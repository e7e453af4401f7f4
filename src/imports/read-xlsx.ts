import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
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
  const used = header.map((_, at) => rows.some((cells) => textOf(cells[at]) !== ''));
  const textsOf = (cells: readonly unknown[]) => cells.filter((_, at) => used[at]).map(textOf);
  const columns = checkHeader(textsOf(header));
  for (const [index, cells] of rows.entries()) {
    const values = textsOf(cells);
    if (index === 0 || values.every((value) => value === '')) continue;
    yield { row: index + 1, cells: cellsOf(columns, values) };
  }
}

/** A workbook is unpacked into memory. Source: our choice; 100,000 rows of people take some 60 MB. */
const MOST_UNPACKED_BYTES = 256 * 1024 ** 2;

async function readRows(source: ImportSource) {
  const content = await buffer(source.open());
  refuseLarge(content);
  try {
    return await readSheet(content);
  } catch {
    throw new StructuralFault('the workbook cannot be read');
  }
}

/** Of longer numbers a workbook keeps 15 digits: they are written as what they are, rounded. */
const LARGEST_EXACT = 1e15;

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number' && Math.abs(cell) >= LARGEST_EXACT) return cell.toExponential();
  return cell instanceof Date ? cell.toISOString() : String(cell);
}

/** Errors: StructuralFault for an archive that would unpack into too much, by what its entries state. */
function refuseLarge(content: Buffer): void {
  let bytes = 0;
  try {
    unzipSync(content, {
      filter: ({ originalSize }) => {
        bytes += originalSize;
        return false;
      },
    });
  } catch {
    throw new StructuralFault('the workbook cannot be read');
  }
  if (bytes > MOST_UNPACKED_BYTES) throw new StructuralFault('the workbook is too large');
}
