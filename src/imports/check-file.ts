import { type ColumnMap, type ImportField, mapColumns } from './column-map';
import { StructuralFault } from './faults';
import { parseDate } from './parse-date';
import { readRecords } from './records';
import type { ImportSource } from './source';

/** What the first pass learns of a file that can be taken. */
export interface CheckedFile {
  readonly columns: ColumnMap;
  readonly rows: number;
  /** Newest posting of the file; null when none has a date. */
  readonly newestPosting: Date | null;
}

/**
 * Reads the whole file once and writes nothing.
 *
 * Errors: StructuralFault for every fault that concerns the file: its format, encoding, quotes, ragged rows,
 * missing columns, an id that stands twice.
 */
export async function checkFile(
  source: ImportSource,
  chosen: ReadonlyMap<ImportField, string>,
): Promise<CheckedFile> {
  const names = new Set<string>();
  const rowOfId = new Map<string, number>();
  let columns: ColumnMap | null = null;
  let newest: Date | null = null;
  let rows = 0;
  for await (const { row, cells } of readRecords(source)) {
    rows++;
    // JSON Lines may bring a column late: the map is settled anew when one appears.
    const known = names.size;
    for (const name of cells.keys()) names.add(name);
    if (columns === null || names.size > known) columns = mapColumns([...names], chosen);
    const cell = (field: ImportField) => cells.get(columns?.get(field) ?? '')?.trim() ?? '';
    refuseRepeated(rowOfId, cell('externalId'), row, columns);
    const posted = parseDate(cell('postedAt'));
    if (posted !== null && (newest === null || posted > newest)) newest = posted;
  }
  if (columns === null) throw new StructuralFault('the file has no rows');
  return { columns, rows, newestPosting: newest };
}

function refuseRepeated(
  rowOfId: Map<string, number>,
  id: string,
  row: number,
  columns: ColumnMap,
): void {
  const earlier = rowOfId.get(id);
  if (earlier !== undefined && id !== '') {
    throw new StructuralFault(
      `the id ${id} stands already in row ${earlier}`,
      row,
      columns.get('externalId'),
    );
  }
  rowOfId.set(id, row);
}
