import { once } from 'node:events';
import { WebSocket } from 'ws';
import { type HttpWorld, startHttpWorld } from './http-world';
import type { Session } from './sign-in-world';

/** Within that time the end of a session is felt everywhere. Source: RELIABILITY. */
const LIMIT_MS = 5_000;
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

/** Milliseconds until `isOver` holds. */
async function untilOver(isOver: () => Promise<boolean>): Promise<number> {
  const start = performance.now();
  while (!(await isOver())) {
    if (performance.now() - start > 2 * LIMIT_MS) throw new Error('it goes on');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return performance.now() - start;
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
    await world.signOut(refreshToken);
    const closed = once(socket, 'close');
    const start = performance.now();
    expect(await untilOver(() => isRefused(accessToken))).toBeLessThan(LIMIT_MS);
    const [code] = await closed;
    expect(code).toBe(4403);
    expect(performance.now() - start).toBeLessThan(LIMIT_MS);
  });

  it('by the reuse of a refresh token, is refused within five seconds', async () => {
    const { refreshToken } = await aSession();
    const { accessToken } = await world.refreshSession(refreshToken);
    expect(await isRefused(accessToken)).toBe(false);
    await expect(world.refreshSession(refreshToken)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(await untilOver(() => isRefused(accessToken))).toBeLessThan(LIMIT_MS);
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
