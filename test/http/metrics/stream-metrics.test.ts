import { Registry } from 'prom-client';
import { exportStream, type StreamFigures } from '../../../src/http/metrics/stream-metrics';

function start(read: () => Promise<StreamFigures>) {
  const registry = new Registry();
  exportStream(registry, read);
  return async () => {
    const lines = (await registry.metrics()).split('\n');
    return lines.filter((line) => line !== '' && !line.startsWith('#'));
  };
}

const search = { consumer: 'search', lag: 3, deadLetters: 1 };

describe('exportStream', () => {
  it('says how far each consumer is behind, in one reading', async () => {
    let reads = 0;
    const scrape = start(async () => {
      reads += 1;
      return { waiting: 2, consumers: [search] };
    });
    expect(await scrape()).toEqual([
      'padan_changes_waiting 2',
      'padan_changes_lag{consumer="search"} 3',
      'padan_dead_letters{consumer="search"} 1',
    ]);
    expect(reads).toBe(1);
  });

  it('forgets what it knew when nothing can be read', async () => {
    let isDown = false;
    const scrape = start(async () => {
      if (isDown) throw new Error('down');
      return { waiting: 0, consumers: [search] };
    });
    await scrape();
    isDown = true;
    expect(await scrape()).toEqual([]);
  });
});
