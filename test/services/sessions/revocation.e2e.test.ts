import { once } from 'node:events';
import { WebSocket } from 'ws';
import { waitUntil } from '../../../src/embedded/processes';
import { startStopwatch } from '../../support/stopwatch';
import { type HttpWorld, startHttpWorld } from './http-world';
import type { Session } from './sign-in-world';

/** Within that time the end of a session is felt everywhere. Source: RELIABILITY. */
const LIMIT_MS = 5_000;
/** Long after: what ends later is told by the time, what never ends by this. */
const PATIENCE_MS = 20_000;
const VIEWER = '{ viewer { displayName } }';

let world: HttpWorld;
beforeEach(async () => {
  world = await startHttpWorld(new Date());
});
afterEach(() => world.stop());

async function aSession(): Promise<Session> {
  const { session } = await world.signIn();
  if (session === null) throw new Error('refused');
  return session;
}

async function openSocket(token: string): Promise<WebSocket> {
  const address = `${world.server.url.replace('http', 'ws')}/graphql/employer`;
  const socket = new WebSocket(address, ['graphql-transport-ws']);
  await once(socket, 'open');
  const payload = { authorization: `Bearer ${token}` };
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  const [answer] = await once(socket, 'message');
  expect(JSON.parse(String(answer))).toMatchObject({ type: 'connection_ack' });
  return socket;
}

/** Milliseconds of the stopwatch until `isOver` holds. */
async function timeUntil(isOver: () => Promise<boolean>): Promise<number> {
  const watch = startStopwatch(() => world.dataSource.query('SELECT 1'));
  try {
    if (!(await waitUntil(isOver, PATIENCE_MS))) throw new Error('it goes on');
    return watch.ms();
  } finally {
    watch.stop();
  }
}
const isRefused = async (token: string) =>
  (await world.as(token, '/graphql/employer', VIEWER)).status === 401;

describe('a session that ends', () => {
  it('opens endpoints until then', async () => {
    const { accessToken } = await aSession();
    const { status, body } = await world.as(accessToken, '/graphql/employer', VIEWER);
    expect([status, body.data]).toEqual([200, { viewer: { displayName: 'Akun baru' } }]);
  });

  it('by sign-out, is refused and loses its sockets within five seconds', async () => {
    const { accessToken, refreshToken } = await aSession();
    const socket = await openSocket(accessToken);
    expect(await isRefused(accessToken)).toBe(false);
    // It may be closed before we hear that we are signed out.
    const codes: number[] = [];
    socket.once('close', (code) => codes.push(code));
    await world.signOut(refreshToken);
    const isOver = async () => (await isRefused(accessToken)) && codes.length > 0;
    expect(await timeUntil(isOver)).toBeLessThan(LIMIT_MS);
    expect(codes).toEqual([4403]);
  });

  it('by the reuse of a refresh token, is refused within five seconds', async () => {
    const { refreshToken } = await aSession();
    const { accessToken } = await world.refreshSession(refreshToken);
    expect(await isRefused(accessToken)).toBe(false);
    await expect(world.refreshSession(refreshToken)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(await timeUntil(() => isRefused(accessToken))).toBeLessThan(LIMIT_MS);
  });

  it('leaves the sockets of others alone', async () => {
    const { refreshToken } = await aSession();
    const other = await openSocket((await aSession()).accessToken);
    await world.signOut(refreshToken);
    await new Promise((resolve) => setTimeout(resolve, LIMIT_MS));
    expect(other.readyState).toBe(WebSocket.OPEN);
    other.close();
  });
});
