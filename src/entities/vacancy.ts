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
import { Employer } from './employer';
import { Occupation } from './occupation';
import {
  type CloseReason,
  closeReasons,
  type EmploymentType,
  employmentTypes,
  oneOf,
  type SourceKind,
  sourceKinds,
  type VacancyState,
  vacancyStates,
  type WageUnit,
  wageUnits,
} from './vocabulary';

/** States from which the office stops a vacancy with its employer. */
const stoppable = ['PUBLISHED', 'PAUSED', 'STALE'] as const satisfies readonly VacancyState[];

const partWeightColumns = [
  'competency_weight_bp',
  'experience_weight_bp',
  'distance_weight_bp',
  'education_weight_bp',
  'availability_weight_bp',
];

/** Vacancy (lowongan). Its places are in `vacancy_regions`, its conditions in `requirements`. */
@Entity('vacancies')
@Check('ck_vacancies_state', oneOf('state', vacancyStates))
@Check('ck_vacancies_employment_type', oneOf('employment_type', employmentTypes))
@Check('ck_vacancies_wage_unit', oneOf('wage_unit', wageUnits))
@Check('ck_vacancies_closed_reason', oneOf('closed_reason', closeReasons))
@Check('ck_vacancies_suspended_from', oneOf('suspended_from', stoppable))
@Check('ck_vacancies_source_kind', oneOf('source_kind', sourceKinds))
@Check('ck_vacancies_openings', 'openings BETWEEN 1 AND 10000 AND filled BETWEEN 0 AND openings')
@Check('ck_vacancies_wage', 'wage_min <= wage_max AND wage_min >= 0')
@Check(
  'ck_vacancies_weights',
  partWeightColumns.map((column) => `${column} BETWEEN 5000 AND 20000`).join(' AND '),
)
@Unique(['number'])
@Unique(['slug'])
@Unique(['verifyCode'])
@Unique(['sourceName', 'externalId'])
@Index(['state', 'publishedAt'])
export class Vacancy {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** For the engines and the index; never leaves the service. */
  @Column('integer')
  @Generated('increment')
  number: number;

  @Column('text')
  slug: string;

  /** Short code by which anybody can check that the ad is real. */
  @Column('text')
  verifyCode: string;

  @Index()
  @Column('uuid')
  employerId: string;

  @ManyToOne(() => Employer, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'employer_id' })
  employer: Employer;

  @Column('text', { default: 'DRAFT' })
  state: VacancyState;

  /** What it was, and is again when the office trusts its employer again. */
  @Column('text', { nullable: true })
  suspendedFrom: (typeof stoppable)[number] | null;

  @Column('text')
  title: string;

  @Index()
  @Column('text', { nullable: true })
  occupationId: string | null;

  @ManyToOne(() => Occupation, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'occupation_id' })
  occupation: Occupation | null;

  @Column('text')
  description: string;

  @Column('integer', { default: 1 })
  openings: number;

  @Column('integer', { default: 0 })
  filled: number;

  /** Distances to its places are measured between regencies: its employer measures from enough other places. */
  @Column('boolean', { default: false })
  measuresRegencies: boolean;

  /** Null = the vacancy does not say. */
  @Column('text', { nullable: true })
  employmentType: EmploymentType | null;

  @Column('boolean', { default: false })
  isRemote: boolean;

  /** Whole rupiah; the driver gives bigint as text, which is also the API's `Rupiah`. */
  @Column('bigint', { nullable: true })
  wageMin: string | null;

  @Column('bigint', { nullable: true })
  wageMax: string | null;

  @Column('text', { nullable: true })
  wageUnit: WageUnit | null;

  @Column('date', { nullable: true })
  startsOn: string | null;

  /** Employer's weight of a part of the score, as the next four: 10,000 = ordinary, from half to double. */
  @Column('integer', { default: 10_000 })
  competencyWeightBp: number;

  @Column('integer', { default: 10_000 })
  experienceWeightBp: number;

  @Column('integer', { default: 10_000 })
  distanceWeightBp: number;

  @Column('integer', { default: 10_000 })
  educationWeightBp: number;

  @Column('integer', { default: 10_000 })
  availabilityWeightBp: number;

  @Column('timestamptz')
  validThrough: Date;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  lastConfirmedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('text', { nullable: true })
  closedReason: CloseReason | null;

  @Column('text', { default: 'EMPLOYER_DIRECT' })
  sourceKind: SourceKind;

  @Column('text', { nullable: true })
  sourceName: string | null;

  @Column('text', { nullable: true })
  externalId: string | null;

  /** SHA-256 of the imported content, so that a second run changes nothing. */
  @Column('text', { nullable: true })
  contentHash: string | null;

  /** Words matched to the occupation and how sure that is; null when a person chose it. */
  @Column('text', { nullable: true })
  occupationMatchedText: string | null;

  @Column('integer', { nullable: true })
  occupationConfidenceBp: number | null;

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
