import { Registry } from 'prom-client';
import { exportWebhooks, type WebhookFigures } from '../../../src/http/metrics/webhook-metrics';

function start(attempts: Record<string, number>, read: () => Promise<WebhookFigures>) {
  const registry = new Registry();
  exportWebhooks(registry, attempts, read);
  return async () => {
    const lines = (await registry.metrics()).split('\n');
    return lines.filter((line) => line !== '' && !line.startsWith('#'));
  };
}

describe('exportWebhooks', () => {
  it('says what came of attempts and how webhooks stand', async () => {
    const attempts = { DELIVERED: 2, TIMED_OUT: 0 };
    const scrape = start(attempts, async () => ({ failing: 1, disabled: 0, lag: 7 }));
    await scrape();
    attempts.DELIVERED += 1;
    expect(await scrape()).toEqual([
      'padan_webhook_attempts_total{outcome="DELIVERED"} 3',
      'padan_webhook_attempts_total{outcome="TIMED_OUT"} 0',
      'padan_webhooks_failing 1',
      'padan_webhooks_disabled 0',
      'padan_webhooks_lag 7',
    ]);
  });

  it('says only what it counts itself when nothing can be read', async () => {
    const scrape = start({ DELIVERED: 1 }, async () => {
      throw new Error('down');
    });
    expect(await scrape()).toEqual(['padan_webhook_attempts_total{outcome="DELIVERED"} 1']);
  });
});
