import { Webhook } from '../../entities';
import { done } from '../problems';
import type { Viewer } from '../viewer';
import { changeOwn, type WebhookCommand, type WebhookDeps } from './own-webhook';

/**
 * The id of a webhook that is gone, with its secrets and what is known of its attempts.
 *
 * Errors: those of `changeOwn`.
 */
export const deleteWebhook = (deps: WebhookDeps) => (viewer: Viewer, command: WebhookCommand) =>
  changeOwn(deps, viewer, 'deleteWebhook', command, async (manager, { id }) => {
    await manager.delete(Webhook, id);
    return done(id);
  });
