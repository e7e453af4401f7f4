import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Competency } from './competency';
import { Vacancy } from './vacancy';
import {
  type EducationLevel,
  educationLevels,
  type Necessity,
  necessities,
  oneOf,
  type RequirementKind,
  type RequirementOrigin,
  requirementKinds,
  requirementOrigins,
} from './vocabulary';

/** Requirement (persyaratan): one condition of a vacancy; which columns are set follows from `kind`. */
@Entity('requirements')
@Check('ck_requirements_kind', oneOf('kind', requirementKinds))
@Check('ck_requirements_necessity', oneOf('necessity', necessities))
@Check('ck_requirements_origin', oneOf('origin', requirementOrigins))
@Check('ck_requirements_education', oneOf('education', educationLevels))
@Check('ck_requirements_weight_bp', 'weight_bp BETWEEN 5000 AND 20000')
@Check(
  'ck_requirements_value',
  `CASE kind WHEN 'EDUCATION' THEN education IS NOT NULL WHEN 'EXPERIENCE' THEN min_months IS NOT NULL ELSE competency_id IS NOT NULL END`,
)
@Unique(['vacancyId', 'position'])
export class Requirement {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  vacancyId: string;

  @ManyToOne(() => Vacancy, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'vacancy_id' })
  vacancy: Vacancy;

  /** Order of display, from 0. */
  @Column('smallint')
  position: number;

  @Column('text')
  kind: RequirementKind;

  @Column('text')
  necessity: Necessity;

  /** Employer's weight, 10,000 = ordinary, from half to double. */
  @Column('integer', { default: 10_000 })
  weightBp: number;

  @Index()
  @Column('text', { nullable: true })
  competencyId: string | null;

  @ManyToOne(() => Competency, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'competency_id' })
  competency: Competency | null;

  /** Level 1–5; null = held at any level. */
  @Column('smallint', { nullable: true })
  minLevel: number | null;

  @Column('text', { nullable: true })
  education: EducationLevel | null;

  @Column('smallint', { nullable: true })
  minMonths: number | null;

  @Column('text', { default: 'EMPLOYER' })
  origin: RequirementOrigin;

  /** The ad's words that were understood as this; null when a person chose it. */
  @Column('text', { nullable: true })
  matchedText: string | null;

  @Column('integer', { nullable: true })
  confidenceBp: number | null;
}
