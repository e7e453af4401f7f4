import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The newest change of a vacancy that the outbox no longer holds; ids only. */
@Entity('vacancy_changes')
export class VacancyChangeRow {
  /** The vacancy. */
  @PrimaryColumn('text')
  aggregateId: string;

  @Index({ unique: true })
  @Column('bigint')
  seq: string;

  /** `vacancy` or `record`. */
  @Column('text')
  aggregate: string;

  @Column('text')
  kind: string;

  @Column('integer')
  version: number;

  @Column('text')
  nodeId: string;

  @Column('timestamptz')
  at: Date;
}
