import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Candidate } from './candidate';
import { Employer } from './employer';
import { Vacancy } from './vacancy';

/** What entered, rose on or left a vacancy's list, in the one order of all. Row level security: the service's own. */
@Entity('match_events')
@Index(['employerId', 'seq'])
@Index(['vacancyId', 'seq'])
export class MatchEventRow {
  /** Place in the order; given in the transaction that writes it, one at a time. */
  @PrimaryColumn('bigint')
  seq: string;

  /** Place of the change that made it. */
  @Column('bigint')
  changeSeq: string;

  @Column('uuid')
  employerId: string;

  @ManyToOne(() => Employer, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'employer_id' })
  employer: Employer;

  @Column('uuid')
  vacancyId: string;

  @ManyToOne(() => Vacancy, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'vacancy_id' })
  vacancy: Vacancy;

  /** Null where several are counted together. */
  @Column('uuid', { nullable: true })
  @Index()
  candidateId: string | null;

  @ManyToOne(() => Candidate, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'candidate_id' })
  candidate: Candidate | null;

  @Column('text')
  kind: string;

  @Column('text')
  cause: string;

  @Column('text', { nullable: true })
  verdict: string | null;

  @Column('integer', { nullable: true })
  scoreBp: number | null;

  @Column('integer', { nullable: true })
  rank: number | null;

  @Column('integer', { default: 0 })
  entered: number;

  @Column('integer', { default: 0 })
  risen: number;

  @Column('integer', { default: 0 })
  left: number;

  @Column('text', { default: () => 'padan_node_id()' })
  nodeId: string;

  @Column('timestamptz')
  at: Date;
}
