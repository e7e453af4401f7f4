import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Vacancy } from './vacancy';

/** A variant of a vacancy about which an organisation was told; kept for a day. Row level security: the service alone. */
@Entity('asked_questions')
export class AskedQuestion {
  /** The vacancy's employer; an account where a text belongs to no vacancy. */
  @PrimaryColumn('uuid')
  askerId: string;

  /** SHA-256 of what was asked for. */
  @PrimaryColumn('bytea')
  question: Buffer;

  @Index()
  @Column('uuid', { nullable: true })
  vacancyId: string | null;

  @ManyToOne(() => Vacancy, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'vacancy_id' })
  vacancy: Vacancy | null;

  @Column('timestamptz')
  askedAt: Date;

  /** Whether it drew on the budget. */
  @Column('boolean')
  isCounted: boolean;
}
