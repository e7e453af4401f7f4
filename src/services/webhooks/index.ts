import type { AreaDeps } from '../area-deps';
import { createWebhook } from './create-webhook';
import { deleteWebhook } from './delete-webhook';
import { listAttempts, listWebhooks } from './list-webhooks';
import { pauseWebhook, resumeWebhook } from './pause-webhook';
import { replayWebhook } from './replay-webhook';
import { rotateSecret } from './rotate-secret';

/** The use cases about webhooks. */
export const webhookServices = (deps: AreaDeps) => ({
  list: listWebhooks(deps),
  listAttempts: listAttempts(deps),
  create: createWebhook(deps),
  rotateSecret: rotateSecret(deps),
  pause: pauseWebhook(deps),
  resume: resumeWebhook(deps),
  replay: replayWebhook(deps),
  remove: deleteWebhook(deps),
});
