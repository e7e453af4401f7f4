import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Vacancy } from './vacancy';
import { oneOf } from './vocabulary';

const rankMethods = ['MEILISEARCH_EXACT', 'SCAN'] as const;

/** The order of a vacancy's people at one moment, frozen. Row level security: its employer reads, the service writes. */
@Entity('ranking_snapshots')
@Check('ck_ranking_snapshots_method', oneOf('method', rankMethods))
@Check('ck_ranking_snapshots_expires_at', 'is_sealed = (expires_at IS NULL)')
@Index(['vacancyId', 'createdAt'])
export class RankingSnapshot {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  vacancyId: string;

  @ManyToOne(() => Vacancy, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'vacancy_id' })
  vacancy: Vacancy;

  @Column('integer')
  vacancyVersion: number;

  /** Place in the order of changes that the ranking reflects. */
  @Column('bigint')
  seq: string;

  /** A sealed one holds the complete order and stays; the others hold the first places for a day. */
  @Column('boolean')
  isSealed: boolean;

  @Column('text')
  method: (typeof rankMethods)[number];

  @Column('text')
  algorithmVersion: string;

  @Column('integer')
  taxonomyVersion: number;

  @Column('integer')
  considered: number;

  @Column('integer')
  excludedByConsent: number;

  @Column('integer')
  eligible: number;

  @Column('integer')
  strong: number;

  @Column('integer')
  possible: number;

  @Column('integer')
  stretch: number;

  /** Person and score of each place, compressed. */
  @Column('bytea')
  places: Buffer;

  /** How many others share the score of the last place kept: some of them may lie behind it. */
  @Column('integer')
  lastTiedWith: number;

  /** What the first places show, compressed; null once a day has passed. */
  @Column('bytea', { nullable: true })
  shown: Buffer | null;

  /** SHA-256 over what was considered and every place kept. */
  @Column('bytea')
  digest: Buffer;

  @Column('timestamptz')
  createdAt: Date;

  /** Null = sealed. */
  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;
}
