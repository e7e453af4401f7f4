import { Client } from 'pg';
import { asActor } from '../../../src/database/as-actor';
import type { Account, Candidate, Employer, Vacancy } from '../../../src/entities';
import { appendMatchEvents } from '../../../src/matches/match-event-rows';
import { encodeNodeId } from '../../../src/resolvers/node-id';
import type { LoggedErasure } from '../../../src/services/erasure/erasure-deps';
import { repeatErasures } from '../../../src/services/erasure/repeat-erasures';
import { stripRecentlyErased } from '../../../src/services/erasure/strip-recent';
import {
  aCandidate,
  anAccount,
  anEmployerWithOwner,
  anEvent,
  anOfficer,
  aVacancy,
  holds,
  must,
} from '../../builders';
import { type GraphWorld, NOW, startGraphWorld } from '../../resolvers/graph-world';
import { findInDatabase } from '../../support/catalogue';
import { aKnownPerson, canaries } from './person';

const ERASE_ME = `mutation ($input: EraseMeInput!) { eraseMe(input: $input) {
  erasedAt userErrors { code path } } }`;
const ERASE = `mutation ($input: EraseCandidateInput!) { eraseCandidate(input: $input) {
  erasedAt userErrors { code path } } }`;
const RANK = `query ($id: ID!, $snapshot: ID) { vacancy(id: $id) { rankedCandidates(first: 10, snapshot: $snapshot) {
  snapshot { id } edges { rank withheld node { handle } match { verdict } } } } }`;
const MISSING = '00000000-0000-4000-8000-000000000000';

let world: GraphWorld;
let owner: Client;
let logged: LoggedErasure[];
let isLogBroken: boolean;
let employer: Employer;
let boss: Account;
let vacancy: Vacancy;
let known: Awaited<ReturnType<typeof aKnownPerson>>;
let other: Candidate;

beforeEach(async () => {
  logged = [];
  isLogBroken = false;
  const append = async (erasure: LoggedErasure) => {
    if (isLogBroken) throw new Error('no space left');
    logged.push(erasure);
  };
  world = await startGraphWorld({ erasureLog: { append } });
  owner = new Client(world.ownerUrl);
  await owner.connect();
  await world.seed(async (manager) => {
    ({ employer, account: boss } = await anEmployerWithOwner(manager));
    const employerId = employer.id;
    const requirements = [must('patroli', 2)];
    vacancy = await aVacancy(manager, { employerId, requirements });
    known = await aKnownPerson(manager, { organisationId: employerId, vacancyId: vacancy.id });
    other = await aCandidate(manager, { competencies: [holds('patroli', 3)] });
    const event = { employerId, vacancyId: vacancy.id, candidateId: known.person.id };
    await appendMatchEvents(manager, [anEvent(event)]);
  });
  await world.refresh();
});

afterEach(async () => {
  await owner.end();
  await world.stop();
});

interface Erased {
  erasedAt: string | null;
  userErrors: { code: string; path: string[] }[];
}

async function eraseMe(confirm = 'HAPUS', accountId = known.account.id): Promise<Erased> {
  const input = { clientMutationId: 'once', confirm };
  const asking = { audience: 'candidate' as const, accountId, variables: { input } };
  return (await world.data<{ eraseMe: Erased }>(ERASE_ME, asking)).eraseMe;
}

async function eraseAs({ id: accountId }: Account, candidateId: string): Promise<Erased> {
  const id = encodeNodeId('Candidate', candidateId);
  const input = { clientMutationId: 'once', reason: 'PERSON_ASKED', candidateId: id };
  const asking = { audience: 'office' as const, accountId, variables: { input } };
  return (await world.data<{ eraseCandidate: Erased }>(ERASE, asking)).eraseCandidate;
}

const isThere = async (id: string) =>
  (await owner.query('SELECT FROM candidates WHERE id = $1', [id])).rowCount === 1;

interface Edge {
  rank: number;
  withheld: string | null;
  node: object | null;
  match: object | null;
}

async function rank(snapshot: string | null = null) {
  type Ranked = {
    vacancy: { rankedCandidates: { snapshot: { id: string }; edges: Edge[] } };
  };
  const id = encodeNodeId('Vacancy', vacancy.id);
  const asking = { audience: 'employer' as const, accountId: boss.id, variables: { id, snapshot } };
  return (await world.data<Ranked>(RANK, asking)).vacancy.rankedCandidates;
}

describe('eraseMe', () => {
  it('leaves no value of the person in any column of any table, and the id in two', async () => {
    await rank();
    const values = [...Object.values(canaries), known.account.id];
    const before = await findInDatabase(owner, values);
    expect(before).toEqual(expect.arrayContaining(['accounts.subject', 'candidates.full_name']));
    expect((await eraseMe()).erasedAt).toEqual(expect.anything());
    expect(await findInDatabase(owner, values)).toEqual([]);
    for (const table of ['sessions', 'sign_in_codes', 'contact_steps']) {
      expect([table, (await owner.query(`SELECT FROM ${table}`)).rowCount]).toEqual([table, 0]);
    }
    expect(await findInDatabase(owner, [known.person.id])).toEqual([
      'candidate_tombstones.id',
      'outbox.aggregate_id',
    ]);
  });

  it('writes the erasure outside the database, in the same transaction', async () => {
    await eraseMe();
    expect(logged).toEqual([{ candidateId: known.person.id, at: expect.any(Date) }]);
  });

  it('erases nothing that cannot be written outside the database', async () => {
    isLogBroken = true;
    await expect(eraseMe()).rejects.toThrow();
    expect(await isThere(known.person.id)).toBe(true);
  });

  it('asks for the word', async () => {
    expect(await eraseMe('hapus saja')).toEqual({
      erasedAt: null,
      userErrors: [{ code: 'CONFIRMATION_MISSING', path: ['confirm'] }],
    });
    expect(await isThere(known.person.id)).toBe(true);
  });

  it('finds nobody the second time', async () => {
    await eraseMe();
    await expect(eraseMe()).rejects.toMatchObject({ code: 'CANDIDATE_ONLY' });
    expect((await owner.query('SELECT FROM idempotency_keys')).rowCount).toBe(0);
  });

  it('keeps an account that also works for an employer, and erases the person', async () => {
    await owner.query('UPDATE candidates SET account_id = $1 WHERE id = $2', [boss.id, other.id]);
    await eraseMe('HAPUS', boss.id);
    expect(await isThere(other.id)).toBe(false);
    expect((await owner.query('SELECT FROM accounts WHERE id = $1', [boss.id])).rowCount).toBe(1);
  });

  it('takes what a frozen order shows of the person, and leaves everybody’s place', async () => {
    const { snapshot, edges } = await rank();
    expect(edges.map(({ withheld }) => withheld)).toEqual([null, null]);
    await eraseMe();
    await world.refresh();
    const later = (await rank(snapshot.id)).edges;
    expect(later.map((edge) => edge.rank)).toEqual(edges.map((edge) => edge.rank));
    const gone = { withheld: 'CONSENT_ENDED', node: null, match: null };
    const shown = expect.objectContaining({ withheld: null, match: expect.anything() });
    expect(later.filter(({ withheld }) => withheld !== null)).toEqual([
      expect.objectContaining(gone),
    ]);
    expect(later).toContainEqual(shown);
  });

  it('says in the audit log that it was done, and not to whom', async () => {
    await eraseMe();
    const { rows } = await owner.query('SELECT actor, action, detail FROM audit_entries');
    const actor = expect.stringMatching(/^candidate:[0-9a-f]{32}$/);
    expect(rows).toEqual([{ actor, action: 'candidate.erased', detail: { by: 'SELF' } }]);
  });
});

describe('eraseCandidate', () => {
  it('erases somebody of the officer’s area, once', async () => {
    const officer = await world.seed((manager) => anOfficer(manager));
    const first = await eraseAs(officer, known.person.id);
    expect(first.erasedAt).toEqual(expect.anything());
    expect(await eraseAs(officer, known.person.id)).toEqual(first);
    expect(await isThere(known.person.id)).toBe(false);
    expect(logged).toHaveLength(1);
  });

  it('finds somebody of another area as little as nobody, in the same words', async () => {
    const elsewhere = await world.seed((manager) => anOfficer(manager, { regionCode: '73.71' }));
    const refusals = [known.person.id, MISSING].map((id) =>
      eraseAs(elsewhere, id).catch(({ code, message }) => ({ code, message })),
    );
    const [foreign, absent] = await Promise.all(refusals);
    expect(foreign).toMatchObject({ code: 'NOT_FOUND' });
    expect(foreign).toEqual(absent);
    expect(await isThere(known.person.id)).toBe(true);
  });

  it('is not for auditors and not for people', async () => {
    const auditor = await world.seed((manager) => anOfficer(manager, { role: 'AUDITOR' }));
    const nobody = await world.seed((manager) => anAccount(manager));
    for (const account of [auditor, nobody]) {
      const refused = eraseAs(account, known.person.id);
      await expect(refused).rejects.toMatchObject({ code: 'OFFICE_ONLY' });
    }
  });
});

describe('stripRecentlyErased', () => {
  it('takes what a ranking beside the erasure kept afterwards', async () => {
    const { snapshot } = await rank();
    const kept = (await owner.query('SELECT id, shown FROM ranking_snapshots')).rows;
    await eraseMe();
    const restore = 'UPDATE ranking_snapshots SET shown = $2 WHERE id = $1';
    for (const { id, shown } of kept) await owner.query(restore, [id, shown]);
    const clock = { now: () => NOW };
    const deps = { runAs: asActor.bind(null, world.dataSource) as never, clock };
    expect(await stripRecentlyErased(deps)).toBe(1);
    const later = (await owner.query('SELECT shown FROM ranking_snapshots')).rows;
    expect(later[0].shown.equals(kept[0].shown)).toBe(false);
    await world.refresh();
    expect((await rank(snapshot.id)).edges).toHaveLength(2);
  });
});

describe('repeatErasures', () => {
  it('erases whom the database has back, and nobody twice', async () => {
    const at = new Date('2026-11-20T00:00:00Z');
    const entries = [known.person.id, MISSING].map((candidateId) => ({ candidateId, at }));
    const deps = { runAs: asActor.bind(null, world.dataSource) as never };
    expect(await repeatErasures(deps, entries)).toBe(1);
    expect(await repeatErasures(deps, entries)).toBe(0);
    expect([await isThere(known.person.id), await isThere(other.id)]).toEqual([false, true]);
  });
});
