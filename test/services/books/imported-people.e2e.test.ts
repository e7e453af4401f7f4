import { type Account, Candidate, type Vacancy } from '../../../src/entities';
import { keyedHash } from '../../../src/identity/derived-keys';
import { Matcher } from '../../../src/matches/matcher';
import { encodeNodeId } from '../../../src/resolvers/node-id';
import { documentSources } from '../../../src/search/document-rows';
import { aCandidate, anAccount, anEmployerWithOwner, anOfficer, aVacancy } from '../../builders';
import { ANDI, book, bookKeys, SRI, takeBook } from '../../imports/books/people-world';
import { type GraphWorld, NOW, startGraphWorld } from '../../resolvers/graph-world';

const RANKING = `query ($id: ID!) { vacancy(id: $id) { rankedCandidates {
  totalConsidered totalEligible excludedByConsent edges { node { handle } } } } }`;
const REGISTER = `mutation ($input: RegisterCandidateInput!) { registerCandidate(input: $input, consentTextVersion: "1") {
  me { id fullName education phone matchingConsentAt origins { source row suggestions { suggestions { matchedText } } } }
  userErrors { code path message(lang: EN) } } }`;
const RECOVER = `mutation ($input: RecoverAccountInput!) { recoverAccount(input: $input) { isRecovered } }`;
const PHONE = '+6281234567890';

let world: GraphWorld;
let employer: Account;
let vacancy: Vacancy;
let sri: Candidate;

beforeEach(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    const made = await anEmployerWithOwner(manager);
    employer = made.account;
    vacancy = await aVacancy(manager, { employerId: made.employer.id });
    await aCandidate(manager, { fullName: 'Orang Lain (contoh)' });
  });
  await takeBook(world.dataSource, book(SRI, ANDI));
  sri = await world.seed((manager) =>
    manager.findOneByOrFail(Candidate, { fullName: 'Sri Wahyuni' }),
  );
  await world.refresh();
});

afterEach(async () => {
  await world.stop();
});

interface Ranking {
  totalConsidered: number;
  excludedByConsent: number;
  edges: unknown[];
}
const rank = async () => {
  const asking = { accountId: employer.id, variables: { id: encodeNodeId('Vacancy', vacancy.id) } };
  type Answer = { vacancy: { rankedCandidates: Ranking } };
  return (await world.data<Answer>(RANKING, asking)).vacancy.rankedCandidates;
};
const activePeople = () =>
  world.seed((manager) => manager.countBy(Candidate, { status: 'ACTIVE' }));

/** An account that signed in with a code sent to this number. */
const accountOf = (phone = PHONE) =>
  world.seed(async (manager) => {
    const account = await anAccount(manager);
    await manager.query(
      `INSERT INTO account_addresses (address_hash, account_id, kind, bound_at, last_seen_at)
       VALUES ($1, $2, 'PHONE', now(), now())`,
      [keyedHash(bookKeys.address, phone), account.id],
    );
    return account;
  });

interface Me {
  id: string;
  fullName: string;
  education: string;
  phone: string;
  origins: { source: string; suggestions: { suggestions: { matchedText: string }[] } }[];
}
interface Answer {
  me: Me | null;
  userErrors: { code: string; path: string[]; message: string }[];
}
async function tryToRegister(account: Account, values: object = {}): Promise<Answer> {
  const profile = {
    fullName: 'Sri W.',
    regionCode: '72.71.01',
    birthDate: '1995-08-17',
    ...values,
  };
  const variables = { input: { clientMutationId: 'register', profile } };
  const asking = { audience: 'candidate', accountId: account.id, variables } as const;
  return (await world.data<{ registerCandidate: Answer }>(REGISTER, asking)).registerCandidate;
}
async function register(account: Account, values: object = {}): Promise<Me> {
  const { me, userErrors } = await tryToRegister(account, values);
  if (me === null) throw new Error(JSON.stringify(userErrors));
  return me;
}

describe('somebody whom a book brought', () => {
  it('counts among the people who have not agreed, and stands in no ranking', async () => {
    const ranking = await rank();
    expect(ranking).toMatchObject({ totalConsidered: 1, excludedByConsent: 2 });
    expect(ranking.edges).toHaveLength(1);
    expect(ranking.totalConsidered + ranking.excludedByConsent).toBe(await activePeople());
  });

  it('has no document in the index of people', async () => {
    const { list, load } = documentSources.candidates;
    const listed = await world.seed(list);
    expect(listed.map(({ rowId }) => rowId)).not.toContain(sri.id);
    const { documents, absent } = await world.seed((manager) => load(manager, [sri.id]));
    expect([documents, absent]).toEqual([[], [sri.number]]);
  });

  it('is on no standing list and in no stream of matches', async () => {
    const matcher = new Matcher({
      clock: { now: () => NOW },
      change: world.seed,
      changesOf: async () => [],
    });
    const store = await world.facts();
    await matcher.refresh(store, 0);
    const change = {
      seq: 2,
      aggregate: 'candidate',
      aggregateId: sri.id,
      kind: 'candidate.created',
    };
    await store.apply(world.seed, [change]);
    await matcher.handle(store, [change]);
    const [{ lists, events }] = await world.seed((manager) =>
      manager.query(
        `SELECT (SELECT count(*)::integer FROM matches WHERE candidate_id = $1) AS lists,
           (SELECT count(*)::integer FROM match_events) AS events`,
        [sri.id],
      ),
    );
    expect([lists, events]).toEqual([0, 0]);
  });

  it('takes the entry over by the telephone and the day of birth, and is then ranked', async () => {
    const me = await register(await accountOf());
    expect(me).toMatchObject({
      ...{ id: encodeNodeId('Candidate', sri.id), fullName: 'Sri W.' },
      // What the person did not say stays as the book has it.
      ...{ education: 'SMK', phone: PHONE },
    });
    await world.refresh();
    expect(await rank()).toMatchObject({ totalConsidered: 2, excludedByConsent: 1 });
  });

  it('reads where the record comes from, and what the book’s words may mean', async () => {
    const { origins } = await register(await accountOf());
    expect(origins).toMatchObject([{ source: 'buku 2026', row: 2 }]);
    const words = origins[0].suggestions.suggestions.map(({ matchedText }) => matchedText);
    expect(words).toContain('las listrik');
    const held = await world.seed((manager) =>
      manager.query('SELECT * FROM candidate_competencies WHERE candidate_id = $1', [sri.id]),
    );
    expect(held).toEqual([]);
  });

  it('is no second person for a wrong or missing day of birth: it is asked for again', async () => {
    const account = await accountOf();
    for (const birthDate of ['1990-01-01', null]) {
      const { me, userErrors } = await tryToRegister(account, { birthDate });
      expect([me, userErrors]).toEqual([
        null,
        [expect.objectContaining({ code: 'BIRTH_DATE_DIFFERS', path: ['birthDate'] })],
      ]);
      expect(userErrors[0].message).not.toMatch(/Sri|1995/);
    }
    expect((await register(account)).id).toBe(encodeNodeId('Candidate', sri.id));
  });

  it('is not taken over any more after three tries, by whomever', async () => {
    for (const birthDate of ['1990-01-01', '1990-01-02']) {
      expect((await tryToRegister(await accountOf(), { birthDate })).me).toBeNull();
      await world.seed((manager) => manager.query('DELETE FROM account_addresses'));
    }
    const third = await register(await accountOf(), { birthDate: '1990-01-03' });
    await world.seed((manager) => manager.query('DELETE FROM account_addresses'));
    const late = await register(await accountOf());
    expect([third.id, late.id]).not.toContain(encodeNodeId('Candidate', sri.id));
  });

  it('is found by the office beside who registered with the number and other days of birth', async () => {
    const account = await accountOf();
    for (const birthDate of ['1990-01-01', '1990-01-02']) {
      await tryToRegister(account, { birthDate });
    }
    const { id } = await register(account, { birthDate: '1990-01-03' });
    const officer = await world.seed((manager) => anOfficer(manager));
    const { candidates } = await world.data<{ candidates: { id: string }[] }>(
      'query ($text: String!) { candidates(text: $text, purpose: COUNTER_SERVICE) { id } }',
      { audience: 'office', accountId: officer.id, variables: { text: PHONE } },
    );
    expect(candidates.map((found) => found.id).sort()).toEqual(
      [id, encodeNodeId('Candidate', sri.id)].sort(),
    );
  });

  it('is not taken over by who has the day of birth and another telephone', async () => {
    const me = await register(await accountOf('+6281299999999'));
    expect(me.id).not.toBe(encodeNodeId('Candidate', sri.id));
  });

  it('is taken over once', async () => {
    await register(await accountOf());
    await world.seed((manager) => manager.query('DELETE FROM account_addresses'));
    const other = await register(await accountOf());
    expect(other.id).not.toBe(encodeNodeId('Candidate', sri.id));
  });

  it('gets an account at the office of the area only', async () => {
    const [officer, elsewhere] = await world.seed(async (manager) => [
      await anOfficer(manager),
      await anOfficer(manager, { regionCode: '73.71' }),
    ]);
    const input = { candidateId: encodeNodeId('Candidate', sri.id), address: PHONE };
    const asking = (by: Account) => ({
      ...{ audience: 'office' as const, accountId: by.id },
      variables: { input: { clientMutationId: 'recover', ...input } },
    });
    await expect(world.data(RECOVER, asking(elsewhere))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await world.data(RECOVER, asking(officer))).toEqual({
      recoverAccount: { isRecovered: true },
    });
  });

  it('is no longer the book’s to change once it was taken over', async () => {
    await register(await accountOf());
    await takeBook(world.dataSource, book(SRI.replace('Sri Wahyuni', 'Nama Lain'), ANDI));
    const person = await world.seed((manager) =>
      manager.findOneByOrFail(Candidate, { id: sri.id }),
    );
    expect(person.fullName).toBe('Sri W.');
  });
});
