/** What can be wrong with a row; stable, listed in docs/OPERATIONS.md. */
export type TaxonomyFaultCode =
  | 'FILE_MISSING'
  | 'FILE_UNREADABLE'
  | 'COLUMN_MISSING'
  | 'VALUE_INVALID'
  | 'CONCEPT_UNKNOWN'
  | 'DUPLICATE'
  | 'CYCLE'
  | 'TOO_FEW_COMPETENCIES';

/** Where a fault stands: the line as an editor counts it, the header being line 1. */
export interface FaultPlace {
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;
}

/** A row that is left out; the others are taken. */
export interface TaxonomyFault extends FaultPlace {
  readonly code: TaxonomyFaultCode;
  readonly reason: string;
}

/** The folder cannot be trusted as a whole: it is refused before anything is written. */
export class TaxonomyRefusal extends Error {
  override name = 'TaxonomyRefusal';
  constructor(readonly fault: TaxonomyFault) {
    super(`The taxonomy is refused: ${printFault(fault)}`);
  }
}

/** A fault as one line: `skills_en.csv:12 preferredLabel VALUE_INVALID: …`. */
export function printFault({ file, line, column, code, reason }: TaxonomyFault): string {
  const place = line === null ? file : `${file}:${line}`;
  return `${[place, column, code].filter(Boolean).join(' ')}: ${reason}`;
}

/** Collects the faults of an import: all are counted, the first are kept. */
export class FaultList {
  /** A broken file must not fill the memory. */
  static readonly KEPT = 100;
  readonly kept: TaxonomyFault[] = [];
  count = 0;

  add(place: FaultPlace, code: TaxonomyFaultCode, reason: string): void {
    this.count += 1;
    if (this.kept.length < FaultList.KEPT) this.kept.push({ ...place, code, reason });
  }
}
