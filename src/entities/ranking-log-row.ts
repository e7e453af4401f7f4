import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A sealed order in the public log, which is only added to. Row level security: anybody reads, the service adds. */
@Entity('ranking_log')
@Check('ck_ranking_log_sequence', 'sequence > 0')
@Unique(['snapshotId'])
export class RankingLogRow {
  @PrimaryColumn('integer')
  sequence: number;

  /** No foreign key: an entry outlives what it is about. */
  @Column('uuid')
  snapshotId: string;

  @Index()
  @Column('uuid')
  vacancyId: string;

  @Column('integer')
  vacancyVersion: number;

  @Column('bytea')
  root: Buffer;

  /** Null for fewer than five. */
  @Column('integer', { nullable: true })
  treeSize: number | null;

  @Column('text')
  algorithmVersion: string;

  @Column('integer')
  taxonomyVersion: number;

  @Column('timestamptz')
  sealedAt: Date;

  @Column('bytea')
  previousHash: Buffer;

  @Column('bytea')
  entryHash: Buffer;
}
