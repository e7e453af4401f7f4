import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CsvError, parse } from 'csv-parse/sync';
import { TaxonomyRefusal } from './faults';
import { type TableName, type TableShape, tableNames, tableShapes } from './tables';

/** A row by our column names; a column that the file lacks is ''. */
export interface TableRow {
  readonly file: string;
  /** Line on which it begins. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** The file's own name of a column, for faults. */
  readonly headerOf: Readonly<Record<string, string>>;
}

export type Tables = Readonly<Record<TableName, readonly TableRow[]>>;

/** The largest file of ESCO v1.2 in one language has 14 MB; unpacked it must fit the memory several times. */
const MAX_FILE_BYTES = 200_000_000;
/** No row is longer; an unclosed quote would else swallow the rest of the file. */
const MAX_RECORD_BYTES = 1_048_576;

/**
 * The tables in a folder.
 *
 * Errors: TaxonomyRefusal when a required file or column is missing, or when a file is no CSV in UTF-8.
 * Cost: the files are read whole: some 20 MB and a second for ESCO v1.2.
 */
export function readTables(folder: string): Tables {
  return Object.fromEntries(
    tableNames.map((name) => [name, readTable(folder, tableShapes[name])]),
  ) as unknown as Tables;
}

function readTable(folder: string, shape: TableShape): TableRow[] {
  const file = findFile(folder, shape.names);
  if (file === null) {
    if (!shape.isRequired) return [];
    const wanted = `${shape.names[0]}_en.csv`;
    throw refusal(wanted, null, null, 'FILE_MISSING', `the folder has no ${wanted}`);
  }
  const [header, ...records] = parseFile(path.join(folder, file), file);
  if (header === undefined) throw refusal(file, 1, null, 'FILE_UNREADABLE', 'the file is empty');
  const places = placeColumns(file, header.values, shape);
  const headerOf = Object.fromEntries(
    places.map(([name, at]) => [name, header.values[at] ?? name]),
  );
  return records.map(({ line, values }) => ({
    file,
    line,
    headerOf,
    cells: Object.fromEntries(places.map(([name, at]) => [name, values[at]?.trim() ?? ''])),
  }));
}

function findFile(folder: string, names: readonly string[]): string | null {
  const candidates = names.flatMap((name) => [`${name}_en.csv`, `${name}.csv`]);
  const found = candidates.flatMap((name) => [name, `${name}.gz`]);
  return found.find((name) => existsSync(path.join(folder, name))) ?? null;
}

interface Line {
  line: number;
  values: string[];
}

function parseFile(at: string, file: string): Line[] {
  try {
    const records = parse(readText(at, file), {
      bom: true,
      info: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD_BYTES,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({
      // The parser counts to the end of a row; cells may hold line breaks.
      line: info.lines - record.reduce((sum, cell) => sum + breaksIn(cell), 0),
      values: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? Number(error.lines) : null;
    throw refusal(file, line, null, 'FILE_UNREADABLE', error.message);
  }
}

function readText(at: string, file: string): string {
  if (statSync(at).size > MAX_FILE_BYTES) {
    throw refusal(file, null, null, 'FILE_UNREADABLE', 'the file is larger than 200 MB');
  }
  try {
    const bytes = readFileSync(at);
    const plain = file.endsWith('.gz')
      ? gunzipSync(bytes, { maxOutputLength: MAX_FILE_BYTES })
      : bytes;
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw refusal(file, null, null, 'FILE_UNREADABLE', reason);
  }
}

const breaksIn = (cell: string) => cell.split('\n').length - 1;

function placeColumns(
  file: string,
  header: readonly string[],
  { columns }: TableShape,
): (readonly [string, number])[] {
  return Object.entries(columns).map(([name, { names, isRequired }]) => {
    const at = header.findIndex((title) => names.includes(title.trim()));
    if (at < 0 && isRequired) {
      const reason = `the file has no column ${names.join(' or ')}`;
      throw refusal(file, 1, names[0] ?? name, 'COLUMN_MISSING', reason);
    }
    return [name, at] as const;
  });
}

function refusal(
  file: string,
  line: number | null,
  column: string | null,
  code: 'FILE_MISSING' | 'FILE_UNREADABLE' | 'COLUMN_MISSING',
  reason: string,
): TaxonomyRefusal {
  return new TaxonomyRefusal({ file, line, column, code, reason });
}
