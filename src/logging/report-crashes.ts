import type { Logger } from 'pino';

/**
 * Ends the process when something fails that nobody waits for, and writes it down like every error: Node.js itself would
 * print the failure with all that it carries, of a statement the parameters and the row.
 */
export function reportCrashes(log: Pick<Logger, 'fatal'>): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'The service ends: a failure that nothing handles');
    process.exit(1);
  });
}
