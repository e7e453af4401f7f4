import { sharedReads } from '../../src/services/shared-reads';

let reads: string[][];

beforeEach(() => {
  reads = [];
});

const KEPT_MS = 200;
const names = (keptMs = 60_000) =>
  sharedReads(
    async (keys: readonly string[]) => {
      reads.push([...keys]);
      return keys.map((key) => key.toUpperCase());
    },
    { keyOf: (key) => key, keptMs },
  );

describe('sharedReads', () => {
  it('reads once for all who ask at one time', async () => {
    const shared = names();
    const answers = await Promise.all([shared.load('a'), shared.load('b'), shared.load('a')]);
    expect(answers).toEqual(['A', 'B', 'A']);
    expect(reads).toEqual([['a', 'b']]);
  });

  it('forgets what it read after its time', async () => {
    const shared = names(KEPT_MS);
    await shared.load('a');
    await new Promise((resolve) => setTimeout(resolve, KEPT_MS + 50));
    await shared.load('a');
    expect(reads).toEqual([['a'], ['a']]);
  });

  it('forgets at once what it is told to forget', async () => {
    const shared = names();
    await shared.load('a');
    shared.forget();
    await shared.load('a');
    expect(reads).toEqual([['a'], ['a']]);
  });

  it('reads what comes next along with what has to be read', async () => {
    const shared = names();
    await shared.load('a', () => ['b', 'c']);
    await shared.load('b', () => ['c', 'd']);
    expect(reads).toEqual([['a', 'b', 'c']]);
  });

  it('asks again after an error', async () => {
    let isDown = true;
    const shared = sharedReads(
      async (keys: readonly string[]) => {
        if (isDown) throw new Error('down');
        return keys;
      },
      { keyOf: (key) => key, keptMs: 60_000 },
    );
    await expect(shared.load('a', () => ['b'])).rejects.toThrow('down');
    isDown = false;
    expect(await shared.load('b')).toBe('b');
  });
});
