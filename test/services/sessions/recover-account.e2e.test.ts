import { Candidate } from '../../../src/entities';
import { encodeNodeId } from '../../../src/resolvers/node-id';
import { aCandidate, aMembership, anEmployer, anOfficer } from '../../builders';
import {
  codesOf,
  PHONE,
  type SignInAnswer,
  type SignInWorld,
  startSignInWorld,
} from './sign-in-world';

const DAY_MS = 24 * 3_600_000;
const NEW_PHONE = '0857-1111-2222';

let world: SignInWorld;
let officerId: string;
beforeEach(async () => {
  world = await startSignInWorld();
  officerId = (await world.seed((manager) => anOfficer(manager))).id;
});
afterEach(() => world.stop());

let keys = 0;
async function recover(candidateId: string, address = NEW_PHONE, accountId = officerId) {
  keys += 1;
  const input = {
    clientMutationId: `k${keys}`,
    candidateId: encodeNodeId('Candidate', candidateId),
    address,
  };
  const data = await world.data<{ recoverAccount: SignInAnswer & { isRecovered: boolean } }>(
    `mutation ($input: RecoverAccountInput!) { recoverAccount(input: $input) { isRecovered userErrors { code path message(lang: EN) } } }`,
    { audience: 'office', accountId, variables: { input } },
  );
  return data.recoverAccount;
}

/** Somebody with an account under a number; the session, and who it is. */
async function aPerson(address = PHONE, values: Partial<Candidate> = {}) {
  const { session } = await world.signIn(address);
  const [{ account_id: accountId }] = await world.seed((manager) =>
    manager.query('SELECT account_id FROM account_addresses ORDER BY bound_at DESC LIMIT 1'),
  );
  world.pass(1_000);
  const birthDate = '1999-05-17';
  const person = await world.seed((manager) =>
    aCandidate(manager, { accountId, birthDate, ...values }),
  );
  return { person, accountId, refreshToken: session?.refreshToken ?? '' };
}

describe('recoverAccount', () => {
  it('lets the person in with the new number, and nobody with what was before', async () => {
    const { person, refreshToken } = await aPerson();
    expect(await recover(person.id)).toEqual({ isRecovered: true, userErrors: [] });
    await expect(world.refreshSession(refreshToken)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const { session } = await world.signIn(NEW_PHONE);
    expect(session).not.toBeNull();
    await world.signIn(PHONE);
    const accounts = await world.seed((manager) =>
      manager.query('SELECT DISTINCT account_id FROM account_addresses'),
    );
    expect(accounts).toHaveLength(2);
  });

  it('is trusted once: the next new device is asked again', async () => {
    const { person } = await aPerson();
    await recover(person.id);
    expect(codesOf(await world.signIn(NEW_PHONE))).toEqual([]);
    expect(codesOf(await world.signIn(NEW_PHONE))).toEqual(['SECOND_FACT_REQUIRED']);
  });

  it('is trusted for a week', async () => {
    const { person } = await aPerson();
    await recover(person.id);
    world.pass(7 * DAY_MS);
    expect(codesOf(await world.signIn(NEW_PHONE))).toEqual(['SECOND_FACT_REQUIRED']);
  });

  it('opens an account again that three wrong dates closed', async () => {
    const { person } = await aPerson();
    for (let index = 0; index < 3; index++) {
      world.pass(15 * 60_000);
      await world.signIn(PHONE, { birthDate: '1980-01-01' });
    }
    world.pass(15 * 60_000);
    expect(codesOf(await world.signIn(PHONE))).toEqual(['RECOVERY_REQUIRED']);
    expect((await recover(person.id, PHONE)).isRecovered).toBe(true);
    expect(codesOf(await world.signIn(PHONE))).toEqual([]);
  });

  it('gives an account to a person whom the office registered', async () => {
    const { id } = await world.seed((manager) => aCandidate(manager));
    expect((await recover(id)).isRecovered).toBe(true);
    expect(codesOf(await world.signIn(NEW_PHONE))).toEqual([]);
    const person = await world.seed((manager) => manager.findOneByOrFail(Candidate, { id }));
    expect(person.accountId).not.toBeNull();
  });

  it('takes no number from somebody who uses it, but one that was given to another', async () => {
    const { person } = await aPerson(PHONE);
    const other = await aPerson(NEW_PHONE);
    expect(codesOf(await recover(person.id, NEW_PHONE))).toEqual(['ADDRESS_TAKEN']);
    world.pass(90 * DAY_MS);
    expect((await recover(person.id, NEW_PHONE)).isRecovered).toBe(true);
    expect(codesOf(await world.signIn(NEW_PHONE))).toEqual([]);
    const [{ account_id: holder }] = await world.seed((manager) =>
      manager.query('SELECT account_id FROM account_addresses'),
    );
    expect(holder).not.toBe(other.accountId);
  });

  it('does not give an officer the account of an employer or of another officer', async () => {
    const { person, accountId } = await aPerson();
    await world.seed(async (manager) => {
      const { id: employerId } = await anEmployer(manager);
      await aMembership(manager, { accountId, employerId });
    });
    expect(codesOf(await recover(person.id))).toEqual(['ACCOUNT_SHARED']);
  });

  it('knows nobody of another region, nobody who was erased, and no other way of asking', async () => {
    const { person } = await aPerson(PHONE, { regionCode: '73.71.01' });
    const erased = await world.seed((manager) => aCandidate(manager, { status: 'ERASED' }));
    for (const id of [person.id, erased.id, '00000000-0000-4000-8000-000000000000']) {
      await expect(recover(id)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        field: ['candidateId'],
      });
    }
    expect(codesOf(await recover(person.id, 'nonsense'))).toEqual(['ADDRESS_INVALID']);
  });

  it('is for officers', async () => {
    const { person } = await aPerson();
    for (const role of ['AUDITOR', 'FACILITATOR'] as const) {
      const { id } = await world.seed((manager) => anOfficer(manager, { role }));
      await expect(recover(person.id, NEW_PHONE, id)).rejects.toMatchObject({
        code: 'OFFICE_ONLY',
      });
    }
  });

  it('stands in the audit log without number and without the person’s id', async () => {
    const { person } = await aPerson();
    await recover(person.id);
    const rows = await world.seed((manager) => manager.query('SELECT * FROM audit_entries'));
    expect(rows).toMatchObject([{ actor: `account:${officerId}`, action: 'account.recovered' }]);
    expect(JSON.stringify(rows)).not.toContain(person.id);
    expect(JSON.stringify(rows)).not.toContain('85711112222');
  });
});
