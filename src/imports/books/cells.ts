import { cleanText } from '../../text/ad-text';
import type { ColumnMap } from '../column-map';
import type { RowFault } from '../faults';
import type { ImportRecord } from '../records';

/**
 * Reads the cells of one row by field and collects what is wrong with them.
 *
 * A fault never repeats what the cell says: reports are kept and passed on.
 */
export class RowCells<Field extends string> {
  /** Why the row is refused. */
  readonly faults: RowFault[] = [];
  /** What is left out of a row that is taken. */
  readonly leftOut: RowFault[] = [];

  constructor(
    private readonly record: ImportRecord,
    private readonly columns: ColumnMap<Field>,
  ) {}

  get row(): number {
    return this.record.row;
  }

  /** Without blanks around it; '' when the book has no such column. */
  text(field: Field): string {
    const text = cleanText(this.record.cells.get(this.columns.get(field) ?? '') ?? '').trim();
    // What people type into cells that they must fill in.
    return /^[-–—./]+$/.test(text) ? '' : text;
  }

  refuse(field: Field, reason: string): void {
    this.faults.push(this.fault(field, reason));
  }

  leaveOut(field: Field, reason: string): void {
    this.leftOut.push(this.fault(field, reason));
  }

  private fault(field: Field, reason: string): RowFault {
    return { row: this.record.row, column: this.columns.get(field) ?? field, reason };
  }
}
