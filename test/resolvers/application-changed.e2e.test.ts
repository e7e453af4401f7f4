import { streamCursors } from '../../src/changes/stream-cursor';
import type { Account, Candidate, Vacancy } from '../../src/entities';
import { Membership } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, anAccount, anEmployerWithOwner, aVacancy } from '../builders';
import { type Following, type MatchStreamWorld, startMatchStreamWorld } from './match-stream-world';

const SUBSCRIPTION = `subscription ($after: String) { applicationChanged(after: $after) {
  kind: __typename
  ... on ApplicationChange { eventId cursor applicationId vacancyId state }
  ... on Heartbeat { cursor }
  ... on ResumeGap { reason freshCursor } } }`;

interface Item {
  kind: string;
  cursor: string;
  eventId?: string;
  applicationId?: string;
  vacancyId?: string;
  state?: string;
}

let world: MatchStreamWorld;
let owner: Account;
let vacancy: Vacancy;
let seeker: Account;
beforeAll(async () => {
  world = await startMatchStreamWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  ({ owner, vacancy } = await anEmployer());
  ({ account: seeker } = await aSeeker());
});

const anEmployer = () =>
  world.seed(async (manager) => {
    const { employer, account } = await anEmployerWithOwner(manager);
    return { owner: account, vacancy: await aVacancy(manager, { employerId: employer.id }) };
  });
const aSeeker = (): Promise<{ account: Account; candidate: Candidate }> =>
  world.seed(async (manager) => {
    const account = await anAccount(manager);
    return { account, candidate: await aCandidate(manager, { accountId: account.id }) };
  });

let keys = 0;
const key = () => {
  keys += 1;
  return { clientMutationId: `key ${keys}` };
};

async function apply({ id: accountId } = seeker, vacancyId = vacancy.id): Promise<string> {
  const share = [{ purpose: 'SHARE_WITH_EMPLOYER', textVersion: '1' } as const];
  const command = { ...key(), vacancyId, share, message: null };
  const { value } = await world.services.contacts.apply({ accountId }, command);
  return String(value);
}
const move = (applicationId: string) =>
  world.services.contacts.move(
    { accountId: owner.id },
    { ...key(), applicationId, to: 'INTERVIEW', reason: null },
  );

const follow = (audience: 'employer' | 'candidate', account: Account, after?: string) =>
  world.follow(SUBSCRIPTION, { audience, accountId: account.id }, { after });

/** The next event; heartbeats say nothing new. */
async function nextEvent(following: Following): Promise<Item> {
  for (;;) {
    const item = await following.next<Item>();
    if (item.kind !== 'Heartbeat') return item;
  }
}

const told = (applicationId: string, state: string) => ({
  kind: 'ApplicationChange',
  ...{ eventId: expect.any(String), cursor: expect.any(String), state },
  applicationId: encodeNodeId('Application', applicationId),
  vacancyId: encodeNodeId('Vacancy', vacancy.id),
});

describe('applicationChanged', () => {
  it('tells the person and the employer, by ids alone', async () => {
    const both = [await follow('employer', owner), await follow('candidate', seeker)];
    for (const following of both) await following.next();
    const id = await apply();
    for (const following of both) expect(await nextEvent(following)).toEqual(told(id, 'SUBMITTED'));
    await move(id);
    for (const following of both) {
      expect(await nextEvent(following)).toEqual(told(id, 'INTERVIEW'));
      following.leave();
    }
  });

  it('tells nobody else', async () => {
    const other = await anEmployer();
    const stranger = await aSeeker();
    const strangers = [
      await follow('employer', other.owner),
      await follow('candidate', stranger.account),
    ];
    for (const following of strangers) await following.next();
    await apply();
    const own = await apply(stranger.account, other.vacancy.id);
    for (const following of strangers) {
      expect(await nextEvent(following)).toMatchObject({
        applicationId: encodeNodeId('Application', own),
      });
      following.leave();
    }
  });

  it('goes on behind a cursor without a gap', async () => {
    const first = await follow('candidate', seeker);
    const { cursor } = await first.next<Item>();
    first.leave();
    const id = await apply();
    await move(id);
    const again = await follow('candidate', seeker, cursor);
    // The state is that of now, whichever step is told.
    expect([await nextEvent(again), await nextEvent(again)]).toEqual([
      told(id, 'INTERVIEW'),
      told(id, 'INTERVIEW'),
    ]);
    again.leave();
  });

  it('tells a cursor of another stream that it is none of this', async () => {
    const cursor = streamCursors('secret', 'vacancy changes').encode(0);
    const following = await follow('employer', owner, cursor);
    expect(await following.next<Item>()).toMatchObject({ kind: 'ResumeGap', reason: 'UNKNOWN' });
    following.leave();
  });

  it('stops telling whoever no longer acts for the employer', async () => {
    const following = await follow('employer', owner);
    await following.next();
    const elsewhere = await anEmployer();
    await world.seed(async (manager) => {
      await manager.update(Membership, { accountId: owner.id }, { endsAt: new Date('2026-01-02') });
      await manager.query(
        `INSERT INTO memberships (account_id, employer_id, role, starts_at) VALUES ($1, $2, 'OWNER', '2020-01-01')`,
        [owner.id, elsewhere.vacancy.employerId],
      );
    });
    // What was known of the memberships may be half a second old.
    await new Promise((resolve) => setTimeout(resolve, 600));
    await apply();
    const later = await apply((await aSeeker()).account, elsewhere.vacancy.id);
    expect(await nextEvent(following)).toMatchObject({
      applicationId: encodeNodeId('Application', later),
    });
    following.leave();
  });

  it('is refused to accounts that are nobody’s', async () => {
    const account = await world.seed((manager) => anAccount(manager));
    await expect(follow('employer', account)).rejects.toMatchObject({ code: 'EMPLOYER_ONLY' });
    await expect(follow('candidate', account)).rejects.toMatchObject({ code: 'CANDIDATE_ONLY' });
  });
});
