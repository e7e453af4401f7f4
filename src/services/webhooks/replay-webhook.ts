import { Webhook } from '../../entities';
import { done } from '../problems';
import type { Viewer } from '../viewer';
import { changeOwn, rested, type WebhookCommand, type WebhookDeps } from './own-webhook';

export interface ReplayWebhook extends WebhookCommand {
  /** Place of the last event that is not sent again. */
  after: number;
}

/**
 * The id of a webhook that is sent everything behind a place, again or for the first time; a paused one when it is
 * resumed. Where events are no longer kept, it is told of the gap.
 *
 * Errors: those of `changeOwn`.
 */
export const replayWebhook = (deps: WebhookDeps) => (viewer: Viewer, command: ReplayWebhook) =>
  changeOwn(deps, viewer, 'replayWebhook', command, async (manager, { id }) => {
    await manager.update(Webhook, id, { place: String(command.after), ...rested });
    return done(id);
  });
