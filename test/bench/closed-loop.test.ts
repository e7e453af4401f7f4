import { runClosedLoop } from '../../bench/closed-loop';

describe('runClosedLoop', () => {
  it('lets each client wait for its answer, and measures what follows the warm-up', async () => {
    let open = 0;
    let most = 0;
    const asked: number[] = [];
    const { latenciesMs, perSecond } = await runClosedLoop(
      { clients: 3, warmUp: 4, requests: 10 },
      async (index) => {
        asked.push(index);
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setImmediate(resolve));
        open -= 1;
      },
    );
    expect(asked.sort((a, b) => a - b)).toEqual(Array.from({ length: 14 }, (_, index) => index));
    expect([most, latenciesMs.length]).toEqual([3, 10]);
    expect(perSecond).toBeGreaterThan(0);
  });

  it('ends with the first failure', async () => {
    const load = { clients: 2, warmUp: 0, requests: 5 };
    await expect(runClosedLoop(load, () => Promise.reject(new Error('down')))).rejects.toThrow(
      'down',
    );
  });
});
