import { evenOut } from '../../../src/http/graphql/even-out';

/** How long an answer waits that was ready so many milliseconds after its operation came in. */
async function waitOf(result: object, readyAfterMs: number): Promise<number> {
  const from = performance.now();
  await evenOut(from - readyAfterMs, result);
  return performance.now() - from + readyAfterMs;
}
const notFound = { data: null, errors: [{ extensions: { code: 'NOT_FOUND' } }] };

describe('evenOut', () => {
  it.each([
    ['an object that is not there', { data: { vacancy: null } }],
    ['a refusal of one', notFound],
    ['a refusal of one among others', { ...notFound, data: { a: { id: '1' } } }],
  ])('sends out at whole steps what tells of nothing: %s', async (_, result) => {
    expect(await waitOf(result, 3)).toBeGreaterThanOrEqual(25);
    expect(await waitOf(result, 27)).toBeGreaterThanOrEqual(50);
  });

  it.each([
    ['an answer', { data: { vacancy: { title: 'Tukang las' } } }],
    ['another refusal', { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }],
  ])('keeps nothing else waiting: %s', async (_, result) => {
    const wait = evenOut(performance.now(), result as never);
    const first = await Promise.race([wait.then(() => 'gone'), Promise.resolve().then(later)]);
    expect(first).toBe('gone');
  });
});

/** After everything that waits for no timer. */
const later = () => new Promise((resolve) => setImmediate(() => resolve('kept')));
