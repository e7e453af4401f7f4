import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event that a consumer could not process; kept for the operator while the others go on. */
@Entity('dead_letters')
export class DeadLetter {
  @PrimaryColumn('text')
  consumer: string;

  @PrimaryColumn('text')
  aggregate: string;

  @PrimaryColumn('text')
  aggregateId: string;

  @Column('bigint')
  seq: string;

  @Column('text')
  reason: string;

  @Column('integer', { default: 1 })
  attempts: number;

  /** When it failed first. */
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
