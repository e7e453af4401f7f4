import { Counter, Gauge, type Registry } from 'prom-client';
import { sharedReading } from './shared-reading';

/** How the webhooks of all employers stand. */
export interface WebhookFigures {
  readonly failing: number;
  readonly disabled: number;
  readonly lag: number;
}

/**
 * Adds to `/metrics` what came of this process's attempts to deliver, and how all webhooks stand; no line of the latter
 * while that cannot be read.
 */
export function exportWebhooks(
  registry: Registry,
  attempts: Readonly<Record<string, number>>,
  read: () => Promise<WebhookFigures>,
): void {
  const counter = new Counter({
    name: 'padan_webhook_attempts_total',
    help: 'Attempts to deliver, by what came of them.',
    labelNames: ['outcome'],
    registers: [registry],
    collect: () => {
      counter.reset();
      for (const [outcome, count] of Object.entries(attempts)) counter.inc({ outcome }, count);
    },
  });
  const readOnce = sharedReading(read);
  const add = (name: string, help: string, figure: keyof WebhookFigures) => {
    const gauge: Gauge = new Gauge({
      ...{ name, help, registers: [registry] },
      collect: async () => {
        const figures = await readOnce();
        if (figures === null) gauge.remove();
        else gauge.set(figures[figure]);
      },
    });
  };
  add(
    'padan_webhooks_failing',
    'Webhooks that have failed for an hour and are tried on.',
    'failing',
  );
  add('padan_webhooks_disabled', 'Webhooks that are no longer tried.', 'disabled');
  add('padan_webhooks_lag', 'Events that the webhook furthest behind has before it.', 'lag');
}
