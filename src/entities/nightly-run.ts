import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a nightly job has come. */
@Entity('nightly_runs')
export class NightlyRun {
  @PrimaryColumn('text')
  job: string;

  /** The last night done; of a job that never ran the night before its first. */
  @Column('date')
  night: string;

  /** Null = it never ran. */
  @Column('timestamptz', { nullable: true })
  succeededAt: Date | null;

  /** What it found: whole numbers. */
  @Column('jsonb', { default: {} })
  figures: Record<string, number>;
}
