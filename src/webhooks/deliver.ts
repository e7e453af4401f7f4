import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock';
import type { Outcome } from './answer';
import { type Claim, claimDue, release } from './claim';
import { addJobAt } from './jobs';
import { keepFailure, keepSuccess } from './keep-outcome';
import { bodyOf, type PublicNames } from './message';
import { type Consignment, nextMessage } from './next-message';
import type { Post } from './post';
import type { RetryPolicy } from './retry';
import { signedHeaders } from './signature';

export interface DeliveryDeps {
  /** Runs the work in one transaction that sees and changes everything. */
  readonly change: <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;
  readonly clock: Clock;
  readonly names: PublicNames;
  readonly post: Post;
  readonly policy: RetryPolicy;
  /** In [0, 1). */
  readonly random: () => number;
  /** Called behind each attempt. */
  readonly onOutcome: (outcome: Outcome) => void;
}

/** Messages that one job delivers at most: then those of other webhooks that wait have their turn. */
const TURN = 100;

/**
 * Delivers what waits for a webhook, one message after another in the order of the events, until nothing is left, one
 * fails, or the signal aborts.
 *
 * Shape: at least once. The place moves in a transaction behind the answer, so whoever ends in between sends the message
 * again under the same id; what fails stays the next, and nothing passes it. No connection of the pool is held
 * while a receiver is waited for.
 */
export async function deliverWebhook(
  deps: DeliveryDeps,
  webhookId: string,
  signal: AbortSignal,
): Promise<void> {
  const { change, clock } = deps;
  while (!signal.aborted) {
    // Asked again after the release: an event that was written before it may have found the webhook claimed.
    const claim = await change((manager) => claimDue(manager, webhookId, clock.now()));
    if (claim === null) return;
    let left = TURN;
    try {
      while (!signal.aborted && left > 0 && (await deliverNext(deps, claim))) left -= 1;
    } finally {
      await change((manager) => release(manager, claim));
    }
    if (left > 0) continue;
    return await change((manager) => addJobAt(manager, webhookId, clock.now()));
  }
}

/** Whether the next message may follow at once. */
async function deliverNext(deps: DeliveryDeps, claim: Claim): Promise<boolean> {
  const { change, clock, names, policy, random } = deps;
  const consignment = await change((manager) => nextMessage(manager, claim, clock.now(), names));
  if (consignment === null) return false;
  const attempt = { claim, consignment, ...(await attemptOnce(deps, consignment)) };
  const { outcome } = attempt.answer;
  const isMoved = await change(async (manager) => {
    if (outcome === 'DELIVERED') return await keepSuccess(manager, attempt, clock.now());
    const chance = { policy, random: random() };
    await keepFailure(manager, attempt, clock.now(), chance);
    return false;
  });
  deps.onOutcome(outcome);
  return isMoved;
}

async function attemptOnce(
  { clock, post }: Pick<DeliveryDeps, 'clock' | 'post'>,
  { url, message, secrets }: Consignment,
) {
  const startedAt = clock.now();
  const began = performance.now();
  const body = bodyOf(message, startedAt);
  const headers = signedHeaders({ id: message.id, at: startedAt, body }, secrets);
  const answer = await post(url, headers, body);
  return { answer, startedAt, durationMs: Math.round(performance.now() - began) };
}
