import { setTimeout } from 'node:timers/promises';
import { drive } from '../../bench/open-loop';

const answerAfter = (work: Promise<unknown>) => ({
  group: '',
  send: async () => {
    await work;
    return () => undefined;
  },
});

describe('drive', () => {
  it('counts the wait behind a slow answer as latency', async () => {
    let queue: Promise<unknown> = Promise.resolve();
    const { name: latencies } = await drive(
      'name',
      { perSecond: 100, warmUp: 0, requests: 4 },
      () => {
        queue = queue.then(() => setTimeout(40));
        return answerAfter(queue);
      },
    );
    // One answer at a time, 40 ms each, asked every 10 ms: the last waits behind three others.
    expect(Math.max(...latencies)).toBeGreaterThan(100);
  });

  it('leaves the warm-up out', async () => {
    const plan = { perSecond: 1_000, warmUp: 5, requests: 3 };
    const { name: latencies } = await drive('name', plan, () => answerAfter(Promise.resolve()));
    expect(latencies).toHaveLength(3);
  });

  it('fails when an answer is unsound', async () => {
    const plan = { perSecond: 1_000, warmUp: 0, requests: 2 };
    const unsound = () => ({
      group: '',
      send: async () => () => {
        throw new Error('empty list');
      },
    });
    await expect(drive('name', plan, unsound)).rejects.toThrow('2 failed');
  });
});
