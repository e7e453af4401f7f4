import type { DataSource } from 'typeorm';
import type { Clock } from '../../clock';
import { asActorRead } from '../../database/as-actor';
import type { ColumnMap, FieldNames } from '../column-map';
import type { ImportRecord } from '../records';
import type { ImportSource } from '../source';
import type { BookKeys } from './book-keys';
import { type BookReport, emptyBookReport } from './book-report';
import { checkBook, readBookRows } from './check-book';
import { noteImport } from './note-import';
import { loadBookPlaces } from './places';
import type { PlaceReader } from './read-place';
import type { BookFile } from './write-people';

export interface BookDeps {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly keys: BookKeys;
}

export interface BookOptions<Field extends string> {
  /** With what a row says it names somebody for good: the same book must keep its name. */
  readonly sourceName: string;
  readonly columns?: ReadonlyMap<Field, string>;
  /** Area of the office whose book it is: rows outside it are refused, rows without a place lie in it. */
  readonly officeCode?: string | null;
  readonly isDryRun?: boolean;
  /** Ends after the batch at hand. */
  readonly signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
}

/** What is known of a book before its rows are taken. */
export interface BookRun<Field extends string> {
  readonly deps: BookDeps;
  readonly options: BookOptions<Field>;
  readonly reader: PlaceReader & { readonly columns: ColumnMap<Field> };
  readonly file: BookFile;
  readonly report: BookReport;
}

/** How the rows of one kind of book are taken. */
export interface BookKind<Field extends string, Row> {
  readonly kind: 'people' | 'employers';
  readonly columns: FieldNames<Field>;
  /** Starts a run: what reads its rows, and what takes a batch of them in one transaction. */
  start(run: BookRun<Field>): {
    /** Null for a row of which nothing is taken. */
    readRow(record: ImportRecord): Row | null;
    takeBatch(rows: readonly Row[]): Promise<void>;
  };
}

/** Rows of one transaction. */
const BATCH_ROWS = 500;

/**
 * Takes a book: the first pass refuses the file, the second takes its rows in batches, each in one transaction.
 *
 * Errors: StructuralFault, before anything is written. RangeError for an office that is no region.
 */
export async function runBook<Field extends string, Row>(
  { kind, columns, start }: BookKind<Field, Row>,
  deps: BookDeps,
  source: ImportSource,
  options: BookOptions<Field>,
): Promise<BookReport> {
  const started = performance.now();
  const book = await checkBook(source, options.columns ?? new Map(), columns);
  const area = options.officeCode ?? null;
  const places = await asActorRead(deps.dataSource, 'system', (manager) =>
    loadBookPlaces(manager, area),
  );
  const report = emptyBookReport();
  const file = { sourceName: options.sourceName, digest: book.digest, at: deps.clock.now() };
  const reader = { columns: book.columns, places, area };
  const { readRow, takeBatch } = start({ deps, options, reader, file, report });
  let batch: Row[] = [];
  for await (const record of readBookRows(source)) {
    if (options.signal?.aborted) break;
    report.rows++;
    const row = readRow(record);
    if (row !== null) batch.push(row);
    if (batch.length < BATCH_ROWS) continue;
    await takeBatch(batch);
    batch = [];
    options.onProgress?.(report.rows, book.rows);
  }
  // A stopped run ends between two batches: its rows come again.
  report.isInterrupted = options.signal?.aborted ?? false;
  if (!report.isInterrupted && batch.length > 0) await takeBatch(batch);
  if (!options.isDryRun) await noteImport(deps.dataSource, kind, { file, report });
  report.seconds = (performance.now() - started) / 1_000;
  return report;
}
