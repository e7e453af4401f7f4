import { Registry } from 'prom-client';
import { exportEngineLosses } from '../../../src/http/metrics/engine-metrics';

describe('exportEngineLosses', () => {
  test('says how often an engine was lost, by how, as it is now', async () => {
    const registry = new Registry();
    const losses = { ended: 0, hung: 0 };
    exportEngineLosses(registry, losses);
    const scrape = async () =>
      (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(await scrape()).toEqual([
      'padan_engine_losses_total{how="ended"} 0',
      'padan_engine_losses_total{how="hung"} 0',
    ]);
    losses.hung += 1;
    expect(await scrape()).toContain('padan_engine_losses_total{how="hung"} 1');
    expect(await scrape()).toContain('padan_engine_losses_total{how="hung"} 1');
  });
});
