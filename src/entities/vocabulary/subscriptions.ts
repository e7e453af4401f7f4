export const webhookStatuses = ['ACTIVE', 'PAUSED', 'DISABLED'] as const;
export type WebhookStatus = (typeof webhookStatuses)[number];

export const digestFrequencies = ['DAILY', 'NONE'] as const;
export type DigestFrequency = (typeof digestFrequencies)[number];
