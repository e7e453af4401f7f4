import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';

/** A file with all public vacancies; all but the first and last column are null until it is whole. */
@Entity('vacancy_snapshots')
@Check(
  'ck_vacancy_snapshots_complete',
  'num_nulls(name, sha256, bytes, lines_sha256, lines_bytes, count, resume_from) IN (0, 7)',
)
@Unique(['name'])
export class VacancySnapshot {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** In its address. */
  @Column('text', { nullable: true })
  name: string | null;

  /** Of the file, hexadecimal. */
  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('bigint', { nullable: true })
  bytes: string | null;

  /** Of the lines before they are compressed. */
  @Column('text', { nullable: true })
  linesSha256: string | null;

  @Column('bigint', { nullable: true })
  linesBytes: string | null;

  /** Vacancies in it. */
  @Column('integer', { nullable: true })
  count: number | null;

  /** Place in the order of changes behind which it has to be brought up to date. */
  @Column('bigint', { nullable: true })
  resumeFrom: string | null;

  @Column('timestamptz')
  createdAt: Date;
}

/** A stretch of the file; all but the last are equally long. */
@Entity('vacancy_snapshot_parts')
export class VacancySnapshotPart {
  @PrimaryColumn('uuid')
  snapshotId: string;

  @ManyToOne(() => VacancySnapshot, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'snapshot_id' })
  snapshot: VacancySnapshot;

  /** From 0. */
  @PrimaryColumn('integer')
  part: number;

  @Column('bytea')
  content: Buffer;
}
