import { randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Webhook, WebhookSecret } from '../../src/entities';
import { insertRow } from './insert-row';

/** A webhook that asks for everything about its employer's vacancies from the first event on, and its secret. */
export async function aWebhook(
  manager: EntityManager,
  values: Partial<Webhook> & { accountId: string; employerId: string; url: string },
): Promise<{ webhook: Webhook; secret: Buffer }> {
  const createdAt = new Date('2026-11-01T00:00:00Z');
  const webhook = await insertRow(manager, Webhook, {
    moves: ['ENTERED', 'ROSE', 'LEFT'],
    minVerdict: 'STRETCH',
    secretHint: 'test',
    place: '0',
    createdAt,
    ...values,
  });
  const secret = randomBytes(32);
  const id = randomUUID();
  await manager.insert(WebhookSecret, { id, webhookId: webhook.id, secret, createdAt });
  return { webhook, secret };
}
