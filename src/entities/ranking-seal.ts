import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { RankingSnapshot } from './ranking-snapshot';

/** The tree of a sealed order, and what each of its leaves says. Row level security: the service's own. */
@Entity('ranking_seals')
export class RankingSeal {
  @PrimaryColumn('uuid')
  snapshotId: string;

  @OneToOne(() => RankingSnapshot, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'snapshot_id' })
  snapshot: RankingSnapshot;

  /** What all leaves share of their lines and conditions, as JSON. */
  @Column('text')
  frame: string;

  /** Leaf hashes in the order of places, 32 bytes each: they stay when a salt is gone. */
  @Column('bytea')
  leaves: Buffer;

  /** Heads of the subtrees over 256 leaves each: a path needs no more than one of these subtrees. */
  @Column('bytea')
  subtrees: Buffer;

  /** What each leaf says, encrypted with its person's secret. */
  @Column('bytea')
  lines: Buffer;
}
