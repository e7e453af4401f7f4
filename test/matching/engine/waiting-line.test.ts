import { WaitingLine } from '../../../src/matching/engine/waiting-line';

/** Work that ends when it is told to. */
function openEnded() {
  let end: (value: string) => void = () => undefined;
  let hasBegun = false;
  const done = new Promise<string>((resolve) => {
    end = resolve;
  });
  const work = () => {
    hasBegun = true;
    return done;
  };
  return { work, end, hasBegun: () => hasBegun };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('WaitingLine', () => {
  test('begins so much at once, the rest in its order', async () => {
    const line = new WaitingLine(2, 10);
    const all = [openEnded(), openEnded(), openEnded(), openEnded()];
    const answers = all.map(({ work }) => line.run(work));
    const begun = () => all.map(({ hasBegun }) => hasBegun());
    await turn();
    expect(begun()).toEqual([true, true, false, false]);
    all[1].end('second');
    await turn();
    expect(begun()).toEqual([true, true, true, false]);
    for (const { end } of all) end('done');
    expect(await Promise.all(answers)).toEqual(['done', 'second', 'done', 'done']);
    expect(line.length).toBe(0);
  });

  test('refuses when as many wait as may, and goes on after', async () => {
    const line = new WaitingLine(1, 1);
    const [running, waiting] = [openEnded(), openEnded()];
    const answers = [running, waiting].map(({ work }) => line.run(work));
    await expect(line.run(async () => 'late')).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
    });
    running.end('one');
    waiting.end('two');
    expect(await Promise.all(answers)).toEqual(['one', 'two']);
    expect(await line.run(async () => 'later')).toBe('later');
  });

  test('never begins what was given up while it waited', async () => {
    const line = new WaitingLine(1, 5);
    const [running, given, last] = [openEnded(), openEnded(), openEnded()];
    const leaving = new AbortController();
    const first = line.run(running.work);
    const second = line.run(given.work, leaving.signal);
    const third = line.run(last.work);
    leaving.abort();
    await expect(second).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    running.end('one');
    last.end('three');
    expect(await Promise.all([first, third])).toEqual(['one', 'three']);
    expect(given.hasBegun()).toBe(false);
    await expect(line.run(given.work, leaving.signal)).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
    });
  });

  test('hands the place on when work fails', async () => {
    const line = new WaitingLine(1, 5);
    const failing = line.run(() => Promise.reject(new Error('our bug')));
    const next = line.run(async () => 'next');
    await expect(failing).rejects.toThrow('our bug');
    expect(await next).toBe('next');
  });
});
