import { lead, type Pulse } from '../../src/changes/leader';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

let database: TestDatabase;
const ending = new AbortController();
const running: Promise<void>[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  ending.abort();
  await Promise.all(running);
  await database.drop();
});

/** Leads until it is told to stop; resolves when it begins to. */
function start(role: string, pulse?: Pulse) {
  const lost: unknown[] = [];
  const leading = new Promise<AbortSignal>((resolve) => {
    running.push(
      lead({
        ...{ databaseUrl: database.appUrl, role, pulse, signal: ending.signal },
        onError: (error) => void lost.push(error),
        work: async (_, until) => {
          resolve(until);
          await new Promise((done) => until.addEventListener('abort', done, { once: true }));
        },
      }),
    );
  });
  return { leading, lost };
}

const aborted = (signal: AbortSignal) =>
  new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));

describe('lead', () => {
  it('passes to another process when nothing is heard of the first one', async () => {
    const silent = start('silent', { everyMs: 2 ** 30, limitMs: 300 });
    const until = await silent.leading;
    const next = start('silent');
    await Promise.all([aborted(until), next.leading]);
    expect(silent.lost).not.toEqual([]);
  });

  it('stays with one that is heard, however long its work takes', async () => {
    // A busy machine may well be silent for a second.
    const alive = start('alive', { everyMs: 50, limitMs: 4_000 });
    const until = await alive.leading;
    const other = start('alive');
    const first = await Promise.race([
      other.leading.then(() => 'other'),
      new Promise((resolve) => setTimeout(() => resolve('alive'), 6_000)),
    ]);
    expect([first, until.aborted, alive.lost]).toEqual(['alive', false, []]);
  });
});
