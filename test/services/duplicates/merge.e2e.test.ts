import { Client } from 'pg';
import { type Account, Candidate, Competency, type Vacancy } from '../../../src/entities';
import { encodeNodeId } from '../../../src/resolvers/node-id';
import { keepIdentity } from '../../../src/services/identity-numbers/identity-rows';
import {
  aCandidate,
  anAccount,
  anEmployerWithOwner,
  anOfficer,
  aVacancy,
  holds,
} from '../../builders';
import { book, bookKeys, SRI, takeBook } from '../../imports/books/people-world';
import { type GraphWorld, NOW, startGraphWorld } from '../../resolvers/graph-world';
import { aRandomPerson, type PairWorld, rowsOf, seeded } from './pairs';

const MERGE = `mutation ($input: MergeDuplicatesInput!) { mergeDuplicates(input: $input) {
  merge { id keepId dropId undoUntil } userErrors { code path } } }`;
const UNDO = `mutation ($input: UndoMergeInput!) { undoMerge(input: $input) { isUndone userErrors { code } } }`;
const MERGES = '{ merges { id reason } }';
const RANKING = `query ($id: ID!) { vacancy(id: $id) { rankedCandidates {
  totalConsidered excludedByConsent edges { node { handle } } } } }`;
const DAY_MS = 86_400_000;

let world: GraphWorld;
let owner: Client;
let officer: Account;
let employer: Account;
let pairWorld: PairWorld;
let clockMs: number;
let erased: string[];
let keys = 0;

beforeEach(async () => {
  clockMs = NOW.getTime();
  erased = [];
  world = await startGraphWorld({
    clock: { now: () => new Date(clockMs) },
    erasureLog: {
      append: async ({ candidateId }) => {
        erased.push(candidateId);
      },
    },
  });
  owner = new Client(world.ownerUrl);
  await owner.connect();
  await world.seed(async (manager) => {
    officer = await anOfficer(manager);
    const made = await anEmployerWithOwner(manager);
    employer = made.account;
    const vacancies: Vacancy[] = [];
    for (const title of ['Satpam', 'Penjaga']) {
      vacancies.push(await aVacancy(manager, { employerId: made.employer.id, title }));
    }
    const competencies = await manager.find(Competency, { order: { id: 'ASC' }, take: 5 });
    pairWorld = { vacancies, competencyIds: competencies.map(({ id }) => id) };
  });
});

afterEach(async () => {
  await owner.end();
  await world.stop();
});

interface Payload {
  merge: { id: string; undoUntil: Date } | null;
  isUndone?: boolean;
  userErrors: { code: string }[];
}
const ask = async (query: string, input: object, who: Account = officer): Promise<Payload> => {
  keys += 1;
  const variables = { input: { clientMutationId: `merge ${keys}`, ...input } };
  const asking = { audience: 'office', accountId: who.id, variables } as const;
  return Object.values(await world.data<Record<string, Payload>>(query, asking))[0];
};
const idOf = (person: { id: string }) => encodeNodeId('Candidate', person.id);
const merge = (keep: { id: string }, drop: { id: string }, who = officer) =>
  ask(MERGE, { keepId: idOf(keep), dropId: idOf(drop), reason: 'Orang yang sama' }, who);
const undo = (mergeId = '', who = officer) => ask(UNDO, { mergeId }, who);
const codesOf = ({ userErrors }: Payload) => userErrors.map(({ code }) => code);
const person = (values: Parameters<typeof aCandidate>[1] = {}) =>
  world.seed((manager) => aCandidate(manager, values));
const withAccount = async (values: Parameters<typeof aCandidate>[1] = {}) => {
  const account = await world.seed((manager) => anAccount(manager));
  return { account, person: await person({ accountId: account.id, ...values }) };
};
const meOf = async (account: Account) => {
  const asking = { audience: 'candidate', accountId: account.id } as const;
  type Me = { me: { id: string; competencies: unknown[] } | null };
  return (await world.data<Me>('{ me { id competencies { level } } }', asking)).me;
};
const consent = (candidateId: string, values: { vacancyId?: string; withdrawn?: boolean }) =>
  world.seed((manager) =>
    manager.query(
      `INSERT INTO consents (candidate_id, purpose, employer_id, vacancy_id, text_version, granted_at, withdrawn_at, channel)
       VALUES ($1, 'SHARE_WITH_EMPLOYER', $2, $3, '1', '2026-10-01', $4, 'SELF')`,
      [
        ...[candidateId, pairWorld.vacancies[0].employerId, values.vacancyId ?? null],
        values.withdrawn ? '2026-10-02' : null,
      ],
    ),
  );
const liveOf = async (candidateId: string) => {
  const { rows } = await owner.query(
    'SELECT purpose FROM consents WHERE candidate_id = $1 AND withdrawn_at IS NULL ORDER BY 1',
    [candidateId],
  );
  return rows.map(({ purpose }) => purpose);
};

describe('mergeDuplicates', () => {
  it('keeps the stronger evidence of what both hold, and all that one of them holds', async () => {
    const [one, two, three] = pairWorld.competencyIds;
    const keep = await person({
      competencies: [holds(one, 5), holds(two, 2, { evidence: 'TESTED', yearsUsed: 1 })],
    });
    const drop = await person({
      competencies: [
        holds(one, 3, { evidence: 'CERTIFIED' }),
        holds(two, 5, { yearsUsed: 4 }),
        holds(three, 1),
      ],
    });
    expect(codesOf(await merge(keep, drop))).toEqual([]);
    const { rows } = await owner.query(
      `SELECT competency_id, level, evidence, years_used FROM candidate_competencies WHERE candidate_id = $1 ORDER BY 1`,
      [keep.id],
    );
    expect(rows).toEqual([
      { competency_id: one, level: 3, evidence: 'CERTIFIED', years_used: null },
      { competency_id: two, level: 2, evidence: 'TESTED', years_used: 4 },
      { competency_id: three, level: 1, evidence: 'SELF_DECLARED', years_used: null },
    ]);
  });

  it('leaves one of the two in rankings', async () => {
    const [keep, drop] = [await person(), await person()];
    await merge(keep, drop);
    await world.refresh();
    const variables = { id: encodeNodeId('Vacancy', pairWorld.vacancies[0].id) };
    type Ranked = { vacancy: { rankedCandidates: { edges: unknown[] } } };
    const { vacancy } = await world.data<Ranked>(RANKING, { accountId: employer.id, variables });
    expect(vacancy.rankedCandidates).toMatchObject({ totalConsidered: 1, excludedByConsent: 0 });
    expect(vacancy.rankedCandidates.edges).toHaveLength(1);
  });

  it('leads both accounts to the one record', async () => {
    const [keep, drop] = [await withAccount(), await withAccount()];
    await merge(keep.person, drop.person);
    expect((await meOf(drop.account))?.id).toBe(idOf(keep.person));
    expect((await meOf(keep.account))?.id).toBe(idOf(keep.person));
  });

  it('brings the consent of the one along, where the other never said anything', async () => {
    const [keep, drop] = [await person({ matchingConsentAt: null }), await person()];
    await merge(keep, drop);
    expect(await liveOf(keep.id)).toEqual(['MATCHING']);
    const { rows } = await owner.query('SELECT matching_consent_at FROM candidates WHERE id = $1', [
      keep.id,
    ]);
    expect(rows[0].matching_consent_at).toEqual(drop.matchingConsentAt);
  });

  it('never brings back what one of them took back', async () => {
    const [keep, drop] = [await person(), await person({ matchingConsentAt: null })];
    await world.seed((manager) =>
      manager.query(
        `INSERT INTO consents (candidate_id, purpose, text_version, granted_at, withdrawn_at, channel)
         VALUES ($1, 'MATCHING', '1', '2026-01-01', '2026-02-01', 'SELF')`,
        [drop.id],
      ),
    );
    const { vacancies } = pairWorld;
    await consent(drop.id, {});
    await consent(keep.id, { vacancyId: vacancies[0].id, withdrawn: true });
    await merge(keep, drop);
    expect(await liveOf(keep.id)).toEqual([]);
    expect(await liveOf(drop.id)).toEqual([]);
    expect(
      await world.seed((manager) => manager.findOneByOrFail(Candidate, { id: keep.id })),
    ).toMatchObject({
      matchingConsentAt: null,
    });
  });

  it('refuses one record twice, other numbers, a second merge and an open objection', async () => {
    const [keep, drop, third] = [await person(), await person(), await person()];
    expect(codesOf(await merge(keep, keep))).toEqual(['MERGE_NOT_POSSIBLE']);
    await merge(keep, drop);
    expect(codesOf(await merge(third, drop))).toEqual(['MERGE_NOT_POSSIBLE']);
    expect(codesOf(await merge(third, keep))).toEqual(['MERGE_NOT_POSSIBLE']);
    await world.seed(async (manager) => {
      const identity = { setBy: 'SELF' as const, at: NOW };
      for (const [candidateId, digits] of [
        [keep.id, '7271015708950001'],
        [third.id, '7271015708950002'],
      ]) {
        await keepIdentity(manager, bookKeys.vault, { ...identity, candidateId, digits });
      }
    });
    expect(codesOf(await merge(keep, third))).toEqual(['IDENTITY_NUMBERS_DIFFER']);
  });

  it('finds nobody of another area, as nobody who was erased', async () => {
    const [keep, far] = [await person(), await person({ regionCode: '73.71.01' })];
    await expect(merge(keep, far)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(merge(keep, { id: officer.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const auditor = await world.seed((manager) => anOfficer(manager, { role: 'AUDITOR' }));
    await expect(merge(keep, far, auditor)).rejects.toMatchObject({ code: 'OFFICE_ONLY' });
  });

  it('makes one of two that are merged into each other at once', async () => {
    const [one, two] = [await person(), await person()];
    const answers = await Promise.all([merge(one, two), merge(two, one)]);
    expect(answers.map(codesOf).sort()).toEqual([[], ['MERGE_NOT_POSSIBLE']]);
  });

  it('stands in the audit log without the officer’s words', async () => {
    await merge(await person(), await person());
    const { rows } = await owner.query(
      "SELECT actor, detail::text FROM audit_entries WHERE action = 'candidates.merged'",
    );
    expect(rows).toMatchObject([{ actor: `account:${officer.id}` }]);
    expect(rows[0].detail).not.toContain('Orang');
  });
});

describe('undoMerge', () => {
  const seed = Date.now() % 1_000_000;

  it(`parts any two as they were (seed ${seed})`, async () => {
    const random = seeded(seed);
    for (let each = 0; each < 25; each += 1) {
      const [keep, drop] = await world.seed(async (manager) => [
        await aRandomPerson(manager, random, pairWorld),
        await aRandomPerson(manager, random, pairWorld),
      ]);
      const people = [keep.id, drop.id];
      const before = await rowsOf(owner, people);
      const merged = await merge(keep, drop);
      expect(codesOf(merged)).toEqual([]);
      expect(await rowsOf(owner, people)).not.toEqual(before);
      expect(await undo(merged.merge?.id)).toEqual({ isUndone: true, userErrors: [] });
      expect(await rowsOf(owner, people)).toEqual(before);
    }
  }, 60_000);

  it('leaves alone what was changed since', async () => {
    const [competencyId] = pairWorld.competencyIds;
    const keep = await person();
    const drop = await person({ competencies: [holds(competencyId, 2)], phone: '+6281234567890' });
    const { merge: merged } = await merge(keep, drop);
    await world.seed(async (manager) => {
      await manager.query('UPDATE candidate_competencies SET level = 5 WHERE candidate_id = $1', [
        keep.id,
      ]);
      await manager.query("UPDATE candidates SET phone = '+6281299999999' WHERE id = $1", [
        keep.id,
      ]);
    });
    await undo(merged?.id);
    const { rows } = await owner.query(
      'SELECT phone, level FROM candidates JOIN candidate_competencies ON candidate_id = id WHERE id = $1',
      [keep.id],
    );
    expect(rows).toEqual([{ phone: '+6281299999999', level: 5 }]);
  });

  it('comes the last one first, within 30 days, and from the office of the area', async () => {
    const [keep, one, two] = [await person(), await person(), await person()];
    const elsewhere = await world.seed((manager) => anOfficer(manager, { regionCode: '73.71' }));
    const first = (await merge(keep, one)).merge?.id;
    clockMs += 1;
    const second = (await merge(keep, two)).merge?.id;
    expect(codesOf(await undo(first))).toEqual(['UNDO_NOT_POSSIBLE']);
    await expect(undo(second, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await undo(second)).isUndone).toBe(true);
    await expect(undo(second)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const listed = await world.data(MERGES, { audience: 'office', accountId: officer.id });
    expect(listed).toEqual({ merges: [{ id: first, reason: 'Orang yang sama' }] });
    clockMs += 30 * DAY_MS;
    expect(codesOf(await undo(first))).toEqual(['UNDO_NOT_POSSIBLE']);
  });
});

describe('exportMyData', () => {
  it('holds the record that rests, too', async () => {
    const keep = await withAccount();
    const drop = await person({ fullName: 'Nama Lama Sekali' });
    await merge(keep.person, drop);
    const query = `mutation { exportMyData(input: { clientMutationId: "e", format: JSON }) { content } }`;
    type Exported = { exportMyData: { content: string } };
    const asking = { audience: 'candidate', accountId: keep.account.id } as const;
    const { exportMyData } = await world.data<Exported>(query, asking);
    expect(exportMyData.content).toContain('Nama Lama Sekali');
  });
});

describe('a merge that is final', () => {
  const finish = () => world.services.duplicates.finish(new AbortController().signal);

  it('erases the record that rests, whose account goes over', async () => {
    const keep = await person();
    const drop = await withAccount();
    await merge(keep, drop.person);
    expect(await finish()).toBe(0);
    clockMs += 30 * DAY_MS;
    expect(await finish()).toBe(1);
    expect(erased).toEqual([drop.person.id]);
    expect((await meOf(drop.account))?.id).toBe(idOf(keep));
    const { rows } = await owner.query('SELECT id FROM candidates');
    expect(rows).toEqual([{ id: keep.id }]);
  });

  const holderOf = async (address: string) => {
    const { rows } = await owner.query(
      'SELECT account_id FROM account_addresses WHERE address_hash = sha256($1::bytea)',
      [address],
    );
    return rows[0]?.account_id ?? null;
  };
  const bind = ({ id }: Account, address: string) =>
    world.seed((manager) =>
      manager.query(
        `INSERT INTO account_addresses (address_hash, account_id, kind, bound_at, last_seen_at)
         VALUES (sha256($1::bytea), $2, 'PHONE', now(), now())`,
        [address, id],
      ),
    );

  it('gives the addresses of the second account to the first', async () => {
    const [keep, drop] = [await withAccount(), await withAccount()];
    await bind(drop.account, 'nomor lama');
    await merge(keep.person, drop.person);
    clockMs += 30 * DAY_MS;
    await finish();
    expect(await holderOf('nomor lama')).toBe(keep.account.id);
  });

  it('gives nobody the way into an account that acts for an employer', async () => {
    const keep = { account: employer, person: await person({ accountId: employer.id }) };
    const drop = await withAccount();
    await bind(drop.account, 'nomor lama');
    await merge(keep.person, drop.person);
    clockMs += 30 * DAY_MS;
    await finish();
    expect(await holderOf('nomor lama')).toBeNull();
  });

  it('goes with the person: both records, and what was kept for parting them', async () => {
    const keep = await withAccount();
    const drop = await withAccount();
    await merge(keep.person, drop.person);
    const query = `mutation { eraseMe(input: { clientMutationId: "x", confirm: "HAPUS" }) { erasedAt } }`;
    await world.data(query, { audience: 'candidate', accountId: drop.account.id });
    expect([...erased].sort()).toEqual([keep.person.id, drop.person.id].sort());
    const { rows } = await owner.query(
      'SELECT (SELECT count(*)::integer FROM candidates) AS people, (SELECT count(*)::integer FROM candidate_merges) AS merges',
    );
    expect(rows).toEqual([{ people: 0, merges: 0 }]);
  });
});

describe('a book that names a record that rests', () => {
  it('finds the one that stands for it', async () => {
    const keep = await person({ isDemo: false, birthDate: null });
    const drop = await person({ phone: '+6281234567890', birthDate: '1995-08-17' });
    await merge(keep, drop);
    expect(await takeBook(world.dataSource, book(SRI))).toMatchObject({
      created: 0,
      duplicatesKnown: 1,
    });
  });

  it('overwrites nothing that the person of a merged record said', async () => {
    await takeBook(world.dataSource, book(SRI));
    const keep = await world.seed((manager) =>
      manager.findOneByOrFail(Candidate, { fullName: 'Sri Wahyuni' }),
    );
    const { person: drop } = await withAccount();
    await merge(keep, drop);
    await takeBook(world.dataSource, book(SRI.replace('SMK TKJ', 'S2')));
    const { education } = await world.seed((manager) =>
      manager.findOneByOrFail(Candidate, { id: keep.id }),
    );
    expect(education).toBe('SMK');
  });
});
