import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { Webhook } from '../../entities';
import { changeOwnRow } from '../change-own-row';
import type { Outcome } from '../problems';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';

/** What the use cases that change webhooks work with. */
export interface WebhookDeps {
  runAs: RunAs;
  clock: Clock;
}

/** A change of one webhook, as the client sent it. */
export interface WebhookCommand {
  clientMutationId: string;
  webhookId: string;
}

/**
 * Carries a change out on a webhook that the viewer made, for an employer they still act for, at most once a key.
 *
 * Errors: NOT_FOUND, the same for a missing webhook and for somebody else's; those of `once`.
 */
export function changeOwn<C extends WebhookCommand>(
  deps: WebhookDeps,
  viewer: Viewer,
  operation: string,
  command: C,
  change: (manager: EntityManager, webhook: Webhook, at: Date) => Promise<Outcome<string>>,
): Promise<Outcome<string>> {
  const row = { operation, command, entity: Webhook, id: command.webhookId };
  return changeOwnRow(deps, viewer, row, change);
}

/** The columns of a webhook that nothing has failed for. */
export const rested = { failures: 0, failingSince: null, retryAt: null } as const;
