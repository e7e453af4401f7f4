import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { oneOf, type RegionLevel, regionLevels } from './vocabulary';

/** Region (wilayah) under its official code: `72`, `72.71`, `72.71.01`, `72.71.01.1004`; the nation is `ID`. */
@Entity('regions')
@Check('ck_regions_level', oneOf('level', regionLevels))
export class Region {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  level: RegionLevel;

  @Index()
  @Column('text', { nullable: true })
  parentCode: string | null;

  @ManyToOne(() => Region, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'parent_code' })
  parent: Region | null;

  /** Centroid in degrees; null = take the nearest ancestor that has one. */
  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;
}
