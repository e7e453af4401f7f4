import type { Account } from '../../../src/entities';
import { CandidateIdentity, EmployerRegistration } from '../../../src/entities';
import { encodeNodeId } from '../../../src/resolvers/node-id';
import { identityVault } from '../../../src/services/identity-numbers/vault';
import { aCandidate, aMembership, anAccount, anEmployer, anOfficer } from '../../builders';
import { insertRow } from '../../builders/insert-row';
import { type GraphWorld, NOW, startGraphWorld } from '../../resolvers/graph-world';

const DAY_MS = 86_400_000;
const NUMBER = '7271014101990001';

let world: GraphWorld;
let officer: Account;
beforeEach(async () => {
  world = await startGraphWorld();
  officer = await world.seed((manager) => anOfficer(manager));
});
afterEach(() => world.stop());

let keys = 0;
async function attempt(name: string, input: object) {
  keys += 1;
  const type = `${name[0].toUpperCase()}${name.slice(1)}Input`;
  const variables = { input: { clientMutationId: `key ${keys}`, ...input } };
  return await world.data(
    `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`,
    { audience: 'office', accountId: officer.id, variables },
  );
}

/** Somebody of Palu with an identity number; the account's own record where one is named. */
async function aPerson(accountId: string | null) {
  const { id } = await world.seed(async (manager) => {
    const person = await aCandidate(manager, { accountId });
    const vault = identityVault('k'.repeat(32));
    await insertRow(manager, CandidateIdentity, {
      ...{ candidateId: person.id, keyVersion: 1, setBy: 'SELF', setAt: NOW },
      ...{ ciphertext: vault.encrypt(NUMBER, person.id), lookupHash: vault.hash(NUMBER) },
    });
    return person;
  });
  return encodeNodeId('Candidate', id);
}

/** An employer that waits, for which the officer acted until so many days ago; null = never. */
async function anApplicant(daysAgo: number | null) {
  return await world.seed(async (manager) => {
    const { id: employerId } = await anEmployer(manager, { verification: 'PENDING' });
    const registration = { employerId, registeredAt: NOW, decideBy: NOW };
    await insertRow(manager, EmployerRegistration, {
      ...registration,
      businessIdNumber: '1234567890123',
    });
    if (daysAgo !== null) {
      const endsAt = new Date(NOW.getTime() - daysAgo * DAY_MS);
      const startsAt = new Date('2020-01-01T00:00:00Z');
      const role = 'RECRUITER' as const;
      await aMembership(manager, { accountId: officer.id, employerId, role, startsAt, endsAt });
    }
    return encodeNodeId('Employer', employerId);
  });
}

describe('an officer who looks for work', () => {
  const operations = {
    revealIdentityNumber: { purpose: 'IDENTITY_CHECK' },
    setCandidateIdentityNumber: { identityNumber: NUMBER },
    recoverAccount: { address: '081234567890' },
    helpConfirmCompetencies: {
      items: [{ competencyId: encodeNodeId('Competency', 'patroli'), level: 'EXPERT' }],
    },
    eraseCandidate: { reason: 'PERSON_ASKED' },
  };

  it.each(Object.entries(operations))(
    'leaves the own record to a colleague: %s',
    async (name, rest) => {
      const own = await aPerson(officer.id);
      const asked = attempt(name, { candidateId: own, ...rest });
      await expect(asked).rejects.toMatchObject({ code: 'OWN_MATTER' });
    },
  );

  it.each(Object.entries(operations))(
    'serves others as every officer does: %s',
    async (name, rest) => {
      await aPerson(officer.id);
      const other = await aPerson((await world.seed((manager) => anAccount(manager))).id);
      expect(await attempt(name, { candidateId: other, ...rest })).toEqual({
        [name]: { userErrors: [] },
      });
    },
  );
});

describe('an officer who acted for an employer', () => {
  const decide = (employerId: string) =>
    attempt('decideVerification', { employerId, decision: 'VERIFY', reason: 'Lengkap.' });
  const visit = (employerId: string) => attempt('recordEmployerVisit', { employerId });

  it.each([
    ['acts still', -1],
    ['stopped a day ago', 1],
    ['stopped almost two years ago', 729],
  ])('leaves it to a colleague who %s', async (_, daysAgo) => {
    const employerId = await anApplicant(daysAgo);
    for (const act of [decide, visit]) {
      await expect(act(employerId)).rejects.toMatchObject({ code: 'OWN_MATTER' });
    }
  });

  it.each([
    ['never did', null],
    ['stopped more than two years ago', 732],
  ])('decides about it who %s', async (_, daysAgo) => {
    const employerId = await anApplicant(daysAgo);
    for (const act of [visit, decide]) {
      expect(Object.values((await act(employerId)) as object)).toEqual([{ userErrors: [] }]);
    }
  });
});
