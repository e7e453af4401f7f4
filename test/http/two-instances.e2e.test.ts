import { waitUntil } from '../../src/embedded/processes';
import { anEmployerWithOwner, aVacancy } from '../builders';
import {
  anEntry,
  type MatchStreamWorld,
  startMatchStreamWorld,
} from '../resolvers/match-stream-world';
import { MatchSocket, startMatchServer } from './match-server';

let world: MatchStreamWorld;

beforeAll(async () => {
  world = await startMatchStreamWorld();
});

afterAll(() => world.stop());

const LIMIT_MS = 30_000;
const CLIENTS = 10;
const EVENTS = 300;

describe('an instance that stops while another one serves', () => {
  it('closes its sockets with 1001, and nobody who goes on elsewhere misses an event', async () => {
    const { account, vacancy } = await world.seed(async (manager) => {
      const { account, employer } = await anEmployerWithOwner(manager);
      return { account, vacancy: await aVacancy(manager, { employerId: employer.id }) };
    });
    const stopping = await startMatchServer(world.services, account.id);
    const staying = await startMatchServer(world.anotherInstance(), account.id);
    const [before, after] = [await stopping.token(), await staying.token()];
    const clients = await Promise.all(
      Array.from({ length: CLIENTS }, () =>
        new MatchSocket(stopping, before, 'cursor rank').follow(),
      ),
    );
    expect(await waitUntil(() => clients.every(({ told }) => told.length > 0), LIMIT_MS)).toBe(
      true,
    );

    const ranks = Array.from({ length: EVENTS }, (_, index) => index + 1);
    const writing = (async () => {
      for (const rank of ranks) await world.append(anEntry(vacancy, { rank }));
    })();
    expect(await waitUntil(() => clients.every(({ ranks }) => ranks.length > 20), LIMIT_MS)).toBe(
      true,
    );
    const stopped = stopping.stop();
    for (const client of clients) {
      expect(await client.closed).toBe(1001);
      const resumed = await new MatchSocket(staying, after, 'cursor rank').follow(
        client.told.at(-1)?.cursor,
      );
      const received = () => [...client.ranks, ...resumed.ranks];
      expect(await waitUntil(() => received().length >= EVENTS, LIMIT_MS)).toBe(true);
      expect(received()).toEqual(ranks);
      resumed.leave();
    }
    await writing;
    await stopped;
    await staying.stop();
  }, 90_000);
});
