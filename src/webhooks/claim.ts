import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { DUE } from './due-webhooks';

/** That this process alone works at a webhook, until it releases it or the claim runs out. */
export interface Claim {
  readonly webhookId: string;
  readonly claim: string;
}

/** Longer than an attempt and what is written of it; whoever ends in between holds the webhook up for so long. */
const CLAIM_MS = 15_000;

/** Until when a claim holds that is made or prolonged now. */
export const claimEnd = (now: Date) => new Date(now.getTime() + CLAIM_MS);

/** A claim on a webhook that should be worked at; null when it should not, or somebody works at it. */
export async function claimDue(
  manager: EntityManager,
  webhookId: string,
  now: Date,
): Promise<Claim | null> {
  const claim = randomUUID();
  const [rows] = await manager.query<[unknown[], number]>(
    `UPDATE webhooks w SET claim = $3, claimed_until = $4 WHERE w.id = $2 AND ${DUE} RETURNING w.id`,
    [now, webhookId, claim, claimEnd(now)],
  );
  return rows.length === 0 ? null : { webhookId, claim };
}

/** Lets others work at the webhook. */
export async function release(manager: EntityManager, { webhookId, claim }: Claim): Promise<void> {
  await manager.query(
    'UPDATE webhooks SET claim = NULL, claimed_until = NULL WHERE id = $1 AND claim = $2',
    [webhookId, claim],
  );
}
