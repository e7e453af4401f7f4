import type { EntityManager } from 'typeorm';
import type { WebhookStatus } from '../entities/vocabulary';
import type { Answer } from './answer';
import { type Claim, claimEnd } from './claim';
import { addJobAt } from './jobs';
import type { Consignment } from './next-message';
import { delayMs, type RetryPolicy } from './retry';

/** Attempts that can be looked up, of one webhook. */
const KEPT_ATTEMPTS = 100;

/** An attempt that has ended. */
export interface Attempt {
  readonly claim: Claim;
  readonly consignment: Consignment;
  readonly answer: Answer;
  readonly startedAt: Date;
  readonly durationMs: number;
}

/**
 * Moves the webhook on past what was delivered and prolongs the claim; false when somebody else moved it meanwhile.
 *
 * Cost: 3 queries. The actor is `system`.
 */
export async function keepSuccess(
  manager: EntityManager,
  attempt: Attempt,
  now: Date,
): Promise<boolean> {
  const { claim, consignment } = attempt;
  const [, moved] = await manager.query<[unknown[], number]>(
    `UPDATE webhooks SET place = $4, failures = 0, failing_since = NULL, retry_at = NULL,
       last_delivery_at = $5, claimed_until = $6
     WHERE id = $1 AND claim = $2 AND place = $3`,
    [
      claim.webhookId,
      claim.claim,
      consignment.place,
      consignment.message.place,
      now,
      claimEnd(now),
    ],
  );
  await keepAttempt(manager, attempt);
  return moved === 1;
}

/**
 * Lets the webhook wait for its next attempt, or stops it: at once when the receiver is gone, else when it has failed
 * for too long. What it was to be told stays the next.
 *
 * Cost: 4 queries. The actor is `system`.
 */
export async function keepFailure(
  manager: EntityManager,
  attempt: Attempt,
  now: Date,
  { policy, random }: { policy: RetryPolicy; random: number },
): Promise<void> {
  const { claim, consignment, answer } = attempt;
  const failures = consignment.failures + 1;
  const failingSince = consignment.failingSince ?? now;
  const isOver =
    answer.outcome === 'GONE' || now.getTime() - failingSince.getTime() >= policy.disabledAfterMs;
  const waitMs = Math.max(delayMs(policy, failures, random), answer.retryAfterMs ?? 0);
  const retryAt = isOver ? null : new Date(now.getTime() + waitMs);
  const status: WebhookStatus = isOver ? 'DISABLED' : 'ACTIVE';
  const [, kept] = await manager.query<[unknown[], number]>(
    `UPDATE webhooks SET failures = $4, failing_since = $5, retry_at = $6, status = $7
     WHERE id = $1 AND claim = $2 AND place = $3 AND status = 'ACTIVE'`,
    [claim.webhookId, claim.claim, consignment.place, failures, failingSince, retryAt, status],
  );
  await keepAttempt(manager, attempt);
  if (kept === 1 && retryAt !== null) await addJobAt(manager, claim.webhookId, retryAt);
}

async function keepAttempt(
  manager: EntityManager,
  { claim, consignment, answer, startedAt, durationMs }: Attempt,
): Promise<void> {
  await manager.query(
    `INSERT INTO webhook_deliveries (webhook_id, type, event_id, at, attempt, outcome, status, duration_ms)
     SELECT id, $2, $3, $4, $5, $6, $7, $8 FROM webhooks WHERE id = $1`,
    [
      claim.webhookId,
      consignment.message.type,
      consignment.message.eventId,
      startedAt,
      consignment.failures + 1,
      answer.outcome,
      answer.status,
      durationMs,
    ],
  );
  await manager.query(
    `DELETE FROM webhook_deliveries WHERE webhook_id = $1 AND id <= (
       SELECT id FROM webhook_deliveries WHERE webhook_id = $1 ORDER BY id DESC OFFSET ${KEPT_ATTEMPTS} LIMIT 1)`,
    [claim.webhookId],
  );
}
