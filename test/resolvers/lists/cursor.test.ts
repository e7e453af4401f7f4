import { CursorSigner } from '../../../src/resolvers/lists/cursor';

const secret = 'a secret of at least thirty-two characters';
const list = (args: unknown = { q: 'las' }, viewer = 'ani', kind = 'vacancies') =>
  new CursorSigner(secret, viewer).forList(kind, args);
const cursor = list().encode([42, 'x']);

describe('CursorSigner', () => {
  it('gives back the position', () => {
    expect(list().decode(cursor)).toEqual([42, 'x']);
  });

  it('ignores the order of keys and absent arguments', () => {
    const made = list({ a: 1, b: { c: 2, d: 3 } }).encode(1);
    expect(list({ b: { d: 3, c: 2, e: undefined }, a: 1, f: null }).decode(made)).toBe(1);
  });

  it.each([
    ['another filter', () => list({ q: 'cat' }).decode(cursor)],
    ['another viewer', () => list({ q: 'las' }, 'budi').decode(cursor)],
    ['another list', () => list({ q: 'las' }, 'ani', 'people').decode(cursor)],
    ['another secret', () => new CursorSigner('s', 'ani').forList('vacancies').decode(cursor)],
    ['a cut cursor', () => list().decode(cursor.slice(0, -2))],
    ['garbage', () => list().decode('\u0000"\\')],
    ['nothing', () => list().decode('')],
    ['a long text', () => list().decode(`${'a'.repeat(5_000)}.b`)],
  ])('refuses %s', (_, decode) => {
    expect(decode).toThrow(expect.objectContaining({ code: 'BAD_CURSOR' }));
  });
});
