import { Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Vacancy } from './vacancy';

/**
 * The standing list of an open vacancy: everybody above its floor stands in `matches`.
 *
 * Row level security: the service's own.
 */
@Entity('match_lists')
@Index(['burstEndsAt'], { where: 'burst_ends_at IS NOT NULL' })
export class MatchList {
  @PrimaryColumn('uuid')
  vacancyId: string;

  @OneToOne(() => Vacancy, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'vacancy_id' })
  vacancy: Vacancy;

  /** Month in which the facts held that it rests on. */
  @Column('integer')
  month: number;

  @Column('integer')
  taxonomyVersion: number;

  /** The floor is the place of the last that was kept, or null when nobody eligible is left out. */
  @Column('integer', { nullable: true })
  floorScoreBp: number | null;

  @Column('integer', { nullable: true })
  floorVerified: number | null;

  @Column('integer', { nullable: true })
  floorMonth: number | null;

  @Column('bigint', { nullable: true })
  floorTie: string | null;

  @Column('integer', { nullable: true })
  floorPerson: number | null;

  /** Until when events of this vacancy are counted; null while none happened for a minute. */
  @Column('timestamptz', { nullable: true })
  burstEndsAt: Date | null;

  @Column('integer', { default: 0 })
  burstCount: number;

  /** Counted and not told yet: at the end of the minute one event tells them together. */
  @Column('integer', { default: 0 })
  pendingEntered: number;

  @Column('integer', { default: 0 })
  pendingRisen: number;

  @Column('integer', { default: 0 })
  pendingLeft: number;

  /** Of what is pending. */
  @Column('text', { nullable: true })
  pendingCause: string | null;
}
