import { randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { WebhookSecret } from '../../entities';
import { hintOf, SECRET_BYTES, showSecret } from '../../webhooks/signature';
import { done, type Outcome, refused } from '../problems';
import type { RunAs } from '../transaction';

/** A webhook with the secret that it was given just now. */
export interface WebhookWithSecret {
  webhookId: string;
  /** Null when it has signed its last since. */
  secret: string | null;
}

/** A new secret and the hint by which people know it. */
export function newSecret(): { secret: Buffer; hint: string } {
  const secret = randomBytes(SECRET_BYTES);
  return { secret, hint: hintOf(secret) };
}

/** Gives a webhook a secret; what `once` keeps of it leads back to it, and does not hold it. */
export async function giveSecret(
  manager: EntityManager,
  webhookId: string,
  secret: Buffer,
  createdAt: Date,
): Promise<Outcome<string>> {
  const id = randomUUID();
  // Without RETURNING, which would read what only the service may.
  await manager.query(
    'INSERT INTO webhook_secrets (id, webhook_id, secret, created_at) VALUES ($1, $2, $3, $4)',
    [id, webhookId, secret, createdAt],
  );
  return done(`${webhookId} ${id}`);
}

/**
 * Tells the secret that a mutation gave, also when its answer is repeated; what no longer signs is removed.
 *
 * Cost: 2 queries.
 */
export async function tellSecret(
  runAs: RunAs,
  { value, problems }: Outcome<string>,
): Promise<Outcome<WebhookWithSecret>> {
  if (value === null) return refused(problems);
  const [webhookId, id] = value.split(' ');
  return runAs('system', async (manager) => {
    await manager.query(
      `DELETE FROM webhook_secrets WHERE webhook_id = $1 AND id NOT IN (
         SELECT id FROM webhook_secrets WHERE webhook_id = $1 ORDER BY created_at DESC LIMIT 2)`,
      [webhookId],
    );
    const row = await manager.findOneBy(WebhookSecret, { id });
    return done({ webhookId, secret: row && showSecret(row.secret) });
  });
}
