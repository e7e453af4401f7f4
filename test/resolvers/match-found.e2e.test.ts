import {
  type Account,
  Candidate,
  ConsumerCursor,
  Employer,
  Membership,
  type Vacancy,
} from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import {
  aCandidate,
  aCrowd,
  aMembership,
  anAccount,
  anEmployerWithOwner,
  aStanding,
  aVacancy,
  holds,
  must,
} from '../builders';
import { eventually } from '../changes/memory-log';
import { NOW } from './graph-world';
import {
  anEntry,
  type Following,
  type MatchStreamWorld,
  startMatchStreamWorld,
} from './match-stream-world';

let world: MatchStreamWorld;
let account: Account;
let employer: Employer;
let vacancy: Vacancy;

beforeAll(async () => {
  world = await startMatchStreamWorld((manager) =>
    aCrowd(manager, { competencies: [holds('patroli')] }),
  );
  await world.seed(async (manager) => {
    ({ account, employer } = await anEmployerWithOwner(manager));
    vacancy = await aVacancy(manager, {
      employerId: employer.id,
      requirements: [must('patroli', 2)],
    });
  });
});

afterAll(() => world.stop());

const QUERY = `subscription ($after: String, $vacancyIds: [ID!], $minVerdict: MatchVerdict = STRETCH) {
  matchFound(after: $after, vacancyIds: $vacancyIds, minVerdict: $minVerdict) {
    kind: __typename
    ... on MatchEvent {
      eventId cursor change: kind cause rank scoreBp verdict entered risen left handle
      vacancy { id title }
      card { handle competencies { band competency { id } } }
      match { scoreBp verdict explanation }
    }
    ... on Heartbeat { cursor at }
    ... on ResumeGap { reason freshCursor retainedSince }
  }
}`;

interface Item {
  kind: 'MatchEvent' | 'Heartbeat' | 'ResumeGap';
  eventId: string;
  cursor: string;
  handle: string | null;
  card: { handle: string } | null;
  match: { scoreBp: number } | null;
  rank: number | null;
  vacancy: { id: string };
  freshCursor: string;
}

const follow = (variables: Record<string, unknown> = {}, accountId = account.id) =>
  world.follow(QUERY, { accountId }, variables);

/** A subscription from now on, and its first cursor. */
async function followNow(
  variables: Record<string, unknown> = {},
): Promise<{ following: Following; cursor: string }> {
  const following = await follow(variables);
  const first = await following.next<Item>();
  expect(first).toEqual({ kind: 'Heartbeat', cursor: expect.any(String), at: NOW });
  return { following, cursor: first.cursor };
}

async function someEvents(following: Following, count: number): Promise<Item[]> {
  const items: Item[] = [];
  while (items.length < count) items.push(await following.next<Item>());
  return items;
}

const aPerson = (values: Partial<Candidate> = {}) =>
  world.seed((manager) => aCandidate(manager, { competencies: [holds('patroli')], ...values }));

/** Somebody on the list of the vacancy, and the event of it. */
async function anEnteringPerson() {
  const person = await aPerson();
  await world.seed((manager) =>
    aStanding(manager, { vacancyId: vacancy.id, candidateId: person.id }),
  );
  return { person, entry: anEntry(vacancy, { candidateId: person.id }) };
}

describe('matchFound', () => {
  it('tells of somebody who enters, with card and match as of now', async () => {
    const { following } = await followNow();
    const { person, entry } = await anEnteringPerson();
    await world.append(entry);
    const event = await following.next<Item>();
    expect(event).toMatchObject({
      kind: 'MatchEvent',
      change: 'ENTERED',
      cause: 'NEW_PERSON',
      ...{ rank: 1, scoreBp: 6_000, verdict: 'POSSIBLE', entered: 1, risen: 0, left: 0 },
      vacancy: { id: encodeNodeId('Vacancy', vacancy.id), title: 'Satpam' },
      card: { handle: event.handle, competencies: [{ band: 'WORKING' }] },
      match: { verdict: expect.any(String), explanation: expect.any(String) },
    });
    expect(event.handle).toMatch(/^[0-9a-f]{20}$/);
    expect(JSON.stringify(event)).not.toContain(person.id);
    following.leave();
  });

  it('goes on behind a cursor: nothing is missing, nothing comes twice', async () => {
    const { following, cursor } = await followNow();
    await world.append(...[1, 2, 3].map((rank) => anEntry(vacancy, { rank })));
    const [first, second] = await someEvents(following, 2);
    following.leave();
    await world.append(...[4, 5].map((rank) => anEntry(vacancy, { rank })));

    const resumed = await follow({ after: second.cursor });
    const all = await follow({ after: cursor });
    const rest = await someEvents(resumed, 3);
    expect(rest.map(({ rank }) => rank)).toEqual([3, 4, 5]);
    const next = someEvents(resumed, 1);
    await world.append(anEntry(vacancy, { rank: 6 }));
    const told = [first, second, ...rest, ...(await next)];
    expect((await someEvents(all, 6)).map(({ eventId }) => eventId)).toEqual(
      told.map(({ eventId }) => eventId),
    );
    resumed.leave();
    all.leave();
  });

  it('tells only of the vacancies and verdicts asked for, and of counts always', async () => {
    const other = await world.seed((manager) => aVacancy(manager, { employerId: employer.id }));
    const { following } = await followNow({
      vacancyIds: [encodeNodeId('Vacancy', vacancy.id)],
      minVerdict: 'STRONG',
    });
    const many = { kind: 'SEVERAL', cause: 'VARIOUS', verdict: null, rank: null } as const;
    await world.append(
      anEntry(other, { verdict: 'STRONG', rank: 1 }),
      anEntry(vacancy, { verdict: 'POSSIBLE', rank: 2 }),
      anEntry(vacancy, { verdict: 'STRONG', rank: 3 }),
      anEntry(vacancy, { ...many, entered: 40, risen: 5, left: 30 }),
    );
    expect(await following.next()).toMatchObject({ rank: 3 });
    expect(await following.next()).toMatchObject({
      ...{ change: 'SEVERAL', entered: 40, risen: 5, left: 30 },
      ...{ handle: null, card: null, match: null, verdict: null },
    });
    following.leave();
  });

  it('tells of a vacancy that is published meanwhile', async () => {
    const { following } = await followNow();
    const fresh = await world.seed((manager) => aVacancy(manager, { employerId: employer.id }));
    await world.append(anEntry(fresh));
    const event = await following.next<Item>();
    expect(event.vacancy.id).toBe(encodeNodeId('Vacancy', fresh.id));
    following.leave();
  });

  it('is silent about other employers, and stops with the mandate', async () => {
    const stranger = await world.seed((manager) => aVacancy(manager));
    const { following } = await followNow();
    await world.append(anEntry(stranger), anEntry(vacancy, { rank: 2 }));
    const event = await following.next<Item>();
    expect(event.rank).toBe(2);

    const staff = await world.seed(async (manager) => {
      const { id: accountId } = await anAccount(manager);
      await aMembership(manager, { accountId, employerId: employer.id, role: 'STAFF' });
      return accountId;
    });
    const beside = await follow({}, staff);
    await beside.next();
    const mine = { accountId: account.id };
    await world.seed((manager) => manager.update(Membership, mine, { endsAt: NOW }));
    // Rights are those of half a second ago at most.
    await new Promise((resolve) => setTimeout(resolve, 600));
    const next = following.next();
    await world.append(anEntry(vacancy, { rank: 3 }));
    // Whoever may see it has seen it, and so has the stream of who may not.
    expect(await beside.next()).toMatchObject({ rank: 3 });
    beside.leave();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await world.seed((manager) => manager.update(Membership, mine, { endsAt: null }));
    await new Promise((resolve) => setTimeout(resolve, 600));
    await world.append(anEntry(vacancy, { rank: 4 }));
    expect(await next).toMatchObject({ rank: 4 });
    following.leave();
  });

  it('shows nobody whose consent has ended, and keeps the handle of who left', async () => {
    const { following, cursor } = await followNow();
    const { person, entry } = await anEnteringPerson();
    await world.append(entry);
    const { handle } = await following.next<Item>();
    await world.seed((manager) =>
      manager.update(Candidate, { id: person.id }, { matchingConsentAt: null }),
    );
    const left = { kind: 'LEFT', cause: 'PERSON_LEFT', rank: null, entered: 0, left: 1 } as const;
    const unseen = await aPerson();
    await world.append(
      anEntry(vacancy, { ...left, candidateId: person.id }),
      anEntry(vacancy, { ...left, candidateId: unseen.id }),
    );
    const known = await following.next<Item>();
    expect(known).toMatchObject({ change: 'LEFT', handle, card: null, match: null });
    expect(await following.next()).toMatchObject({ change: 'LEFT', handle: null });
    following.leave();

    await new Promise((resolve) => setTimeout(resolve, 600));
    const again = await follow({ after: cursor });
    const replayed = { change: 'ENTERED', handle: null, card: null, match: null };
    expect(await again.next()).toMatchObject(replayed);
    again.leave();
  });

  it('shows the card of nobody who no longer stands on the list', async () => {
    const { following } = await followNow();
    const person = await aPerson();
    await world.append(anEntry(vacancy, { candidateId: person.id }));
    const event = await following.next<Item>();
    expect(event).toMatchObject({ handle: expect.any(String), card: null, match: null });
    following.leave();
  });

  it('shows nobody to an employer who is not verified', async () => {
    const { following } = await followNow();
    const { entry } = await anEnteringPerson();
    const verify = (verification: 'VERIFIED' | 'PENDING') =>
      world.seed((manager) => manager.update(Employer, { id: employer.id }, { verification }));
    await verify('PENDING');
    await world.append(entry);
    const hidden = { scoreBp: 6_000, handle: null, card: null, match: null };
    expect(await following.next()).toMatchObject(hidden);
    await verify('VERIFIED');
    following.leave();
  });

  it('forgets the events of a person who is erased', async () => {
    const { following, cursor } = await followNow();
    const { person, entry } = await anEnteringPerson();
    await world.append(entry, anEntry(vacancy, { rank: 9 }));
    await someEvents(following, 2);
    following.leave();
    await world.seed((manager) => manager.delete(Candidate, { id: person.id }));
    await eventually(() => !world.matchTail.remembers(0));
    const again = await follow({ after: cursor });
    expect(await again.next()).toMatchObject({ rank: 9 });
    again.leave();
  });

  it('is not found for another employer’s vacancy', async () => {
    const stranger = await world.seed((manager) => anEmployerWithOwner(manager));
    const vacancyIds = [encodeNodeId('Vacancy', vacancy.id)];
    await expect(follow({ vacancyIds }, stranger.account.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('names at most 200 vacancies', async () => {
    const vacancyIds = Array.from({ length: 201 }, (_, index) =>
      encodeNodeId('Vacancy', `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`),
    );
    await expect(follow({ vacancyIds })).rejects.toMatchObject({ code: 'TOO_MANY_WATCHED' });
  });

  it('is only for who acts for an employer', async () => {
    const jobSeeker = await world.seed((manager) => anAccount(manager));
    await expect(follow({}, jobSeeker.id)).rejects.toMatchObject({ code: 'EMPLOYER_ONLY' });
  });

  it('refuses a list that names no vacancy', async () => {
    const refusal = { code: 'BAD_USER_INPUT', field: ['vacancyIds'] };
    await expect(follow({ vacancyIds: [] })).rejects.toMatchObject(refusal);
  });

  it('is for who signed in', async () => {
    await expect(world.follow(QUERY, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('ends when the client leaves', async () => {
    const { following } = await followNow();
    const waiting = following.nextAnswer();
    following.leave();
    expect(await waiting).toBeUndefined();
  });
});

describe('a cursor that cannot be gone on from', () => {
  it.each(['garbage', ''])('is told, then it goes on live: %j', async (after) => {
    const following = await follow({ after });
    const gap = await following.next<Item>();
    expect(gap).toMatchObject({ kind: 'ResumeGap', reason: 'UNKNOWN' });
    await world.append(anEntry(vacancy, { rank: 77 }));
    expect(await following.next()).toMatchObject({ rank: 77 });
    following.leave();
    const resumed = await follow({ after: gap.freshCursor });
    expect(await resumed.next()).toMatchObject({ rank: 77 });
    resumed.leave();
  });

  it('is told when its events were removed because they were old', async () => {
    const { following, cursor } = await followNow();
    await world.append(anEntry(vacancy), anEntry(vacancy));
    const [, last] = await someEvents(following, 2);
    following.leave();
    const kept = (await world.seed((manager) =>
      manager.findOneByOrFail(ConsumerCursor, { name: 'match events' }),
    )) as ConsumerCursor;
    await world.seed(async (manager) => {
      await manager.query('DELETE FROM match_events WHERE seq <= $1', [kept.seq]);
      await manager.insert(ConsumerCursor, { name: 'match events kept', seq: kept.seq });
    });
    const expired = await follow({ after: cursor });
    const gap = await expired.next<Item>();
    expect(gap).toMatchObject({
      ...{ kind: 'ResumeGap', reason: 'EXPIRED' },
      ...{ freshCursor: last.cursor, retainedSince: null },
    });
    expired.leave();
    await world.append(anEntry(vacancy, { rank: 8 }));
    const good = await follow({ after: last.cursor });
    expect(await good.next()).toMatchObject({ rank: 8 });
    good.leave();
  });
});
