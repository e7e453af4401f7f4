import { Webhook } from '../../entities';
import { errors } from '../../errors';
import { newestMatchEvent } from '../../matches/match-event-rows';
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
 * Errors: those of `changeOwn`; BAD_CURSOR for a place that no event has had yet.
 */
export const replayWebhook = (deps: WebhookDeps) => (viewer: Viewer, command: ReplayWebhook) =>
  changeOwn(deps, viewer, 'replayWebhook', command, async (manager, { id }) => {
    if (command.after > (await newestMatchEvent(manager))) throw errors.cursor.bad();
    await manager.update(Webhook, id, { place: String(command.after), ...rested });
    return done(id);
  });
