import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Candidate } from './candidate';
import { Competency } from './competency';
import { type EvidenceStatus, evidenceStatuses, oneOf } from './vocabulary';

/** What a candidate can do, at which level, and how that is known. */
@Entity('candidate_competencies')
@Check('ck_candidate_competencies_level', 'level BETWEEN 1 AND 5')
@Check('ck_candidate_competencies_evidence', oneOf('evidence', evidenceStatuses))
export class CandidateCompetency {
  @PrimaryColumn('uuid')
  candidateId: string;

  @Index()
  @PrimaryColumn('text')
  competencyId: string;

  @Column('smallint')
  level: number;

  @Column('text', { default: 'SELF_DECLARED' })
  evidence: EvidenceStatus;

  @Column('smallint', { nullable: true })
  yearsUsed: number | null;

  @Column('date', { nullable: true })
  lastUsedOn: string | null;

  @ManyToOne(() => Candidate, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'candidate_id' })
  candidate: Candidate;

  @ManyToOne(() => Competency, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'competency_id' })
  competency: Competency;
}
