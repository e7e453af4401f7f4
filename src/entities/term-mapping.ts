import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Account } from './account';
import { type MappedConceptType, mappedConceptTypes, oneOf } from './vocabulary';

/** An everyday word that an officer explained: since then it is an alias of the concept. Append only. */
@Entity('term_mappings')
@Check('ck_term_mappings_concept_type', oneOf('concept_type', mappedConceptTypes))
@Unique(['term', 'conceptType'])
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
}
