import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Account } from './account';
import { Vacancy } from './vacancy';
import { type FraudReportState, fraudReportStates, oneOf } from './vocabulary';

/**
 * Somebody takes an ad for a fraud. Nothing here tells who.
 *
 * Row level security: officers and auditors of the region; without a region, those of every office.
 */
@Entity('fraud_reports')
@Check('ck_fraud_reports_state', oneOf('state', fraudReportStates))
@Check('ck_fraud_reports_decided_at', "(state = 'NEW') = (decided_at IS NULL)")
@Check('ck_fraud_reports_note', "(state = 'NEW') = (note IS NULL)")
@Unique(['receipt'])
@Index(['state', 'filedAt', 'id'])
@Index('ix_fraud_reports_decided_at', ['decidedAt'], { where: 'decided_at IS NOT NULL' })
export class FraudReport {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** What the reporter keeps. */
  @Column('text')
  receipt: string;

  @Column('text', { default: 'NEW' })
  state: FraudReportState;

  /** As it stood on the ad; of a known vacancy as we know it. */
  @Column('text', { nullable: true })
  verifyCode: string | null;

  /** Where the ad was seen; a text, never a link. */
  @Column('text', { nullable: true })
  url: string | null;

  @Column('text')
  text: string;

  @Index()
  @Column('uuid', { nullable: true })
  vacancyId: string | null;

  @ManyToOne(() => Vacancy, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'vacancy_id' })
  vacancy: Vacancy | null;

  /** Of the employer of that vacancy. */
  @Column('text', { nullable: true })
  regionCode: string | null;

  @Column('timestamptz')
  filedAt: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Index()
  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'decided_by' })
  decider: Account | null;

  /** The officer's words. */
  @Column('text', { nullable: true })
  note: string | null;
}
