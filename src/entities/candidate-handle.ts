import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Candidate } from './candidate';

/** The pseudonym under which one organisation knows a candidate; written when a card is first shown to it. */
@Entity('candidate_handles')
@Unique(['organisationId', 'candidateId'])
@Index(['organisationId', 'firstShownAt'])
export class CandidateHandle {
  /** The viewer's organisation: an employer today. */
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('text')
  handle: string;

  @Index()
  @Column('uuid')
  candidateId: string;

  @ManyToOne(() => Candidate, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'candidate_id' })
  candidate: Candidate;

  @Column('timestamptz', { default: () => 'now()' })
  firstShownAt: Date;
}
