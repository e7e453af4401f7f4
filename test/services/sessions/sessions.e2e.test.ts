import { SignInSession } from '../../../src/entities';
import { newRefreshToken } from '../../../src/identity/random-tokens';
import { codesOf, type Session, type SignInWorld, startSignInWorld } from './sign-in-world';

const DAY_MS = 24 * 3_600_000;

let world: SignInWorld;
beforeEach(async () => {
  world = await startSignInWorld();
});
afterEach(() => world.stop());

async function aSession(): Promise<Session> {
  const { session } = await world.signIn();
  if (session === null) throw new Error('refused');
  return session;
}
const refused = { code: 'UNAUTHENTICATED' };
const ends = async () =>
  (await world.seed((manager) => manager.find(SignInSession))).map(({ endReason }) => endReason);

describe('refreshSession', () => {
  it('gives new tokens again and again', async () => {
    let { refreshToken } = await aSession();
    const seen = new Set([refreshToken]);
    for (let index = 0; index < 3; index++) {
      world.pass(600_000);
      const next = await world.refreshSession(refreshToken);
      expect(next).toMatchObject({ deviceToken: null, mustEnrolSecondFactor: false });
      refreshToken = next.refreshToken;
      seen.add(refreshToken);
    }
    expect(seen.size).toBe(4);
  });

  it('ends the whole session when an old token comes again', async () => {
    const { refreshToken: old } = await aSession();
    const { refreshToken: newest } = await world.refreshSession(old);
    await expect(world.refreshSession(old)).rejects.toMatchObject(refused);
    await expect(world.refreshSession(newest)).rejects.toMatchObject(refused);
    expect(await ends()).toEqual(['TOKEN_REUSED']);
  });

  it('leaves other sessions of the account alone', async () => {
    const first = await aSession();
    const second = await aSession();
    await world.refreshSession(first.refreshToken);
    await expect(world.refreshSession(first.refreshToken)).rejects.toMatchObject(refused);
    expect((await world.refreshSession(second.refreshToken)).accessToken).toEqual(
      expect.any(String),
    );
  });

  it.each(['', 'nonsense', 'a'.repeat(64)])('refuses %j', async (token) => {
    await expect(world.refreshSession(token)).rejects.toMatchObject(refused);
  });

  it('refuses tokens of sessions that never were', async () => {
    const token = newRefreshToken('00000000-0000-4000-8000-000000000000');
    await expect(world.refreshSession(token)).rejects.toMatchObject(refused);
  });

  it('ends after thirty days of rest and after ninety in all', async () => {
    const resting = await aSession();
    world.pass(30 * DAY_MS);
    await expect(world.refreshSession(resting.refreshToken)).rejects.toMatchObject(refused);
    let { refreshToken } = await aSession();
    for (let week = 0; week < 12; week++) {
      world.pass(7 * DAY_MS);
      ({ refreshToken } = await world.refreshSession(refreshToken));
    }
    world.pass(7 * DAY_MS);
    await expect(world.refreshSession(refreshToken)).rejects.toMatchObject(refused);
  });
});

describe('signOut', () => {
  it('ends the session, and says nothing of tokens', async () => {
    const { refreshToken } = await aSession();
    expect(await world.signOut(refreshToken)).toBe(true);
    expect(await world.signOut(refreshToken)).toBe(true);
    expect(await world.signOut('nonsense')).toBe(true);
    await expect(world.refreshSession(refreshToken)).rejects.toMatchObject(refused);
    expect(await ends()).toEqual(['SIGNED_OUT']);
  });

  it('lets the account sign in anew', async () => {
    await world.signOut((await aSession()).refreshToken);
    expect(codesOf(await world.signIn())).toEqual([]);
  });
});
