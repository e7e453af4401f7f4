/** A cell that cannot be taken; the row is refused, the others are not. */
export interface RowFault {
  /** Counted as a spreadsheet shows it: the header is row 1. */
  readonly row: number;
  readonly column: string;
  readonly reason: string;
}

/** The file as a whole cannot be trusted: it is refused before anything is written. */
export class StructuralFault extends Error {
  override name = 'StructuralFault';
  constructor(
    readonly reason: string,
    readonly row: number | null = null,
    readonly column: string | null = null,
  ) {
    super(`The file is refused: ${[place(row, column), reason].filter(Boolean).join(': ')}`);
  }
}

function place(row: number | null, column: string | null): string {
  return [row === null ? '' : `row ${row}`, column === null ? '' : `column ${column}`]
    .filter(Boolean)
    .join(', ');
}
