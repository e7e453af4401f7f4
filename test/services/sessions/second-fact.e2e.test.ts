import { Candidate } from '../../../src/entities';
import { aCandidate } from '../../builders';
import { codesOf, PHONE, type SignInWorld, startSignInWorld } from './sign-in-world';

const DAY_MS = 24 * 3_600_000;
const QUARTER_MS = 15 * 60_000;

let world: SignInWorld;
let deviceToken: string;
beforeEach(async () => {
  world = await startSignInWorld();
  const { session } = await world.signIn();
  deviceToken = session?.deviceToken ?? '';
});
afterEach(() => world.stop());

/** The account of the telephone now belongs to somebody who looks for work. */
async function belongsTo(birthDate: string | null) {
  const [{ account_id: accountId }] = await world.seed((manager) =>
    manager.query('SELECT account_id FROM account_addresses'),
  );
  return await world.seed((manager) => aCandidate(manager, { accountId, birthDate }));
}
const tryWith = async (args: Record<string, unknown> = {}) => {
  world.pass(QUARTER_MS);
  return codesOf(await world.signIn(PHONE, args));
};

describe('an account that belongs to a person', () => {
  it('goes on with the code alone on its device', async () => {
    await belongsTo('1999-05-17');
    expect(await tryWith({ deviceToken })).toEqual([]);
  });

  it('asks a new device for the date of birth', async () => {
    await belongsTo('1999-05-17');
    expect(await tryWith()).toEqual(['SECOND_FACT_REQUIRED']);
    expect(await tryWith({ deviceToken: 'of somebody else' })).toEqual(['SECOND_FACT_REQUIRED']);
    expect(await tryWith({ birthDate: '1999-05-18' })).toEqual(['SECOND_FACT_REQUIRED']);
    expect(await tryWith({ birthDate: '1999-05-17' })).toEqual([]);
  });

  it('takes the date with the same code that was sent before', async () => {
    await belongsTo('1999-05-17');
    await tryWith();
    const { code } = world.sent.at(-1) ?? {};
    const { session } = await world.enter({ address: PHONE, code, birthDate: '1999-05-17' });
    expect(session?.deviceToken).toEqual(expect.any(String));
  });

  it('asks its own device too after ninety days without use', async () => {
    await belongsTo('1999-05-17');
    world.pass(89 * DAY_MS);
    expect(await tryWith({ deviceToken })).toEqual([]);
    world.pass(90 * DAY_MS);
    expect(await tryWith({ deviceToken })).toEqual(['SECOND_FACT_REQUIRED']);
    expect(await tryWith({ deviceToken, birthDate: '1999-05-17' })).toEqual([]);
  });

  it('is closed to new devices after three wrong dates, until the office restores it', async () => {
    await belongsTo('1999-05-17');
    const birthDate = '1980-01-01';
    expect(await tryWith({ birthDate })).toEqual(['SECOND_FACT_REQUIRED']);
    expect(await tryWith({ birthDate })).toEqual(['SECOND_FACT_REQUIRED']);
    expect(await tryWith({ birthDate })).toEqual(['RECOVERY_REQUIRED']);
    expect(await tryWith({ birthDate: '1999-05-17' })).toEqual(['RECOVERY_REQUIRED']);
    expect(await tryWith({ deviceToken })).toEqual([]);
  });

  it('without a date of birth is restored at the office', async () => {
    await belongsTo(null);
    expect(await tryWith()).toEqual(['RECOVERY_REQUIRED']);
  });

  it('that was erased asks nobody', async () => {
    const { id } = await belongsTo('1999-05-17');
    await world.seed((manager) => manager.update(Candidate, id, { status: 'ERASED' }));
    expect(await tryWith()).toEqual([]);
  });
});

it('an account of nobody in particular goes on with the code alone', async () => {
  expect(await tryWith()).toEqual([]);
});
