import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Account } from './account';
import { Candidate } from './candidate';
import { RankingSnapshot } from './ranking-snapshot';
import { Vacancy } from './vacancy';
import { type ObjectionRemedy, type ObjectionState, objectionStates, oneOf } from './vocabulary';

/**
 * A person objects to how a vacancy's ranking treated them, and somebody of the office looks at it and answers.
 *
 * Row level security: the person; officers reach it through the service.
 */
@Entity('objections')
@Check('ck_objections_state', oneOf('state', objectionStates))
@Check(
  'ck_objections_remedies_known',
  "remedies <@ ARRAY['DATA_MENDED', 'EMPLOYER_TOLD', 'RULES_REPORTED']",
)
@Check('ck_objections_due_at', 'due_at > filed_at')
@Check('ck_objections_taken_at', "state <> 'IN_REVIEW' OR taken_at IS NOT NULL")
@Check('ck_objections_ended_at', "(state IN ('FILED', 'IN_REVIEW')) = (ended_at IS NULL)")
@Check('ck_objections_decision', "(state IN ('UPHELD', 'REJECTED')) = (decision IS NOT NULL)")
@Check('ck_objections_remedies', "(state = 'UPHELD') = (cardinality(remedies) > 0)")
@Index('uq_objections_open', ['candidateId', 'vacancyId'], {
  unique: true,
  where: 'ended_at IS NULL',
})
@Index('ix_objections_due_at', ['dueAt', 'id'], { where: 'ended_at IS NULL' })
@Index(['candidateId', 'filedAt'])
export class Objection {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  candidateId: string;

  @ManyToOne(() => Candidate, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'candidate_id' })
  candidate: Candidate;

  @Index()
  @Column('uuid')
  vacancyId: string;

  @ManyToOne(() => Vacancy, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'vacancy_id' })
  vacancy: Vacancy;

  /** The newest sealed order in which the person stood then; null where there was none. */
  @Index()
  @Column('uuid', { nullable: true })
  snapshotId: string | null;

  @ManyToOne(() => RankingSnapshot, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'snapshot_id' })
  snapshot: RankingSnapshot | null;

  @Column('text')
  state: ObjectionState;

  /** The person's words. */
  @Column('text')
  reason: string;

  @Column('timestamptz')
  filedAt: Date;

  /** Until when the person is answered. */
  @Column('timestamptz')
  dueAt: Date;

  @Column('timestamptz', { nullable: true })
  takenAt: Date | null;

  @Index()
  @Column('uuid', { nullable: true })
  takenBy: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'taken_by' })
  taker: Account | null;

  /** When it was decided or taken back. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Index()
  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'decided_by' })
  decider: Account | null;

  /** The officer's words to the person. */
  @Column('text', { nullable: true })
  decision: string | null;

  @Column('text', { array: true, default: '{}' })
  remedies: ObjectionRemedy[];
}
