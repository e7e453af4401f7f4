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
import { Employer } from './employer';
import { Vacancy } from './vacancy';
import {
  type ConsentChannel,
  type ConsentPurpose,
  consentChannels,
  consentPurposes,
  oneOf,
  sharingPurposes,
} from './vocabulary';

/**
 * What a person agreed to, to which text, and until when. Nothing but `withdrawnAt` ever changes.
 *
 * Row level security: the person reads, gives and ends the own ones; an employer reads those that name it.
 */
@Entity('consents')
@Check('ck_consents_purpose', oneOf('purpose', consentPurposes))
@Check('ck_consents_channel', oneOf('channel', consentChannels))
@Check(
  'ck_consents_scope',
  `(employer_id IS NOT NULL) = (${oneOf('purpose', sharingPurposes)}) AND (vacancy_id IS NULL OR employer_id IS NOT NULL)`,
)
@Check(
  'ck_consents_expires_at',
  "expires_at IS NULL OR (expires_at > granted_at AND purpose <> 'MATCHING')",
)
@Check('ck_consents_withdrawn_at', 'withdrawn_at >= granted_at')
@Index(['candidateId', 'grantedAt'])
export class Consent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  candidateId: string;

  @ManyToOne(() => Candidate, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'candidate_id' })
  candidate: Candidate;

  @Column('text')
  purpose: ConsentPurpose;

  /** Whom it names; null for purposes that name nobody. */
  @Index()
  @Column('uuid', { nullable: true })
  employerId: string | null;

  @ManyToOne(() => Employer, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'employer_id' })
  employer: Employer | null;

  /** Null = every vacancy of the employer. */
  @Index()
  @Column('uuid', { nullable: true })
  vacancyId: string | null;

  @ManyToOne(() => Vacancy, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'vacancy_id' })
  vacancy: Vacancy | null;

  /** The words that the person read; `0` = none were kept. */
  @Column('text')
  textVersion: string;

  @Column('timestamptz')
  grantedAt: Date;

  /** Null = until it is withdrawn. */
  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('text')
  channel: ConsentChannel;

  /** Who wrote it down for the person; null = the person. */
  @Index()
  @Column('uuid', { nullable: true })
  recordedBy: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'recorded_by' })
  recorder: Account | null;
}
