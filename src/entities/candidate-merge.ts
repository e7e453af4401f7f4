import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Account } from './account';
import { Candidate } from './candidate';

/**
 * That two records are of one person: the one stands for both, the other rests until this can no longer be undone, and is
 * then erased. Row level security: the service's own.
 */
@Entity('candidate_merges')
@Check('ck_candidate_merges_pair', 'keep_id <> drop_id')
@Unique(['dropId'])
export class CandidateMerge {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Who stands for both. */
  @Index()
  @Column('uuid')
  keepId: string;

  @ManyToOne(() => Candidate, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'keep_id' })
  keep: Candidate;

  /** Who rests. */
  @Column('uuid')
  dropId: string;

  @OneToOne(() => Candidate, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'drop_id' })
  drop: Candidate;

  /** The officer's words. */
  @Column('text')
  reason: string;

  @Index()
  @Column('uuid', { nullable: true })
  mergedBy: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'merged_by' })
  merger: Account | null;

  @Column('timestamptz')
  mergedAt: Date;

  @Index()
  @Column('timestamptz')
  undoUntil: Date;

  /** What parting them again needs: which rows moved, and how those stood that changed. */
  @Column('jsonb')
  kept: object;
}
