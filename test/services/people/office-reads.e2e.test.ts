import type { Account } from '../../../src/entities';
import { CandidateIdentity, Disclosure } from '../../../src/entities';
import type { OfficeRole } from '../../../src/entities/vocabulary';
import { encodeNodeId } from '../../../src/resolvers/node-id';
import { identityVault } from '../../../src/services/identity-numbers/vault';
import { MOST_PEOPLE_A_DAY } from '../../../src/services/people/reading-limit';
import { aCandidate, anAccount, anOfficer, holds } from '../../builders';
import { insertRow } from '../../builders/insert-row';
import { type GraphWorld, NOW, startGraphWorld } from '../../resolvers/graph-world';

const NUMBER = '7271014101990001';
const MASKED = '727101******0001';
const FIND = `query ($text: String!, $purpose: ReadPurpose! = COUNTER_SERVICE) {
  candidates(text: $text, purpose: $purpose) { id fullName identityNumberMasked status region { code } } }`;
const READ = `query ($id: ID!, $purpose: ReadPurpose! = COUNTER_SERVICE) { candidate(id: $id, purpose: $purpose) {
  fullName phone email address identityNumberMasked birthDate gender expectedWage region { code }
  competencies { level competency { id } } workExperiences { title } disability { kinds accommodations } } }`;

let world: GraphWorld;
let officer: Account;
let person: { accountId: string; candidateId: string };
beforeEach(async () => {
  world = await startGraphWorld();
  officer = await world.seed((manager) => anOfficer(manager));
  person = await aPerson();
});
afterEach(() => world.stop());

/** Somebody of Palu with everything that an office may want to find. */
async function aPerson() {
  const { accountId, candidateId } = await world.seed(async (manager) => {
    const account = await anAccount(manager);
    const { id } = await aCandidate(manager, {
      ...{ accountId: account.id, fullName: 'Rahmat Hidayat (contoh)', phone: '+6281255500011' },
      ...{ email: 'rahmat@contoh.invalid', address: 'Jalan Contoh 7', expectedWage: '4000000' },
      ...{ birthDate: '1999-01-01', gender: 'MALE', regionCode: '72.71.01' },
      competencies: [holds('patroli', 4)],
      experiences: [{ title: 'Satpam' }],
    });
    const vault = identityVault('k'.repeat(32));
    await insertRow(manager, CandidateIdentity, {
      ...{ candidateId: id, keyVersion: 1, setBy: 'SELF', setAt: NOW },
      ...{ ciphertext: vault.encrypt(NUMBER, id), lookupHash: vault.hash(NUMBER) },
    });
    return { accountId: account.id, candidateId: id };
  });
  await world.data(
    `mutation { setDisabilityProfile(input: { clientMutationId: "d", kinds: [SENSORY],
       accommodations: [SIGN_LANGUAGE] }) { userErrors { code } } }`,
    { audience: 'candidate', accountId },
  );
  return { accountId, candidateId };
}

const office = (account: Account, variables: object) => ({
  ...{ audience: 'office' as const, accountId: account.id },
  variables: { ...variables },
});
const anAccountOf = (role: OfficeRole, regionCode = '72.71') =>
  world.seed((manager) => anOfficer(manager, { role, regionCode }));

async function find(text: string, account = officer) {
  type Found = { id: string; fullName: string; identityNumberMasked: string | null };
  return (await world.data<{ candidates: Found[] }>(FIND, office(account, { text }))).candidates;
}

async function read(account = officer, purpose = 'COUNTER_SERVICE') {
  const id = encodeNodeId('Candidate', person.candidateId);
  const { candidate } = await world.data<{ candidate: Record<string, unknown> }>(
    READ,
    office(account, { id, purpose }),
  );
  return candidate;
}

async function disclosed() {
  const { disclosures } = await world.data<{
    disclosures: { edges: { node: { purpose: string; fields: string[] } }[] };
  }>('{ disclosures { edges { node { actorKind purpose fields } } } }', {
    ...{ audience: 'candidate', accountId: person.accountId },
  });
  return disclosures.edges.map(({ node }) => node);
}

describe('candidates', () => {
  it.each([
    ['the identity number', NUMBER],
    ['the identity number with blanks', '7271 0141 0199 0001'],
    ['the telephone number, however written', '0812-5550-0011'],
    ['the e-mail address', 'Rahmat@contoh.invalid'],
    ['a part of the name', 'mat hida'],
  ])('finds somebody by %s', async (_, text) => {
    expect(await find(text)).toEqual([
      {
        ...{ id: encodeNodeId('Candidate', person.candidateId), status: 'ACTIVE' },
        ...{ fullName: 'Rahmat Hidayat (contoh)', identityNumberMasked: MASKED },
        region: { code: '72.71.01' },
      },
    ]);
  });

  it.each(['%', '___', 'Rahmat%', 'xyz'])('takes %s for letters', async (text) => {
    const found = await find(text.padEnd(3, '%'));
    expect(found).toEqual([]);
  });

  it('asks for three letters', async () => {
    await expect(find('ra')).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: ['text'] });
  });

  it('finds nobody of another area, whatever is known of them', async () => {
    const elsewhere = await anAccountOf('OFFICER', '73.71');
    for (const text of [NUMBER, '081255500011', 'Rahmat']) {
      expect(await find(text, elsewhere)).toEqual([]);
    }
    expect(await disclosed()).toEqual([]);
  });

  it.each(['AUDITOR', 'FACILITATOR'] as const)('is closed to the role %s', async (role) => {
    await expect(find('Rahmat', await anAccountOf(role))).rejects.toMatchObject({
      code: 'OFFICE_ONLY',
    });
  });

  it('tells at most 20 people', async () => {
    await world.seed(async (manager) => {
      for (let count = 0; count < 21; count += 1) await aCandidate(manager);
    });
    expect(await find('orang uji')).toHaveLength(20);
  });

  it('is noted for each person, and in the audit log without what was typed', async () => {
    await find('Rahmat');
    expect(await disclosed()).toEqual([
      {
        ...{ actorKind: 'OFFICER', purpose: 'COUNTER_SERVICE' },
        fields: ['name', 'identityNumberMasked', 'region', 'status'],
      },
    ]);
    const entries = await world.seed((manager) =>
      manager.query("SELECT detail FROM audit_entries WHERE action = 'candidates.searched'"),
    );
    expect(entries).toEqual([{ detail: { purpose: 'COUNTER_SERVICE', found: 1 } }]);
  });
});

describe('candidate', () => {
  it('tells an officer of the area the record, noted with the purpose', async () => {
    expect(await read()).toMatchObject({
      ...{ fullName: 'Rahmat Hidayat (contoh)', phone: '+6281255500011', expectedWage: '4000000' },
      ...{ identityNumberMasked: MASKED, region: { code: '72.71.01' } },
      competencies: [{ level: 'ADVANCED' }],
      workExperiences: [{ title: 'Satpam' }],
    });
    const [noted] = await disclosed();
    expect(noted).toMatchObject({ actorKind: 'OFFICER', purpose: 'COUNTER_SERVICE' });
    expect(noted.fields).toEqual(expect.arrayContaining(['name', 'phone', 'address']));
  });

  it('tells birth date and gender for the card and for reports alone', async () => {
    expect(await read()).toMatchObject({ birthDate: null, gender: null });
    expect((await disclosed())[0].fields).not.toContain('birthDate');
    expect(await read(officer, 'JOB_SEEKER_CARD')).toMatchObject({
      ...{ birthDate: '1999-01-01', gender: 'MALE' },
    });
    expect((await disclosed())[0].fields).toEqual(expect.arrayContaining(['birthDate', 'gender']));
  });

  it('tells disabilities to the disability service unit alone, noted apart', async () => {
    expect(await read()).toMatchObject({ disability: null });
    expect(await disclosed()).toHaveLength(1);
    const uld = await anAccountOf('ULD_OFFICER');
    expect(await read(uld, 'DISABILITY_SERVICE')).toMatchObject({
      disability: { kinds: ['SENSORY'], accommodations: ['SIGN_LANGUAGE'] },
    });
    expect((await disclosed())[0]).toEqual({
      ...{ actorKind: 'OFFICER', purpose: 'DISABILITY_SERVICE' },
      fields: ['disabilityKinds', 'accommodations'],
    });
  });

  it('keeps the disability service unit to its area, in the database as well', async () => {
    const uld = await anAccountOf('ULD_OFFICER', '73.71');
    await expect(read(uld)).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['id'] });
    const asked = await world.services.people.readDisability(
      { accountId: uld.id },
      { candidateId: person.candidateId, purpose: 'DISABILITY_SERVICE' },
    );
    expect(asked).toBeNull();
  });

  it('leaves the own record to a colleague', async () => {
    await world.seed((manager) =>
      manager.query('UPDATE candidates SET account_id = $2 WHERE id = $1', [
        person.candidateId,
        officer.id,
      ]),
    );
    await expect(read()).rejects.toMatchObject({ code: 'OWN_MATTER' });
  });

  it('stops at so many people a day', async () => {
    await world.seed(async (manager) => {
      for (let count = 0; count < MOST_PEOPLE_A_DAY; count += 1) {
        const { id: candidateId } = await aCandidate(manager);
        await manager.insert(Disclosure, {
          ...{ candidateId, actorKind: 'OFFICER', accountId: officer.id, fields: ['name'] },
          ...{ purpose: 'COUNTER_SERVICE', at: NOW },
        });
      }
    });
    await expect(read()).rejects.toMatchObject({ code: 'READING_LIMIT_REACHED' });
    await expect(find('Rahmat')).rejects.toMatchObject({ code: 'READING_LIMIT_REACHED' });
  });
});
