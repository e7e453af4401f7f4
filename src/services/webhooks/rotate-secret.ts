import { Webhook } from '../../entities';
import type { Outcome } from '../problems';
import type { Viewer } from '../viewer';
import { changeOwn, type WebhookCommand, type WebhookDeps } from './own-webhook';
import { giveSecret, newSecret, tellSecret, type WebhookWithSecret } from './secrets';

/**
 * A webhook with a new secret. The former one signs beside it for 24 hours; one that was replaced before signs no more.
 *
 * Errors: those of `changeOwn`.
 */
export const rotateSecret =
  (deps: WebhookDeps) =>
  async (viewer: Viewer, command: WebhookCommand): Promise<Outcome<WebhookWithSecret>> => {
    const { secret, hint } = newSecret();
    const rotated = await changeOwn(
      deps,
      viewer,
      'rotateWebhookSecret',
      command,
      async (manager, { id }, at) => {
        await manager.update(Webhook, id, { secretHint: hint });
        return giveSecret(manager, id, secret, at);
      },
    );
    return tellSecret(deps.runAs, rotated);
  };
