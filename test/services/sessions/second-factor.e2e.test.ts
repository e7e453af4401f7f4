import { OfficeMembership, TotpFactor } from '../../../src/entities';
import { stepAt, totpCode } from '../../../src/identity/totp';
import { type HttpWorld, startHttpWorld } from './http-world';
import { codesOf, type Session } from './sign-in-world';

/** Longer than what is known of a session is kept. */
const LATER_MS = 2_100;

let world: HttpWorld;
beforeEach(async () => {
  world = await startHttpWorld();
});
afterEach(() => world.stop());

const VIEWER = '{ viewer { displayName } }';
let keys = 0;
const enrol = (token: string) => {
  keys += 1;
  return world.as(
    token,
    '/graphql/office',
    `mutation { enrolTotp(input: { clientMutationId: "k${keys}" }) { secret uri userErrors { code } } }`,
  );
};
const confirm = (token: string, code: string) => {
  keys += 1;
  return world.as(
    token,
    '/graphql/office',
    `mutation { confirmTotp(input: { clientMutationId: "k${keys}", code: "${code}" }) { isConfirmed userErrors { code } } }`,
  );
};

/** Bytes of a base32 text. */
function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    )
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** A session of an account that then works for the office of Palu. */
async function anOfficersSession(): Promise<Session> {
  await world.signIn();
  const [{ account_id: accountId }] = await world.seed((manager) =>
    manager.query('SELECT account_id FROM account_addresses'),
  );
  await world.seed((manager) =>
    manager.insert(OfficeMembership, {
      accountId,
      regionCode: '72.71',
      role: 'OFFICER',
      startsAt: new Date('2020-01-01T00:00:00Z'),
    }),
  );
  const { session } = await world.signIn();
  if (session === null) throw new Error('refused');
  return session;
}

async function enrolled(token: string): Promise<Buffer> {
  const { body } = await enrol(token);
  const told = body.data as { enrolTotp: { secret: string } };
  const bytes = fromBase32(told.enrolTotp.secret);
  await confirm(token, totpCode(bytes, stepAt(world.now())));
  return bytes;
}

const later = () => new Promise((resolve) => setTimeout(resolve, LATER_MS));

describe('an officer without a second factor', () => {
  it('reaches nothing but its enrolment', async () => {
    const { accessToken, mustEnrolSecondFactor } = await anOfficersSession();
    expect(mustEnrolSecondFactor).toBe(true);
    expect((await world.as(accessToken, '/graphql/office', VIEWER)).body.data).toEqual({
      viewer: null,
    });
    const terms = await world.as(
      accessToken,
      '/graphql/office',
      '{ unresolvedTerms(first: 1) { totalCount } }',
    );
    expect(terms.body.errors?.[0]?.extensions.code).toBe('SECOND_FACTOR_MISSING');
    expect((await enrol(accessToken)).body.data?.enrolTotp).toEqual({
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      uri: expect.stringMatching(/^otpauth:\/\/totp\/Padan/),
      userErrors: [],
    });
  });

  it('is let in once the app has shown a first code', async () => {
    const { accessToken } = await anOfficersSession();
    await enrolled(accessToken);
    const { body } = await world.as(accessToken, '/graphql/office', VIEWER);
    expect(body.data).toEqual({ viewer: { displayName: 'Akun baru' } });
  });

  it('is held back as soon as the account works for an office, in sessions that were open', async () => {
    const { session } = await world.signIn();
    const token = session?.accessToken ?? '';
    expect((await world.as(token, '/graphql/office', VIEWER)).body.data?.viewer).not.toBeNull();
    await anOfficersSession();
    await later();
    expect((await world.as(token, '/graphql/office', VIEWER)).body.data?.viewer).toBeNull();
  });
});

describe('an account with a second factor', () => {
  it('signs in with both codes, each time step once', async () => {
    const { accessToken } = await anOfficersSession();
    const secret = await enrolled(accessToken);
    const code = () => totpCode(secret, stepAt(world.now()));
    world.pass(20 * 60_000);
    expect(codesOf(await world.signIn())).toEqual(['SECOND_FACTOR_REQUIRED']);
    const { session, userErrors } = await world.signIn(undefined, { totp: code() });
    expect(userErrors).toEqual([]);
    expect(session?.mustEnrolSecondFactor).toBe(false);
    expect(codesOf(await world.signIn(undefined, { totp: code() }))).toEqual(['SIGN_IN_REFUSED']);
    world.pass(20 * 60_000);
    await world.request();
    const right = { address: '081234567890', code: world.sent.at(-1)?.code };
    expect(codesOf(await world.enter({ ...right, totp: '000000' }))).toEqual(['SIGN_IN_REFUSED']);
    expect(codesOf(await world.enter({ ...right, totp: code() }))).toEqual([]);
  });

  it('takes one of many sign-ins that show one code at once', async () => {
    const { accessToken } = await anOfficersSession();
    const secret = await enrolled(accessToken);
    world.pass(20 * 60_000);
    await world.request();
    const args = {
      address: '081234567890',
      code: world.sent.at(-1)?.code,
      totp: totpCode(secret, stepAt(world.now())),
    };
    const answers = await Promise.all(Array.from({ length: 4 }, () => world.enter(args)));
    expect(answers.filter(({ session }) => session !== null)).toHaveLength(1);
  });

  it('cannot replace it by another one', async () => {
    const { accessToken } = await anOfficersSession();
    await enrolled(accessToken);
    expect((await enrol(accessToken)).body.data?.enrolTotp).toEqual({
      secret: null,
      uri: null,
      userErrors: [{ code: 'FACTOR_EXISTS' }],
    });
  });
});

describe('the secret of a factor', () => {
  it('stands encrypted in the database, and not where answers are kept', async () => {
    const { accessToken } = await anOfficersSession();
    const secret = await enrolled(accessToken);
    const [factor] = await world.seed((manager) => manager.find(TotpFactor));
    expect(factor?.sealedSecret.includes(secret)).toBe(false);
    const kept = await world.seed((manager) => manager.query('SELECT * FROM idempotency_keys'));
    expect(kept).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toContain(secret.toString('hex'));
  });

  it('is told again to a repeated attempt until it is confirmed', async () => {
    const { accessToken } = await anOfficersSession();
    const text =
      'mutation { enrolTotp(input: { clientMutationId: "same" }) { secret userErrors { code } } }';
    const ask = async () => (await world.as(accessToken, '/graphql/office', text)).body.data;
    const answers = await Promise.all(Array.from({ length: 5 }, ask));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('is confirmed by its own code alone', async () => {
    const { accessToken } = await anOfficersSession();
    expect((await confirm(accessToken, '123456')).body.data?.confirmTotp).toEqual({
      isConfirmed: false,
      userErrors: [{ code: 'FACTOR_MISSING' }],
    });
    await enrol(accessToken);
    expect((await confirm(accessToken, '12345')).body.data?.confirmTotp).toEqual({
      isConfirmed: false,
      userErrors: [{ code: 'SIGN_IN_REFUSED' }],
    });
  });
});
