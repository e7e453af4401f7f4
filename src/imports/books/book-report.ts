import type { RowFault } from '../faults';
import { MAX_REPORTED_FAULTS } from '../report';

/** A row of somebody who is there already. */
export interface RowDuplicate {
  readonly row: number;
  /** The earlier row of the same file; null = somebody in the database. */
  readonly earlierRow: number | null;
}

/** What the import of a book did, or with a dry run would do. */
export interface BookReport {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  /** Rows that repeat an earlier one; nothing of them is taken. */
  duplicatesInFile: number;
  /** Rows of somebody whom the book did not bring; only what was empty is filled in. */
  duplicatesKnown: number;
  /** Of these, those where something was empty. */
  filledIn: number;
  /** The first ones, as of `leftOut` and `duplicates`; the counts are of all rows. */
  faults: RowFault[];
  /** Cells that were left out of rows that were taken. */
  leftOut: RowFault[];
  leftOutCells: number;
  duplicates: RowDuplicate[];
  seconds: number;
  /** The caller stopped it; running it again goes on. */
  isInterrupted: boolean;
}

export const emptyBookReport = (): BookReport => ({
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  duplicatesInFile: 0,
  duplicatesKnown: 0,
  filledIn: 0,
  faults: [],
  leftOut: [],
  leftOutCells: 0,
  duplicates: [],
  seconds: 0,
  isInterrupted: false,
});

/** Adds what the report has room for. */
export function noteSome<Item>(kept: Item[], items: readonly Item[]): void {
  kept.push(...items.slice(0, Math.max(0, MAX_REPORTED_FAULTS - kept.length)));
}

export function noteDuplicate(report: BookReport, duplicate: RowDuplicate): void {
  report[duplicate.earlierRow === null ? 'duplicatesKnown' : 'duplicatesInFile']++;
  noteSome(report.duplicates, [duplicate]);
}

export function noteRefused(report: BookReport, faults: readonly RowFault[]): void {
  report.refused++;
  noteSome(report.faults, faults);
}

/** The report as lines for a terminal. */
export function printBookReport(report: BookReport, isDryRun: boolean): string[] {
  const { rows, created, updated, unchanged, refused, seconds } = report;
  const lines = [
    `${isDryRun ? 'Dry run, nothing was written: ' : ''}${rows} rows in ${seconds.toFixed(1)} s`,
    `${created + updated + report.filledIn} changes: ${created} created, ${updated} updated, ${report.filledIn} filled in; ${unchanged} unchanged`,
    `refused ${refused}; duplicates: ${report.duplicatesInFile} in the file, ${report.duplicatesKnown} already known; cells left out: ${report.leftOutCells}`,
    ...report.faults.map((fault) => `refused ${place(fault)}`),
    ...report.duplicates.map(({ row, earlierRow }) =>
      earlierRow === null
        ? `duplicate row ${row}: already known`
        : `duplicate row ${row}: the same as row ${earlierRow}`,
    ),
    ...report.leftOut.map((fault) => `left out ${place(fault)}`),
  ];
  if (report.isInterrupted) lines.push('Stopped before the end; run it again to go on.');
  return lines;
}

const place = ({ row, column, reason }: RowFault) => `row ${row}, column ${column}: ${reason}`;
