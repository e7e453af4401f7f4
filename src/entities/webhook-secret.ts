import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Webhook } from './webhook';

/**
 * 32 random bytes that sign what a webhook sends; the newest two of a webhook are kept.
 *
 * Row level security: whoever owns the webhook adds one, only the service reads it.
 */
@Entity('webhook_secrets')
@Index(['webhookId', 'createdAt'])
@Check('ck_webhook_secrets_secret', 'length(secret) = 32')
export class WebhookSecret {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  webhookId: string;

  @ManyToOne(() => Webhook, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'webhook_id' })
  webhook: Webhook;

  @Column('bytea')
  secret: Buffer;

  @Column('timestamptz')
  createdAt: Date;
}
