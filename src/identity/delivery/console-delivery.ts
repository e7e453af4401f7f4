import type { Logger } from 'pino';
import type { CodeDelivery } from './delivery';

/** Writes codes into the log, for development and tests; production never has it. */
export const consoleDelivery = (log: Pick<Logger, 'warn'>): CodeDelivery => ({
  reaches: () => true,
  send: async ({ to, code }) => {
    log.warn({ address: to.text, code }, 'Sign-in code (development)');
  },
});
