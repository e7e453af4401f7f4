import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Webhook } from './webhook';

/** One attempt to deliver; the newest hundred of a webhook are kept. Row level security: as its webhook, to read. */
@Entity('webhook_deliveries')
@Index(['webhookId', 'id'])
export class WebhookDelivery {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid')
  webhookId: string;

  @ManyToOne(() => Webhook, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'webhook_id' })
  webhook: Webhook;

  /** As in the message: `match.entered`. */
  @Column('text')
  type: string;

  /** Null for a gap. */
  @Column('text', { nullable: true })
  eventId: string | null;

  @Column('timestamptz')
  at: Date;

  /** 1 = the first. */
  @Column('integer')
  attempt: number;

  @Column('text')
  outcome: string;

  /** Null when nothing answered. */
  @Column('integer', { nullable: true })
  status: number | null;

  @Column('integer')
  durationMs: number;
}
