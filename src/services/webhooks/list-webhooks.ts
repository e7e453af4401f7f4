import type { Clock } from '../../clock';
import { Webhook, WebhookDelivery } from '../../entities';
import { FAILING_AFTER_MS } from '../../webhooks/retry';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';

/** How a webhook stands, as people see it. */
export const webhookStates = ['ACTIVE', 'FAILING', 'PAUSED', 'DISABLED'] as const;
export type WebhookState = (typeof webhookStates)[number];

/** The state of a webhook; one that fails shows so after an hour. */
export function stateOf(
  { status, failingSince }: Pick<Webhook, 'status' | 'failingSince'>,
  now: Date,
): WebhookState {
  const hasFailedLong =
    failingSince !== null && now.getTime() - failingSince.getTime() >= FAILING_AFTER_MS;
  return status === 'ACTIVE' && hasFailedLong ? 'FAILING' : status;
}

interface Deps {
  readAs: RunAs;
  clock: Clock;
}

/** A webhook and how it stands now. */
export interface ListedWebhook {
  webhook: Webhook;
  state: WebhookState;
}

/**
 * The webhooks that the viewer made for employers they still act for, perhaps only some, the oldest first.
 *
 * Cost: 1 query.
 */
export const listWebhooks =
  ({ readAs, clock }: Deps) =>
  (viewer: Viewer, id: string | null = null): Promise<ListedWebhook[]> =>
    readAs(actorOf(viewer), async (manager) => {
      const webhooks = await manager.find(Webhook, {
        where: id === null ? {} : { id },
        order: { createdAt: 'ASC', id: 'ASC' },
      });
      return webhooks.map((webhook) => ({ webhook, state: stateOf(webhook, clock.now()) }));
    });

/** Attempts of each webhook that are shown. */
const SHOWN_ATTEMPTS = 20;

/**
 * The last attempts of webhooks, the newest first, by webhook.
 *
 * Cost: 1 query.
 */
export const listAttempts =
  ({ readAs }: Pick<Deps, 'readAs'>) =>
  (viewer: Viewer, webhookIds: readonly string[]): Promise<Map<string, WebhookDelivery[]>> =>
    readAs(actorOf(viewer), async (manager) => {
      const rows = await manager
        .createQueryBuilder(WebhookDelivery, 'attempt')
        .where('attempt.webhookId = ANY(:webhookIds)', { webhookIds })
        .andWhere(
          `attempt.id IN (SELECT newest.id FROM webhook_deliveries newest
             WHERE newest.webhook_id = attempt.webhook_id ORDER BY newest.id DESC LIMIT ${SHOWN_ATTEMPTS})`,
        )
        .orderBy('attempt.id', 'DESC')
        .getMany();
      return new Map(
        webhookIds.map((id) => [id, rows.filter(({ webhookId }) => webhookId === id)]),
      );
    });
