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
  type CompetencyKind,
  type ConceptStatus,
  competencyKinds,
  conceptStatuses,
  oneOf,
} from './vocabulary';

/** Competency (kompetensi): never deleted, only deprecated and replaced. */
@Entity('competencies')
@Check('ck_competencies_kind', oneOf('kind', competencyKinds))
@Check('ck_competencies_status', oneOf('status', conceptStatuses))
@Unique(['number'])
@Unique(['escoUri'])
export class Competency {
  /** Stable slug, for example `las-smaw`. */
  @PrimaryColumn('text')
  id: string;

  /** Dense position for the engines; never leaves the process. */
  @Column('integer')
  number: number;

  @Column('text')
  kind: CompetencyKind;

  @Column('text')
  labelId: string;

  @Column('text')
  labelEn: string;

  /** Everyday words, lower case. */
  @Column('text', { array: true })
  aliases: string[];

  @Index()
  @Column('text', { nullable: true })
  broaderId: string | null;

  @ManyToOne(() => Competency, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'broader_id' })
  broader: Competency | null;

  /** Usual level 1–5; null for what is only held (licences, certificates). */
  @Column('smallint', { nullable: true })
  levelHint: number | null;

  @Column('text', { default: 'ACTIVE' })
  status: ConceptStatus;

  @Column('text', { nullable: true })
  replacedById: string | null;

  @ManyToOne(() => Competency, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'replaced_by_id' })
  replacedBy: Competency | null;

  @Column('text', { nullable: true })
  escoUri: string | null;

  /** Taxonomy version that last changed this row. */
  @Column('integer')
  taxonomyVersion: number;

  /** Taxonomy version with which this row came. */
  @Column('integer', { default: 1 })
  createdVersion: number;

  /** Rises with every change of the row, also of its words alone. */
  @Column('integer', { default: 1 })
  version: number;
}
