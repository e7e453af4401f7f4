import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { SavedSearch } from './saved-search';

/** What happened to the list of one vacancy. */
export interface DigestLine {
  vacancyId: string;
  entered: number;
  risen: number;
  left: number;
}

/** What happened for a saved search since the night before; kept for 30 days. Row level security: as its search. */
@Entity('search_digests')
@Unique(['savedSearchId', 'night'])
export class SearchDigest {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid')
  savedSearchId: string;

  @ManyToOne(() => SavedSearch, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'saved_search_id' })
  savedSearch: SavedSearch;

  /** Local day on which the night began. */
  @Column('date')
  night: string;

  /** Places of the first and last event that it counts. */
  @Column('bigint')
  firstPlace: string;

  @Column('bigint')
  lastPlace: string;

  @Column('jsonb')
  lines: DigestLine[];

  @Index()
  @Column('timestamptz')
  createdAt: Date;
}
