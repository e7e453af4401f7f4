import type { RowFault } from './faults';

/** What an import did, or with a dry run would do. */
export interface ImportReport {
  rows: number;
  accepted: number;
  refused: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Of the created and updated: occupation, an explicit competency and every place were understood. */
  resolved: number;
  partlyResolved: number;
  /** Neither occupation nor an explicit competency was understood. */
  unresolved: number;
  withOccupation: number;
  withExplicitCompetency: number;
  withRegion: number;
  open: number;
  expired: number;
  /** The first ones; `refused` counts all rows. */
  faults: RowFault[];
  seconds: number;
  /** The caller stopped it; running it again goes on. */
  isInterrupted: boolean;
}

/** Faults kept for the report; a broken file must not fill the memory. */
export const MAX_REPORTED_FAULTS = 100;

export function emptyReport(): ImportReport {
  return {
    rows: 0,
    accepted: 0,
    refused: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    resolved: 0,
    partlyResolved: 0,
    unresolved: 0,
    withOccupation: 0,
    withExplicitCompetency: 0,
    withRegion: 0,
    open: 0,
    expired: 0,
    faults: [],
    seconds: 0,
    isInterrupted: false,
  };
}

/** The report as lines for a terminal. */
export function printReport(report: ImportReport, isDryRun: boolean): string[] {
  const changes = report.created + report.updated;
  const share = (count: number) =>
    changes === 0 ? '' : ` (${((100 * count) / changes).toFixed(1)} %)`;
  const lines = [
    `${isDryRun ? 'Dry run, nothing was written: ' : ''}${report.rows} rows in ${report.seconds.toFixed(1)} s`,
    `accepted ${report.accepted}, refused ${report.refused}`,
    `${changes} changes: ${report.created} created, ${report.updated} updated; ${report.unchanged} unchanged`,
  ];
  if (changes > 0) {
    lines.push(
      `resolved ${report.resolved}${share(report.resolved)}, partly resolved ${report.partlyResolved}${share(report.partlyResolved)}, unresolved ${report.unresolved}${share(report.unresolved)}`,
      `with occupation ${report.withOccupation}${share(report.withOccupation)}, with explicit competency ${report.withExplicitCompetency}${share(report.withExplicitCompetency)}, with place ${report.withRegion}${share(report.withRegion)}`,
      `open ${report.open}, expired ${report.expired}`,
    );
  }
  for (const { row, column, reason } of report.faults) {
    lines.push(`refused row ${row}, column ${column}: ${reason}`);
  }
  if (report.isInterrupted) lines.push('Stopped before the end; run it again to go on.');
  return lines;
}
