import { StructuralFault } from './faults';
import { readCsv } from './read-csv';
import { readJsonLines } from './read-json-lines';
import { readXlsx } from './read-xlsx';
import type { ImportSource } from './source';

/** One row of a file: its number and its cells by column name. */
export interface ImportRecord {
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
}

type Format = 'CSV' | 'JSON_LINES' | 'XLSX';

const FORMATS: Readonly<Record<string, Format>> = {
  csv: 'CSV',
  txt: 'CSV',
  tsv: 'CSV',
  jsonl: 'JSON_LINES',
  ndjson: 'JSON_LINES',
  xlsx: 'XLSX',
};
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const HEAD_BYTES = 4_096;

/**
 * The rows of a CSV, JSON Lines or XLSX file, in order.
 *
 * Errors: StructuralFault for another format, a renamed archive, a wrong encoding, an unclosed quote or a ragged row.
 */
export async function* readRecords(source: ImportSource): AsyncGenerator<ImportRecord> {
  const format = FORMATS[source.name.split('.').at(-1)?.toLowerCase() ?? ''];
  if (format === undefined) {
    throw new StructuralFault('the name must end in .csv, .jsonl or .xlsx');
  }
  const head = await readHead(source);
  checkContent(format, head);
  if (format === 'XLSX') yield* readXlsx(source);
  else if (format === 'JSON_LINES') yield* readJsonLines(source);
  else yield* readCsv(source, head.toString('utf8'));
}

function checkContent(format: Format, head: Buffer): void {
  const isZip = head.subarray(0, ZIP.length).equals(ZIP);
  if (format === 'XLSX') {
    if (!isZip) throw new StructuralFault('this is no XLSX workbook');
    return;
  }
  if (isZip) throw new StructuralFault('this is an archive or a workbook under another name');
  if (head.length === 0) throw new StructuralFault('the file is empty');
  if (head.includes(0))
    throw new StructuralFault('this is no UTF-8 text; save it as "CSV UTF-8"', 1);
}

async function readHead(source: ImportSource): Promise<Buffer> {
  const stream = source.open();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}
