import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { MatchList } from './match-list';

/** Somebody on a vacancy's standing list, with what decides the place. Row level security: the service's own. */
@Entity('matches')
export class StandingMatch {
  @PrimaryColumn('uuid')
  vacancyId: string;

  /** No reference: whoever was deleted stays until the matcher knows whose place is free. */
  @PrimaryColumn('uuid')
  @Index()
  candidateId: string;

  @ManyToOne(() => MatchList, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'vacancy_id' })
  list: MatchList;

  @Column('integer')
  scoreBp: number;

  /** How many required competencies are verified. */
  @Column('integer')
  verified: number;

  @Column('integer')
  confirmedMonth: number;

  @Column('bigint')
  tie: string;

  /** The engines' number of the person. */
  @Column('integer')
  person: number;

  @Column('text')
  verdict: string;
}
