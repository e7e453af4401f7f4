import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A published state of competencies and occupations; rarity is frozen with it. */
@Entity('taxonomy_versions')
export class TaxonomyVersion {
  @PrimaryColumn('integer')
  version: number;

  @Column('timestamptz')
  publishedAt: Date;

  @Column('text')
  note: string;
}
