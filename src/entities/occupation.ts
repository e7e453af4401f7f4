import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
} from 'typeorm';
import {
  type ConceptStatus,
  conceptStatuses,
  type EducationLevel,
  educationLevels,
  oneOf,
} from './vocabulary';

/** Occupation (jabatan): an everyday occupation with its KBJI 2014 unit group. */
@Entity('occupations')
@Check('ck_occupations_status', oneOf('status', conceptStatuses))
@Check('ck_occupations_typical_education', oneOf('typical_education', educationLevels))
@Unique(['number'])
@Unique(['escoUri'])
export class Occupation {
  /** Stable slug, for example `satpam-security`. */
  @PrimaryColumn('text')
  id: string;

  /** Dense position for the engines; never leaves the process. */
  @Column('integer')
  number: number;

  @Column('text')
  labelId: string;

  @Column('text')
  labelEn: string;

  /** KBJI 2014 unit group (four digits, as ISCO-08). */
  @Index()
  @Column('text')
  kbjiCode: string;

  @Column('text', { array: true })
  aliases: string[];

  /** Common practice, never a filter. */
  @Column('text')
  typicalEducation: EducationLevel;

  @Column('smallint')
  typicalExperienceYears: number;

  /** Competency ids of kind LICENCE or CERTIFICATE that are usual, not required by law. */
  @Column('text', { array: true })
  usualLicenceIds: string[];

  @Column('text', { array: true })
  relatedIds: string[];

  @Column('text', { default: 'ACTIVE' })
  status: ConceptStatus;

  @Column('integer')
  taxonomyVersion: number;

  /** Taxonomy version with which this row came. */
  @Column('integer', { default: 1 })
  createdVersion: number;

  @Column('text', { nullable: true })
  escoUri: string | null;

  @Column('text', { nullable: true })
  replacedById: string | null;

  @ManyToOne(() => Occupation, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'replaced_by_id' })
  replacedBy: Occupation | null;

  /** Rises with every change of the row, also of its words alone. */
  @Column('integer', { default: 1 })
  version: number;
}
