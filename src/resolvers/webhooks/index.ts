import { WebhookResolver } from './webhook.resolver';

export const webhookResolvers = [WebhookResolver] as const;
