import { Candidate } from '../../src/entities';
import { type GraphWorld, NOW, startGraphWorld } from '../resolvers/graph-world';
import { announced, as, problemsOf, signedIn } from './own-world';

let world: GraphWorld;
beforeAll(async () => {
  world = await startGraphWorld();
});
afterAll(() => world.stop());

interface Answer {
  me: { status: string; confirmedOn: string; reconfirmDueOn: string; version: number } | null;
  userErrors: { code: string; path: string[] }[];
}
let attempts = 0;
const ask = async (operation: string, account: { id: string }): Promise<Answer> => {
  attempts += 1;
  const data = await world.data<Record<string, Answer>>(
    `mutation ($input: JobSearchInput!) { ${operation}(input: $input) {
      me { status confirmedOn reconfirmDueOn version } userErrors { code path } } }`,
    as(account, { input: { clientMutationId: `attempt ${attempts}` } }),
  );
  return data[operation];
};
const statusOf = async ({ id }: Candidate) =>
  (await world.seed((manager) => manager.findOneByOrFail(Candidate, { id }))).status;
const signal = new AbortController().signal;

describe('pauseUnconfirmed', () => {
  it('pauses who did not confirm for 180 days, once, and nobody else', async () => {
    const late = await signedIn(world, { confirmedOn: '2026-05-24' });
    const due = await signedIn(world, { confirmedOn: '2026-05-25' });
    const placed = await signedIn(world, { confirmedOn: '2020-01-01', status: 'PLACED' });
    expect(await world.services.candidates.pauseUnconfirmed(signal)).toBe(1);
    expect(await world.services.candidates.pauseUnconfirmed(signal)).toBe(0);
    expect(await Promise.all([late, due, placed].map(({ person }) => statusOf(person)))).toEqual([
      'DORMANT',
      'ACTIVE',
      'PLACED',
    ]);
    expect(await announced(world, late.person.id)).toEqual(['candidate.paused']);
    expect(await announced(world, due.person.id)).toEqual([]);
  });

  it('takes more people than one transaction holds, and stops between two', async () => {
    await world.seed((manager) =>
      manager.query(
        `INSERT INTO candidates (status, full_name, confirmed_on)
         SELECT 'ACTIVE', 'Orang Uji (contoh)', '2025-01-01' FROM generate_series(1, 1001)`,
      ),
    );
    const stopped = AbortSignal.abort();
    expect(await world.services.candidates.pauseUnconfirmed(stopped)).toBe(0);
    expect(await world.services.candidates.pauseUnconfirmed(signal)).toBe(1001);
  });
});

describe('reconfirmJobSearch', () => {
  it('brings back who was paused, and moves the day for who was not', async () => {
    const dormant = await signedIn(world, { status: 'DORMANT', confirmedOn: '2025-01-01' });
    const { me } = await ask('reconfirmJobSearch', dormant.account);
    const today = NOW.toISOString().slice(0, 10);
    expect(me).toEqual({
      status: 'ACTIVE',
      confirmedOn: today,
      reconfirmDueOn: '2027-05-20',
      version: 2,
    });
    expect(await announced(world, dormant.person.id)).toEqual(['candidate.activated']);
    const active = await signedIn(world);
    expect((await ask('reconfirmJobSearch', active.account)).me?.confirmedOn).toBe(today);
    expect(await announced(world, active.person.id)).toEqual(['candidate.updated']);
  });

  it('does not begin where work was found, nor for who is under age', async () => {
    const placed = await signedIn(world, { status: 'PLACED' });
    expect(problemsOf(await ask('reconfirmJobSearch', placed.account))).toEqual([
      ['SEARCH_STATE_NOT_ALLOWED', 'status'],
    ]);
    const minor = await signedIn(world, { status: 'DORMANT', birthDate: '2010-01-01' });
    expect(problemsOf(await ask('reconfirmJobSearch', minor.account))).toEqual([
      ['GUARDIAN_CONSENT_REQUIRED', 'birthDate'],
    ]);
  });
});

describe('pauseJobSearch', () => {
  it('leaves the rankings until the search is confirmed anew', async () => {
    const { account, person } = await signedIn(world);
    expect((await ask('pauseJobSearch', account)).me?.status).toBe('DORMANT');
    expect((await ask('pauseJobSearch', account)).me?.version).toBe(2);
    expect((await ask('reconfirmJobSearch', account)).me?.status).toBe('ACTIVE');
    expect(await announced(world, person.id)).toEqual(['candidate.paused', 'candidate.activated']);
  });
});
