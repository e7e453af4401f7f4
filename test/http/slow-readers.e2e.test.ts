import { waitUntil } from '../../src/embedded/processes';
import { anEmployerWithOwner, aVacancy } from '../builders';
import {
  anEntry,
  type MatchStreamWorld,
  startMatchStreamWorld,
} from '../resolvers/match-stream-world';
import { MatchSocket, startMatchServer } from './match-server';
import type { SampleServer } from './sample-server';

let world: MatchStreamWorld;
let sample: SampleServer;

beforeAll(async () => {
  world = await startMatchStreamWorld();
});

afterAll(async () => {
  await sample.stop();
  await world.stop();
});

const LIMIT_MS = 60_000;
const READERS = 5;
/** Of 10 KB each: more than the buffers of a connection take. */
const EVENTS = 1_500;
const SELECTION = 'cursor rank vacancy { description }';

const openSockets = async (): Promise<number> => {
  const { values } = await sample.server.metrics.sockets.get();
  return values.reduce((sum, { value }) => sum + value, 0);
};

describe('a reader that takes nothing but answers pings', () => {
  it('is cut off, holds up nobody, and goes on completely from its last cursor', async () => {
    const { account, vacancy } = await world.seed(async (manager) => {
      const { account, employer } = await anEmployerWithOwner(manager);
      const description = 'Menjaga keamanan gedung. '.repeat(400);
      return {
        account,
        vacancy: await aVacancy(manager, { employerId: employer.id, description }),
      };
    });
    sample = await startMatchServer(world.services, account.id);
    const token = await sample.token();
    const open = () => new MatchSocket(sample, token, SELECTION);
    const stalled = await Promise.all(Array.from({ length: READERS }, () => open().follow()));
    const healthy = await open().follow();
    const all = [...stalled, healthy];
    expect(await waitUntil(() => all.every(({ told }) => told.length > 0), LIMIT_MS)).toBe(true);
    for (const reader of stalled) reader.stall();

    const ranks = Array.from({ length: EVENTS }, (_, index) => index + 1);
    for (let at = 0; at < EVENTS; at += 100) {
      await world.append(...ranks.slice(at, at + 100).map((rank) => anEntry(vacancy, { rank })));
    }
    expect(await waitUntil(() => healthy.ranks.length === EVENTS, LIMIT_MS)).toBe(true);
    expect(await waitUntil(async () => (await openSockets()) === 1, LIMIT_MS)).toBe(true);

    for (const reader of stalled) {
      reader.wake();
      expect([1006, 1013]).toContain(await reader.closed);
      expect(reader.ranks.length).toBeLessThan(EVENTS);
      const resumed = await open().follow(reader.told.at(-1)?.cursor);
      const received = () => [...reader.ranks, ...resumed.ranks];
      expect(await waitUntil(() => received().length >= EVENTS, LIMIT_MS)).toBe(true);
      expect(received()).toEqual(ranks);
      resumed.leave();
    }
    healthy.leave();
  }, 120_000);
});
