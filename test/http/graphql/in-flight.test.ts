import { setImmediate } from 'node:timers/promises';
import { InFlight } from '../../../src/http/graphql/in-flight';

/** Work that ends when told. */
function pending() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, work: () => ended };
}

describe('InFlight', () => {
  it('refuses what exceeds the bound and says when to come back', async () => {
    const inFlight = new InFlight(2);
    const first = pending();
    const running = [inFlight.run(first.work), inFlight.run(first.work)];
    await expect(inFlight.run(first.work)).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      parameters: { seconds: 1 },
    });
    first.end();
    await Promise.all(running);
    await expect(inFlight.run(async () => 'done')).resolves.toBe('done');
  });

  it('frees a place when the work fails', async () => {
    const inFlight = new InFlight(1);
    await expect(inFlight.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await setImmediate();
    await expect(inFlight.run(async () => 'done')).resolves.toBe('done');
  });
});
