import { answerKey } from '../../../src/http/response-cache/answer-key';
import { toKept } from '../../../src/http/response-cache/kept-answer';
import {
  LIFE_MS,
  ResponseCache,
  SETTLE_MS,
  UNSETTLED_LIFE_MS,
} from '../../../src/http/response-cache/response-cache';
import { Shown } from '../../../src/services/portals/shown';

let nowMs: number;
let runs: number;
let cache: ResponseCache;
beforeEach(() => {
  nowMs = 1_000_000;
  runs = 0;
  cache = new ResponseCache({ now: () => nowMs, mostBytes: 4_000, mostBodyBytes: 1_000 });
});

const answerOf = (text: string) =>
  toKept(text, { shown: new Shown(), tellsOfNothing: false, madeAtMs: nowMs });
const make =
  (text = 'x') =>
  async () => {
    runs += 1;
    return { answer: answerOf(text), own: null };
  };
const ask = async (key: string, text?: string) => {
  const answered = await cache.answer(key, make(text));
  return answered.answer === null ? 'own' : answered.outcome;
};

describe('a kept answer', () => {
  it('is found again until its life ends', async () => {
    expect([await ask('a'), await ask('a')]).toEqual(['miss', 'hit']);
    nowMs += LIFE_MS - 1;
    expect(await ask('a')).toBe('hit');
    nowMs += 1;
    expect(await ask('a')).toBe('miss');
  });

  it('is forgotten at a change, and lives shortly until the index has it', async () => {
    await ask('a');
    cache.forget();
    expect([await ask('a'), await ask('a')]).toEqual(['miss', 'hit']);
    nowMs += UNSETTLED_LIFE_MS;
    expect(await ask('a')).toBe('miss');
    nowMs += SETTLE_MS;
    await ask('a');
    nowMs += UNSETTLED_LIFE_MS;
    expect(await ask('a')).toBe('hit');
  });

  it('stays after a search without the index, and new ones live shortly', async () => {
    await ask('a');
    cache.unsettle();
    expect([await ask('a'), await ask('b'), await ask('b')]).toEqual(['hit', 'miss', 'hit']);
    nowMs += UNSETTLED_LIFE_MS;
    expect([await ask('a'), await ask('b')]).toEqual(['hit', 'miss']);
  });

  it('goes when the memory is full and others were used since', async () => {
    for (const key of ['a', 'b', 'c', 'd']) await ask(key, 'x'.repeat(400));
    await ask('a');
    await ask('e', 'x'.repeat(400));
    expect(cache.bytes).toBeLessThanOrEqual(4_000);
    expect([cache.find('a') !== null, cache.find('b') !== null]).toEqual([true, false]);
  });

  it('is none when its body is too long', async () => {
    expect([await ask('a', 'x'.repeat(1_001)), await ask('a')]).toEqual(['miss', 'miss']);
  });

  it('is none when what it was read from changed meanwhile', async () => {
    const slow = cache.answer('a', async () => {
      cache.forget();
      return { answer: answerOf('old'), own: null };
    });
    expect((await slow).answer).not.toBeNull();
    expect(cache.find('a')).toBeNull();
  });
});

describe('equal questions at one time', () => {
  it('are answered once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => ask('a')));
    expect(outcomes.sort()).toEqual(['miss', 'shared', 'shared', 'shared', 'shared']);
    expect(runs).toBe(1);
  });

  it('do not share a refusal: it belongs to who asked first', async () => {
    const refused = cache.answer('a', () => Promise.reject(new Error('spent')));
    const other = ask('a');
    await expect(refused).rejects.toThrow('spent');
    expect(await other).toBe('miss');
  });

  it('do not share what is not for everybody', async () => {
    const own = cache.answer('a', async () => ({ answer: null, own: 'mine' }));
    const other = ask('a');
    expect(await own).toEqual({ answer: null, own: 'mine' });
    expect(await other).toBe('miss');
  });

  it('that come after a change wait for no older answer', async () => {
    const before = ask('a');
    cache.forget();
    expect(await ask('a')).toBe('miss');
    expect(await before).toBe('miss');
  });
});

describe('answerKey', () => {
  const here = { lang: 'ID', origin: 'https://a.example' } as const;
  const key = (variables: Record<string, unknown> | null, asked = {}) =>
    answerKey({ query: '{ a }', variables }, { ...here, ...asked });

  it('is the same however the variables are ordered', () => {
    expect(key({ a: 1, b: { c: [1], d: 2 } })).toBe(key({ b: { d: 2, c: [1] }, a: 1 }));
    expect(key(null)).toBe(key({}));
  });

  it('tells values, languages, origins, names and texts apart', () => {
    const keys = [
      key({}),
      key({}, { lang: 'EN' }),
      key({}, { origin: 'https://b.example' }),
      key({ a: null }),
      key({ a: [1, 2] }),
      key({ a: [2, 1] }),
      answerKey({ query: '{ b }' }, here),
      answerKey({ query: '{ a }', operationName: 'A' }, here),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
