import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import { asActor, asActorRead } from '../database/as-actor';
import type { ConceptSearch } from '../search/concept-search';
import type { TextReaders } from '../search/term-catalogue';
import { checkFile } from './check-file';
import type { ImportField } from './column-map';
import { contentHash } from './content-hash';
import { readRecords } from './records';
import { emptyReport, type ImportReport, MAX_REPORTED_FAULTS } from './report';
import { requirementsOf } from './requirements';
import type { ImportSource } from './source';
import { RowReader } from './understand';
import { datesOf, shiftToToday } from './vacancy-dates';
import { readVacancyRow, type VacancyRow } from './vacancy-row';
import { findKnown, type VacancyWrite, writeBatch } from './write-batch';

export interface ImportDeps {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly readers: () => Promise<TextReaders>;
  readonly search: ConceptSearch;
  /** The search is quick (Meilisearch): unknown items of lists of skills are looked up too. */
  readonly searchesSkills?: boolean;
}

export interface ImportOptions {
  /** With the id in the file it names a vacancy for good: the same source must keep its name. */
  readonly sourceName: string;
  readonly columns?: ReadonlyMap<ImportField, string>;
  readonly isDryRun?: boolean;
  /** Moves all dates by whole days so that the newest posting is of today. */
  readonly isAsOfToday?: boolean;
  /** Ends after the batch at hand. */
  readonly signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
}

/** Rows of one transaction: some 6,000 rows of tables, a second at most to repeat after an interruption. */
const BATCH_ROWS = 500;

/**
 * Takes the vacancies of a file, understood by the dictionary and marked with the words and the confidence.
 *
 * Shape: two passes; the first refuses the file, the second refuses single rows. A row that is known and equal
 * changes nothing, so that the import can be repeated and goes on where it was stopped.
 * Errors: StructuralFault, before anything is written.
 * Cost: about 2 ms a new row.
 */
export async function importVacancies(
  deps: ImportDeps,
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportReport> {
  const started = performance.now();
  const file = await checkFile(source, options.columns ?? new Map());
  const readers = await deps.readers();
  const now = deps.clock.now();
  const run: Run = {
    deps,
    options,
    now,
    shiftMs: options.isAsOfToday ? shiftToToday(file.newestPosting, now) : 0,
    taxonomyVersion: readers.taxonomyVersion,
    reader: new RowReader(readers, deps.search, deps.searchesSkills ?? false),
    report: emptyReport(),
  };
  let batch: VacancyRow[] = [];
  for await (const record of readRecords(source)) {
    if (options.signal?.aborted) break;
    run.report.rows++;
    const read = readVacancyRow(record, file.columns);
    if ('vacancy' in read) batch.push(read.vacancy);
    else noteRefusal(run.report, read.faults);
    if (batch.length < BATCH_ROWS) continue;
    await takeBatch(run, batch);
    batch = [];
    options.onProgress?.(run.report.rows, file.rows);
  }
  if (!options.signal?.aborted) {
    await takeBatch(run, batch);
    options.onProgress?.(run.report.rows, file.rows);
  }
  run.report.isInterrupted = run.report.rows < file.rows;
  run.report.seconds = (performance.now() - started) / 1_000;
  return run.report;
}

interface Run {
  readonly deps: ImportDeps;
  readonly options: ImportOptions;
  readonly now: Date;
  readonly shiftMs: number;
  readonly taxonomyVersion: number;
  readonly reader: RowReader;
  readonly report: ImportReport;
}

function noteRefusal(report: ImportReport, faults: ImportReport['faults']): void {
  report.refused++;
  report.faults.push(...faults.slice(0, MAX_REPORTED_FAULTS - report.faults.length));
}

async function takeBatch(run: Run, rows: readonly VacancyRow[]): Promise<void> {
  const { deps, options, report } = run;
  if (rows.length === 0) return;
  const externalIds = rows.map((row) => row.externalId);
  // Understanding happens outside the transaction, which then only writes.
  const known = await asActorRead(deps.dataSource, 'system', (manager) =>
    findKnown(manager, options.sourceName, externalIds),
  );
  const hashOf = (row: VacancyRow) =>
    contentHash(row, run.taxonomyVersion, options.isAsOfToday ?? false);
  const changed = rows.filter((row) => known.get(row.externalId)?.hash !== hashOf(row));
  const writes: VacancyWrite[] = (await run.reader.read(changed)).map((vacancy) => ({
    vacancy,
    requirements: requirementsOf(vacancy.understanding, run.reader),
    dates: datesOf(vacancy.row, run.shiftMs, run.now),
    hash: hashOf(vacancy.row),
    known: known.get(vacancy.row.externalId) ?? null,
  }));
  if (!options.isDryRun) {
    const context = { sourceName: options.sourceName, now: run.now };
    await asActor(deps.dataSource, 'system', (manager) => writeBatch(manager, writes, context));
  }
  report.accepted += rows.length;
  report.unchanged += rows.length - changed.length;
  for (const write of writes) countWrite(run, write);
}

function countWrite({ report, reader }: Run, { vacancy, dates, known }: VacancyWrite): void {
  const { understanding, regionCodes, unresolved } = vacancy;
  const hasExplicit = understanding.competencies.some(
    ({ id, origin }) => origin === 'EXPLICIT' && reader.isSpecific(id),
  );
  const isResolved =
    understanding.occupation !== null &&
    hasExplicit &&
    regionCodes.length > 0 &&
    unresolved.every(({ type }) => type === 'COMPETENCY');
  report[known === null ? 'created' : 'updated']++;
  const isUnresolved = understanding.occupation === null && !hasExplicit;
  report[isResolved ? 'resolved' : isUnresolved ? 'unresolved' : 'partlyResolved']++;
  report[dates.isOpen ? 'open' : 'expired']++;
  if (understanding.occupation !== null) report.withOccupation++;
  if (hasExplicit) report.withExplicitCompetency++;
  if (regionCodes.length > 0) report.withRegion++;
}
