import { TotpFactor } from '../../../src/entities';
import { keyedHash } from '../../../src/identity/derived-keys';
import { stepAt, totpCode } from '../../../src/identity/totp';
import { appoint } from '../../../src/services/offices/add-officer';
import { accountOfAddress } from '../../../src/services/sessions/addressed-account';
import { forgetFactor } from '../../../src/services/sessions/forget-factor';
import { secretOf } from '../../../src/services/sessions/second-factor';
import { codesOf, PHONE, type SignInWorld, startSignInWorld } from './sign-in-world';

let world: SignInWorld;
beforeEach(async () => {
  world = await startSignInWorld();
});
afterEach(() => world.stop());

/** What the operator does before anybody has signed in. */
const appointed = (regionCode = '72.71') =>
  world.seed(async (manager) => {
    const { keys, tokens } = world.identity;
    const accountId = await accountOfAddress(manager, {
      addressHash: keyedHash(keys.address, '+6281234567890'),
      kind: 'PHONE',
      at: world.now(),
      issuer: tokens?.issuer ?? '',
      displayName: 'Petugas Satu',
    });
    const isNew = await appoint(manager, accountId, { regionCode, role: 'OFFICER' }, world.now());
    return { accountId, isNew };
  });

describe('an officer who was appointed by address', () => {
  it('signs in with a code and then enrols a second factor', async () => {
    const { accountId, isNew } = await appointed();
    expect(isNew).toBe(true);
    expect(await appointed()).toEqual({ accountId, isNew: false });
    const { session } = await world.signIn(PHONE);
    expect(session?.mustEnrolSecondFactor).toBe(true);
  });

  it('needs a region that exists', async () => {
    await expect(appointed('99.99')).rejects.toThrow('There is no region 99.99');
  });

  it('enrols anew when the operator took the factor away, and every session ends', async () => {
    const { accountId } = await appointed();
    const viewer = { accountId };
    await world.services.sessions.enrolTotp(viewer, { clientMutationId: 'a' });
    const [factor] = await world.seed((manager) => manager.find(TotpFactor));
    const code = totpCode(secretOf(world.identity.keys, factor), stepAt(world.now()));
    await world.services.sessions.confirmTotp(viewer, { clientMutationId: 'b', code });
    expect(codesOf(await world.signIn(PHONE))).toEqual(['SECOND_FACTOR_REQUIRED']);
    const forget = () => world.seed((manager) => forgetFactor(manager, accountId, world.now()));
    expect([await forget(), await forget()]).toEqual([true, false]);
    const { session } = await world.signIn(PHONE);
    expect(session?.mustEnrolSecondFactor).toBe(true);
    await forget();
    await expect(world.refreshSession(session?.refreshToken ?? '')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});
