import { Webhook } from '../../entities';
import { done } from '../problems';
import type { Viewer } from '../viewer';
import { changeOwn, rested, type WebhookCommand, type WebhookDeps } from './own-webhook';

/**
 * The id of a webhook to which nothing more is sent; an attempt that runs ends as ever.
 *
 * Errors: those of `changeOwn`.
 */
export const pauseWebhook = (deps: WebhookDeps) => (viewer: Viewer, command: WebhookCommand) =>
  changeOwn(deps, viewer, 'pauseWebhook', command, async (manager, { id }) => {
    await manager.update(Webhook, id, { status: 'PAUSED' });
    return done(id);
  });

/**
 * The id of a webhook that goes on where it stood, at once, whether it was paused, stopped or waits for an attempt.
 *
 * Errors: those of `changeOwn`.
 */
export const resumeWebhook = (deps: WebhookDeps) => (viewer: Viewer, command: WebhookCommand) =>
  changeOwn(deps, viewer, 'resumeWebhook', command, async (manager, { id }) => {
    await manager.update(Webhook, id, { status: 'ACTIVE', ...rested });
    return done(id);
  });
