import { createHash } from 'node:crypto';
import { type ColumnMap, type FieldNames, nameColumns } from '../column-map';
import { StructuralFault } from '../faults';
import { type ImportRecord, readRecords } from '../records';
import type { ImportSource } from '../source';

/** Source: our choice; the largest office has some 50,000 people in a year's book. */
const bookLimits = {
  bytes: 64 * 1024 ** 2,
  rows: 200_000,
  recordCharacters: 65_536,
} as const;

/** What the first pass learns of a book that can be taken. */
export interface CheckedBook<Field extends string> {
  readonly columns: ColumnMap<Field>;
  readonly rows: number;
  /** SHA-256 of the file. */
  readonly digest: Buffer;
}

/**
 * Reads the whole book once and writes nothing.
 *
 * Errors: StructuralFault for every fault that concerns the book: its format, size, encoding, quotes, ragged rows,
 * missing columns, a book of another kind.
 */
export async function checkBook<Field extends string>(
  source: ImportSource,
  chosen: ReadonlyMap<Field, string>,
  names: FieldNames<Field>,
): Promise<CheckedBook<Field>> {
  const digest = await digestOf(source);
  const known = new Set<string>();
  let columns: ColumnMap<Field> | null = null;
  let rows = 0;
  for await (const record of readBookRows(source)) {
    rows++;
    if (rows > bookLimits.rows) {
      throw new StructuralFault(`it has more than ${bookLimits.rows} rows`, record.row);
    }
    refuseLong(record);
    const before = known.size;
    for (const name of record.cells.keys()) known.add(name);
    // JSON Lines may bring a column late.
    if (columns === null || known.size > before) columns = nameColumns([...known], chosen, names);
  }
  if (columns === null) throw new StructuralFault('the file has no rows');
  names.refuse?.([...known], columns);
  return { columns, rows, digest };
}

/** The rows of a book; spreadsheets leave blank ones behind, which say nothing. */
export async function* readBookRows(source: ImportSource): AsyncGenerator<ImportRecord> {
  for await (const record of readRecords(source)) {
    if ([...record.cells.values()].some((cell) => cell.trim() !== '')) yield record;
  }
}

async function digestOf(source: ImportSource): Promise<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source.open()) {
    bytes += (chunk as Buffer).length;
    if (bytes > bookLimits.bytes) {
      throw new StructuralFault(`it is larger than ${bookLimits.bytes / 1024 ** 2} MB`);
    }
    hash.update(chunk as Buffer);
  }
  return hash.digest();
}

function refuseLong({ row, cells }: ImportRecord): void {
  let characters = 0;
  for (const cell of cells.values()) characters += cell.length;
  if (characters > bookLimits.recordCharacters) {
    throw new StructuralFault('the row is longer than 64 KB; is a quote never closed?', row);
  }
}
