import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { ObjectionState } from './vocabulary';

/** How many objections came to a state in a month; a trigger counts, and nothing leads back to a person. */
@Entity('objection_counts')
@Check('ck_objection_counts_count', 'count > 0')
export class ObjectionCount {
  /** Its first day. */
  @PrimaryColumn('date')
  month: string;

  /** Regency or city of the person; `ID` where none is known. */
  @PrimaryColumn('text')
  regionCode: string;

  @PrimaryColumn('text')
  state: ObjectionState;

  @Column('integer')
  count: number;
}
