import { Client } from 'pg';
import type { Account, Candidate } from '../../../src/entities';
import { encodeNodeId } from '../../../src/resolvers/node-id';
import { aCandidate, anAccount, anOfficer } from '../../builders';
import { type GraphWorld, startGraphWorld } from '../../resolvers/graph-world';
import { findInDatabase } from '../../support/catalogue';

const NUMBER = '7271015708909377';
const MASKED = '727101******9377';
const SET = `mutation ($input: SetIdentityNumberInput!) { setIdentityNumber(input: $input) {
  identityNumberMasked userErrors { code path message(lang: EN) } } }`;
const SET_AS = `mutation ($input: SetCandidateIdentityNumberInput!) { setCandidateIdentityNumber(input: $input) {
  identityNumberMasked userErrors { code } } }`;
const REVEAL = `mutation ($input: RevealIdentityNumberInput!) { revealIdentityNumber(input: $input) {
  identityNumber userErrors { code } } }`;
const SHARED = '{ sharedIdentityNumbers { identityNumberMasked candidateIds } }';

let world: GraphWorld;
let owner: Client;
let officer: Account;
let elsewhere: Account;
let people: { account: Account; person: Candidate }[];

beforeEach(async () => {
  world = await startGraphWorld();
  owner = new Client(world.ownerUrl);
  await owner.connect();
  people = [];
  await world.seed(async (manager) => {
    officer = await anOfficer(manager);
    elsewhere = await anOfficer(manager, { regionCode: '73.71' });
    for (let each = 0; each < 2; each += 1) {
      const account = await anAccount(manager);
      people.push({ account, person: await aCandidate(manager, { accountId: account.id }) });
    }
  });
});

afterEach(async () => {
  await owner.end();
  await world.stop();
});

interface Kept {
  identityNumberMasked: string | null;
  userErrors: { code: string }[];
}

const nodeIdOf = (who: number) => encodeNodeId('Candidate', people[who].person.id);

async function set(who = 0, identityNumber = NUMBER): Promise<Kept> {
  const variables = { input: { clientMutationId: 'set', identityNumber } };
  const accountId = people[who].account.id;
  const asking = { audience: 'candidate' as const, accountId, variables };
  return (await world.data<{ setIdentityNumber: Kept }>(SET, asking)).setIdentityNumber;
}

const asOfficer = <T>(query: string, input: object | null = null, who = officer) =>
  world.data<T>(query, { audience: 'office', accountId: who.id, variables: { input } });

const reveal = (who = 0, by = officer) => {
  const input = { clientMutationId: 'reveal', purpose: 'IDENTITY_CHECK' };
  type Told = { revealIdentityNumber: { identityNumber: string | null } };
  return asOfficer<Told>(REVEAL, { ...input, candidateId: nodeIdOf(who) }, by);
};

describe('setIdentityNumber', () => {
  it('shows the number masked, and keeps it nowhere in clear', async () => {
    expect((await set()).identityNumberMasked).toBe(MASKED);
    const asking = { audience: 'candidate' as const, accountId: people[0].account.id };
    expect(await world.data('{ me { identityNumberMasked } }', asking)).toEqual({
      me: { identityNumberMasked: MASKED },
    });
    expect(await findInDatabase(owner, [NUMBER])).toEqual([]);
  });

  it('refuses what cannot be one, and does not repeat it', async () => {
    const wrong = '7271013299909377';
    const { userErrors } = await set(0, wrong);
    expect(userErrors).toMatchObject([{ code: 'IDENTITY_NUMBER_INVALID' }]);
    expect(JSON.stringify(userErrors)).not.toContain(wrong);
  });

  it('tells the second person with a number nothing, and the office who they are', async () => {
    expect(await set(0)).toEqual(await set(1));
    type Listed = { sharedIdentityNumbers: (Kept & { candidateIds: string[] })[] };
    const [shared] = (await asOfficer<Listed>(SHARED)).sharedIdentityNumbers;
    expect(shared.identityNumberMasked).toBe(MASKED);
    expect([...shared.candidateIds].sort()).toEqual([nodeIdOf(0), nodeIdOf(1)].sort());
    expect((await asOfficer<Listed>(SHARED, null, elsewhere)).sharedIdentityNumbers).toEqual([]);
  });

  it('is done by an officer of the area for who cannot', async () => {
    const input = { clientMutationId: 'set', candidateId: nodeIdOf(0), identityNumber: NUMBER };
    type Set = { setCandidateIdentityNumber: Kept };
    const { setCandidateIdentityNumber: kept } = await asOfficer<Set>(SET_AS, input);
    expect(kept.identityNumberMasked).toBe(MASKED);
    await expect(asOfficer(SET_AS, input, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('revealIdentityNumber', () => {
  it('tells the whole number, and says so to auditors and to the person each time', async () => {
    await set();
    for (const _ of [1, 2]) {
      expect((await reveal()).revealIdentityNumber.identityNumber).toBe(NUMBER);
    }
    const { rows } = await owner.query(
      "SELECT actor, detail FROM audit_entries WHERE action = 'identity_number.revealed'",
    );
    const entry = { actor: `account:${officer.id}`, detail: { purpose: 'IDENTITY_CHECK' } };
    expect(rows).toEqual([entry, entry]);
    const asking = { audience: 'candidate' as const, accountId: people[0].account.id };
    const told = { edges: [1, 2].map(() => ({ node: { purpose: 'IDENTITY_CHECK' } })) };
    expect(await world.data('{ disclosures { edges { node { purpose } } } }', asking)).toEqual({
      disclosures: told,
    });
    expect(await findInDatabase(owner, [NUMBER])).toEqual([]);
  });

  it('finds nothing of another area, as where nothing is kept', async () => {
    await set();
    await expect(reveal(0, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reveal(1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const auditor = await world.seed((manager) => anOfficer(manager, { role: 'AUDITOR' }));
    await expect(reveal(0, auditor)).rejects.toMatchObject({ code: 'OFFICE_ONLY' });
  });
});
