import { problem } from '../definition';

/** Webhooks. */
export const webhookErrors = {
  URL_NOT_ALLOWED: problem({
    en: '{field} cannot be called: {reason}.',
    id: '{field} tidak dapat dipanggil: {reason}.',
  }),
};
