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
import { Employer } from './employer';
import { oneOf, type WebhookStatus, webhookStatuses } from './vocabulary';

/**
 * An address to which an employer's match events are sent, one after another.
 *
 * Row level security: whoever made it, for as long as they act for the employer.
 */
@Entity('webhooks')
@Check('ck_webhooks_status', oneOf('status', webhookStatuses))
@Check('ck_webhooks_claim', '(claim IS NULL) = (claimed_until IS NULL)')
export class Webhook {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column('uuid')
  employerId: string;

  @ManyToOne(() => Employer, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'employer_id' })
  employer: Employer;

  @Index()
  @Column('uuid')
  accountId: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account: Account;

  @Column('text')
  url: string;

  /** Which of `ENTERED`, `ROSE`, `LEFT` it asks for. */
  @Column('text', { array: true })
  moves: string[];

  @Column('text')
  minVerdict: string;

  /** Null = all of the employer. */
  @Column('uuid', { array: true, nullable: true })
  vacancyIds: string[] | null;

  /** The end of the newest secret, by which people tell it from others. */
  @Column('text')
  secretHint: string;

  @Column('text', { default: 'ACTIVE' })
  status: WebhookStatus;

  /** Place of the last match event that was delivered or passed over. */
  @Column('bigint')
  place: string;

  /** Attempts in a row that failed. */
  @Column('integer', { default: 0 })
  failures: number;

  @Column('timestamptz', { nullable: true })
  failingSince: Date | null;

  /** Nobody tries before. */
  @Column('timestamptz', { nullable: true })
  retryAt: Date | null;

  /** Who delivers at present; a claim that has run out belongs to somebody who ended in between. */
  @Column('uuid', { nullable: true })
  claim: string | null;

  @Column('timestamptz', { nullable: true })
  claimedUntil: Date | null;

  @Column('timestamptz', { nullable: true })
  lastDeliveryAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;
}
