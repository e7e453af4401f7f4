import {
  Check,
  Column,
  Entity,
  Generated,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Account } from './account';
import { Region } from './region';
import {
  type CandidateStatus,
  candidateStatuses,
  type EducationLevel,
  type EmploymentType,
  educationLevels,
  type Gender,
  genders,
  oneOf,
} from './vocabulary';

/** Candidate (pencari kerja). Personal: row level security applies. */
@Entity('candidates')
@Check('ck_candidates_status', oneOf('status', candidateStatuses))
@Check('ck_candidates_education', oneOf('education', educationLevels))
@Check('ck_candidates_gender', oneOf('gender', genders))
@Check('ck_candidates_willing_region_codes', 'cardinality(willing_region_codes) <= 5')
@Unique(['number'])
@Index('ix_candidates_confirmed_on', ['confirmedOn'], { where: "status = 'ACTIVE'" })
@Index('ix_candidates_not_agreed', ['id'], {
  where: "status = 'ACTIVE' AND matching_consent_at IS NULL",
})
export class Candidate {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** For the engines and the index; never leaves the service. */
  @Column('integer')
  @Generated('increment')
  number: number;

  /** One person an account. */
  @Index({ unique: true })
  @Column('uuid', { nullable: true })
  accountId: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'account_id' })
  account: Account | null;

  @Index()
  @Column('text', { default: 'DRAFT' })
  status: CandidateStatus;

  @Column('text')
  fullName: string;

  @Index({ where: 'phone IS NOT NULL' })
  @Column('text', { nullable: true })
  phone: string | null;

  @Index({ where: 'email IS NOT NULL' })
  @Column('text', { nullable: true })
  email: string | null;

  @Column('date', { nullable: true })
  birthDate: string | null;

  @Column('text', { nullable: true })
  gender: Gender | null;

  @Column('text', { nullable: true })
  address: string | null;

  /** Where the person lives (village, district or coarser): the only place that matching uses, at district. */
  @Index()
  @Column('text', { nullable: true })
  regionCode: string | null;

  @ManyToOne(() => Region, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_code' })
  region: Region | null;

  /** Region of the identity card: reports and the AK/I card only. */
  @Column('text', { nullable: true })
  identityRegionCode: string | null;

  /** Areas where the person would also work; at most five. */
  @Column('text', { array: true, default: '{}' })
  willingRegionCodes: string[];

  @Column('text', { nullable: true })
  education: EducationLevel | null;

  /** Empty = not stated. */
  @Column('text', { array: true, default: '{}' })
  employmentTypes: EmploymentType[];

  @Column('date', { nullable: true })
  availableFrom: string | null;

  /** Whole rupiah a month; never an input of the score. */
  @Column('bigint', { nullable: true })
  expectedWage: string | null;

  /** Since when the person agrees to be matched; null = no live consent, so in no ranking. */
  @Column('timestamptz', { nullable: true })
  matchingConsentAt: Date | null;

  /** When the person last confirmed the search for work. */
  @Column('date')
  confirmedOn: string;

  /** Random, for breaking ties; unsigned 32 bits. The default is spelt as PostgreSQL gives it back. */
  @Column('bigint', { default: () => "floor((random() * '4294967296'))" })
  tieSalt: string;

  @Column('boolean', { default: false })
  isDemo: boolean;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
