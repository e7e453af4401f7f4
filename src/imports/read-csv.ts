import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decodeUtf8 } from './decode-utf8';
import { StructuralFault } from './faults';
import type { ImportRecord } from './records';
import type { ImportSource } from './source';

/** No advertisement is longer; an unclosed quote would else swallow the rest of the file. */
const MAX_RECORD_BYTES = 1_048_576;
const DELIMITERS = [',', ';', '\t'] as const;

/** The rows of a CSV file (RFC 4180); a header without commas may use semicolons or tabs, as Excel does here. */
export async function* readCsv(source: ImportSource, head: string): AsyncGenerator<ImportRecord> {
  // The parser is ahead of who reads, and so is a fault.
  let header: readonly string[] = [];
  const parser = parse({
    on_record: (record: string[]) => {
      if (header.length === 0) header = record.map((name) => name.trim());
      return record;
    },
    bom: true,
    delimiter: delimiterOf(head),
    max_record_size: MAX_RECORD_BYTES,
    skip_empty_lines: true,
  });
  const text = Readable.from(decodeUtf8(source.open()));
  text.once('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let columns: readonly string[] | null = null;
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row++;
      if (columns === null) columns = checkHeader(record);
      else yield { row, cells: cellsOf(columns, record) };
    }
  } catch (error) {
    throw error instanceof CsvError ? explain(error, header) : error;
  }
  if (columns === null) throw new StructuralFault('the file has no header');
}

/** Column names without blanks around them. Errors: StructuralFault for a blank or repeated name. */
export function checkHeader(names: readonly string[]): readonly string[] {
  const columns = names.map((name) => name.trim());
  columns.forEach((name, index) => {
    if (name === '') throw new StructuralFault('a column has no name', 1, String(index + 1));
    if (columns.indexOf(name) < index)
      throw new StructuralFault('the column stands twice', 1, name);
  });
  return columns;
}

export function cellsOf(
  columns: readonly string[],
  values: readonly string[],
): Map<string, string> {
  return new Map(columns.map((column, index) => [column, values[index] ?? '']));
}

function delimiterOf(head: string): string {
  const firstLine = head.split(/\r?\n/, 1)[0] ?? '';
  return DELIMITERS.find((delimiter) => firstLine.includes(delimiter)) ?? ',';
}

const REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  INVALID_OPENING_QUOTE: 'a quote stands inside an unquoted cell',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quote',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'text follows a closing quote',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'the row has more or fewer cells than the header',
  CSV_RECORD_INCONSISTENT_COLUMNS: 'the row has more or fewer cells than the header',
  CSV_MAX_RECORD_SIZE: 'the row is longer than 1 MB; is a quote never closed?',
};

/** A row that is ragged is so as a whole; any other fault stands in a cell. */
function explain(error: CsvError, columns: readonly string[]): StructuralFault {
  const row = Number(error.records ?? 0) + 1;
  // The parser's own words repeat what the cell says.
  const reason = REASONS[error.code] ?? 'the row cannot be read';
  const at = error.code.startsWith('CSV_RECORD_') ? null : error.column;
  const column = typeof at === 'number' ? (columns[at] ?? String(at + 1)) : null;
  return new StructuralFault(reason, row, column);
}
