import { BoundedQueue } from '../../src/matches/bounded-queue';

describe('BoundedQueue', () => {
  it('hands items on in their order, also to a reader that waits', async () => {
    const queue = new BoundedQueue<number>(3);
    const waiting = queue.next();
    queue.push(1);
    queue.push(2);
    expect([await waiting, await queue.next()]).toEqual([1, 2]);
  });

  it('cuts off a reader that is further behind than the limit', async () => {
    const queue = new BoundedQueue<number>(2);
    for (const item of [1, 2, 3, 4]) queue.push(item);
    await expect(queue.next()).rejects.toThrow(RangeError);
  });

  it('ends for a waiting reader when it is closed', async () => {
    const queue = new BoundedQueue<number>(1);
    const waiting = queue.next();
    queue.close();
    expect(await waiting).toBeNull();
  });
});
