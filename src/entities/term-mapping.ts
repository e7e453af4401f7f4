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
import { type MappedConceptType, mappedConceptTypes, oneOf } from './vocabulary';

/** An everyday word that an officer explained: it is an alias of the concept until an officer takes it back, once. */
@Entity('term_mappings')
@Check('ck_term_mappings_concept_type', oneOf('concept_type', mappedConceptTypes))
@Check('ck_term_mappings_retired', '(retired_revision IS NULL) = (retired_at IS NULL)')
@Index('uq_term_mappings_term_concept_type', ['term', 'conceptType'], {
  unique: true,
  where: 'retired_revision IS NULL',
})
export class TermMapping {
  /** In the order of the commits. */
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  revision: number;

  /** Folded words, apart by one blank. */
  @Column('text')
  term: string;

  @Column('text')
  conceptType: MappedConceptType;

  @Column('text')
  conceptId: string;

  @Column('uuid', { nullable: true, select: false })
  mappedBy: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'mapped_by' })
  mapper: Account | null;

  @Column('timestamptz', { select: false })
  mappedAt: Date;

  /** Of the numbers of `revision`; null while the word means this. */
  @Column('integer', { nullable: true })
  retiredRevision: number | null;

  @Column('uuid', { nullable: true, select: false })
  retiredBy: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'retired_by' })
  retirer: Account | null;

  @Column('timestamptz', { nullable: true, select: false })
  retiredAt: Date | null;
}
