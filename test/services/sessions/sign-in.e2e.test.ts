import { decodeJwt, decodeProtectedHeader } from 'jose';
import { Account, AccountAddress, SignInCode } from '../../../src/entities';
import { DeliveryError } from '../../../src/identity/delivery/delivery';
import { codesOf, PHONE, type SignInWorld, startSignInWorld } from './sign-in-world';

const MINUTE_MS = 60_000;

let world: SignInWorld;
beforeEach(async () => {
  world = await startSignInWorld();
});
afterEach(() => world.stop());

const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const lastCode = () => world.sent.at(-1)?.code ?? '';

describe('requestSignInCode', () => {
  it('sends six digits to the address, in its one spelling and in the language that is asked for', async () => {
    expect(await world.request('0812 3456 7890', { lang: 'EN' })).toEqual({
      expiresAt: new Date(world.now().getTime() + 10 * MINUTE_MS),
      userErrors: [],
    });
    expect(world.sent).toEqual([
      {
        to: { kind: 'PHONE', text: '+6281234567890' },
        code: expect.stringMatching(/^\d{6}$/),
        lang: 'EN',
      },
    ]);
  });

  it('answers alike whether or not somebody signed in with the address, with the same queries', async () => {
    const query = `mutation { requestSignInCode(address: "${PHONE}") { expiresAt userErrors { code } } }`;
    const unknown = await world.statementsOf(query);
    const before = await world.data(query);
    await world.enter({ address: PHONE, code: lastCode() });
    world.pass(60 * MINUTE_MS);
    const known = await world.statementsOf(query);
    expect(known).toEqual(unknown);
    expect(Object.keys((await world.data(query)) as object)).toEqual(Object.keys(before as object));
  });

  it.each(['0411-123456', 'ani@localhost', ''])('refuses %j', async (address) => {
    expect(codesOf(await world.request(address))).toEqual(['ADDRESS_INVALID']);
    expect(world.sent).toEqual([]);
  });

  it('keeps neither address nor code in a readable form', async () => {
    await world.request();
    const rows = await world.seed((manager) => manager.find(SignInCode));
    const text = JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    );
    expect(text).not.toContain('81234567890');
    expect(text).not.toContain(lastCode());
  });

  it('sends three codes in a quarter of an hour, however the address is spelt', async () => {
    for (const address of ['081234567890', '+62 812 3456 7890', '6281234567890']) {
      expect(codesOf(await world.request(address))).toEqual([]);
    }
    await expect(world.request()).rejects.toMatchObject({
      code: 'TOO_MANY_CODES',
      parameters: { minutes: 15 },
    });
    expect(codesOf(await world.request('ani@example.com'))).toEqual([]);
    world.pass(15 * MINUTE_MS);
    expect(codesOf(await world.request())).toEqual([]);
  });

  it('counts requests that come together one after another', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => world.request()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(world.sent).toHaveLength(3);
  });
});

describe('a delivery', () => {
  it('that fails is told, and does not count', async () => {
    await world.stop();
    let isDown = true;
    world = await startSignInWorld({
      delivery: {
        reaches: (kind) => kind === 'PHONE',
        send: async () => {
          if (isDown) throw new DeliveryError('down');
        },
      },
    });
    for (let index = 0; index < 4; index++) {
      expect(codesOf(await world.request())).toEqual(['DELIVERY_FAILED']);
    }
    isDown = false;
    expect(codesOf(await world.request())).toEqual([]);
    expect(codesOf(await world.request('ani@example.com'))).toEqual(['CHANNEL_MISSING']);
  });
});

describe('signIn', () => {
  it('makes an account at the first sign-in, and finds it at the next', async () => {
    const first = await world.signIn('0812-3456-7890');
    const second = await world.signIn('+6281234567890');
    expect([codesOf(first), codesOf(second)]).toEqual([[], []]);
    const accounts = await world.seed((manager) =>
      manager.findBy(Account, { issuer: 'padan-own' }),
    );
    expect(accounts).toHaveLength(1);
    for (const { session } of [first, second]) {
      const token = session?.accessToken ?? '';
      expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt' });
      expect(decodeJwt(token)).toMatchObject({
        iss: 'padan-own',
        aud: 'padan-own',
        sub: accounts[0]?.id,
        sid: expect.any(String),
        jti: expect.any(String),
        nbf: world.now().getTime() / 1000,
        exp: world.now().getTime() / 1000 + 600,
      });
    }
  });

  it('gives other addresses other accounts', async () => {
    await world.signIn('081234567890');
    await world.signIn('081234567891');
    expect(await world.seed((manager) => manager.count(AccountAddress))).toBe(2);
  });

  it('refuses in one wording what is wrong, old, used, unknown or no address', async () => {
    await world.request();
    const code = lastCode();
    const answers = [
      await world.enter({ address: PHONE, code: otherThan(code) }),
      await world.enter({ address: '081299999999', code }),
      await world.enter({ address: 'nonsense', code }),
      await world.enter({ address: PHONE, code: '' }),
      await world.enter({ address: PHONE, code: 'x'.repeat(1_000) }),
    ];
    expect((await world.enter({ address: PHONE, code })).session).not.toBeNull();
    answers.push(await world.enter({ address: PHONE, code }));
    await world.request();
    world.pass(10 * MINUTE_MS);
    answers.push(await world.enter({ address: PHONE, code: lastCode() }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toEqual({
      session: null,
      userErrors: [
        {
          code: 'SIGN_IN_REFUSED',
          path: ['code'],
          message: 'The code is wrong or no longer valid; ask for a new one.',
        },
      ],
    });
  });

  it('allows five attempts, which count for every code of the address', async () => {
    await world.request();
    await world.request();
    const [first, second] = world.sent.map(({ code }) => code);
    const wrong = [1, 2, 3, 4, 5]
      .map((step) => String(step).repeat(6))
      .filter((code) => code !== first && code !== second);
    for (const code of wrong) await world.enter({ address: PHONE, code });
    for (let left = wrong.length; left < 5; left++)
      await world.enter({ address: PHONE, code: 'no' });
    for (const code of [first, second]) {
      expect(codesOf(await world.enter({ address: PHONE, code }))).toEqual(['SIGN_IN_REFUSED']);
    }
    await world.request();
    expect((await world.enter({ address: PHONE, code: lastCode() })).session).not.toBeNull();
  });

  it('counts guesses that come together: no more than five are compared', async () => {
    await world.request();
    const code = lastCode();
    const guesses = Array.from({ length: 30 }, (_, index) => (index < 29 ? otherThan(code) : code));
    await Promise.all(
      guesses.slice(0, 29).map((guess) => world.enter({ address: PHONE, code: guess })),
    );
    const [row] = await world.seed((manager) => manager.find(SignInCode));
    expect(row?.attempts).toBe(5);
    expect(codesOf(await world.enter({ address: PHONE, code }))).toEqual(['SIGN_IN_REFUSED']);
  });

  it('opens one session for a code that is sent many times at once', async () => {
    await world.request();
    const args = { address: PHONE, code: lastCode() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => world.enter(args)));
    expect(answers.filter(({ session }) => session !== null)).toHaveLength(1);
    expect(await world.seed((manager) => manager.count(Account))).toBe(1);
  });

  it('is not offered where only an identity provider signs people in', async () => {
    await world.stop();
    world = await startSignInWorld({ tokens: null });
    await expect(world.request()).rejects.toMatchObject({ code: 'SIGN_IN_ELSEWHERE' });
    await expect(world.enter({ address: PHONE, code: '000000' })).rejects.toMatchObject({
      code: 'SIGN_IN_ELSEWHERE',
    });
  });
});
