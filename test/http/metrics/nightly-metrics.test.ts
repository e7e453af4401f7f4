import { Registry } from 'prom-client';
import { exportNightly, type NightlySuccess } from '../../../src/http/metrics/nightly-metrics';

const job = { name: 'verify_ranking', figures: { differences: 'Differing.', seq: 'Place.' } };
const succeededAt = new Date('2026-11-21T18:00:05Z');

function start(read: () => Promise<readonly NightlySuccess[]>) {
  const registry = new Registry();
  exportNightly(registry, [job], read);
  return async () => {
    const lines = (await registry.metrics()).split('\n');
    return lines.filter((line) => line !== '' && !line.startsWith('#'));
  };
}

describe('exportNightly', () => {
  test('says when a job last ended well and what it found', async () => {
    const figures = { differences: 0, seq: 77 };
    const scrape = start(async () => [{ job: 'verify_ranking', succeededAt, figures }]);
    expect(await scrape()).toEqual([
      'padan_verify_ranking_success_timestamp_seconds 1795284005',
      'padan_verify_ranking_differences 0',
      'padan_verify_ranking_seq 77',
    ]);
  });

  test('has no line for a job that never ended well', async () => {
    expect(await start(async () => [])()).toEqual([]);
  });

  test('keeps what it knew while the rows cannot be read', async () => {
    let isDown = false;
    const scrape = start(async () => {
      if (isDown) throw new Error('down');
      return [{ job: 'verify_ranking', succeededAt, figures: { differences: 3 } }];
    });
    const before = await scrape();
    isDown = true;
    expect(await scrape()).toEqual(before);
    expect(before).toContain('padan_verify_ranking_differences 3');
  });

  test('reads the rows once for all its lines', async () => {
    let reads = 0;
    const scrape = start(async () => {
      reads += 1;
      return [];
    });
    await scrape();
    expect(reads).toBe(1);
  });
});
