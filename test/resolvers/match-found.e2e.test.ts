import { type ExecutionResult, parse, subscribe } from 'graphql';
import { newestSeq } from '../../src/changes/sequencer';
import { asActor, asActorRead } from '../../src/database/as-actor';
import {
  type Account,
  Candidate,
  type Employer,
  Membership,
  type Vacancy,
} from '../../src/entities';
import { MatchFeed } from '../../src/matches/match-feed';
import { startPeople } from '../../src/matching/engine/start-engine';
import { FactsFeed } from '../../src/matching/facts-feed';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, anEmployerWithOwner, aVacancy, holds, must } from '../builders';
import { startStream, type TestStream } from '../changes/stream';
import { contextFor, createWorldServices, NOW, schemaOf } from './graph-world';

let stream: TestStream;
let services: ReturnType<typeof createWorldServices>;
let account: Account;
let employer: Employer;
let vacancy: Vacancy;

const clock = { now: () => NOW };
const seed = <T>(work: Parameters<typeof asActor<T>>[2]) =>
  asActor(stream.dataSource, 'system', work);

beforeAll(async () => {
  stream = await startStream();
  const { dataSource, databaseUrl, tail, signal, errors } = stream;
  await seed(async (manager) => {
    ({ account, employer } = await anEmployerWithOwner(manager));
    vacancy = await aVacancy(manager, {
      employerId: employer.id,
      requirements: [must('patroli', 2)],
    });
  });
  const shared = {
    newestSeq: () => newestSeq(dataSource),
    readAsSystem: <T>(work: Parameters<typeof asActorRead<T>>[2]) =>
      asActorRead(dataSource, 'system', work),
    clock,
    onError: (error: unknown) => void errors.push(error),
  };
  const facts = new FactsFeed({
    ...shared,
    startPeople: (month) => startPeople({ databaseUrl, month }, { now: Date.now }),
    feed: tail,
    signal,
  });
  const matches = new MatchFeed({ ...shared, tail, facts });
  stream.background(facts.run());
  stream.background(matches.run(signal));
  await facts.current();
  services = createWorldServices(dataSource, facts, { matches });
});

afterAll(async () => {
  await stream.stop();
  expect(stream.errors).toEqual([]);
});

const QUERY = `subscription ($vacancyIds: [ID!], $minVerdict: MatchVerdict) {
  matchFound(vacancyIds: $vacancyIds, minVerdict: $minVerdict) {
    cause vacancy { title } card { handle competencies { band } } match { scoreBp verdict explanation }
  }
}`;

/** Subscribes; `next` waits at most so long for an event. */
async function open(accountId: string, variableValues: Record<string, unknown> = {}) {
  const leaving = new AbortController();
  const args = {
    schema: schemaOf('employer'),
    document: parse(QUERY),
    contextValue: contextFor(services, { accountId, signal: leaving.signal }),
    variableValues: { minVerdict: 'STRETCH', ...variableValues },
  };
  const answer = await subscribe(args);
  if (!(Symbol.asyncIterator in answer)) return { errors: answer.errors, leave: () => undefined };
  const events = answer[Symbol.asyncIterator]() as AsyncIterator<ExecutionResult>;
  let pending: Promise<IteratorResult<ExecutionResult>> | null = null;
  return {
    next: async (withinMs: number) => {
      pending ??= events.next();
      const waited = await Promise.race([
        pending,
        new Promise<null>((resolve) => setTimeout(() => resolve(null), withinMs)),
      ]);
      if (waited !== null) pending = null;
      return waited === null ? null : (waited.value as ExecutionResult | undefined);
    },
    leave: () => leaving.abort(),
  };
}

const draftPerson = (level = 3) =>
  seed((manager) =>
    aCandidate(manager, { status: 'DRAFT', competencies: [holds('patroli', level)] }),
  );

describe('matchFound', () => {
  it('tells within two seconds of a person who is activated and fits', async () => {
    const subscription = await open(account.id, {
      vacancyIds: [encodeNodeId('Vacancy', vacancy.id)],
    });
    const person = await draftPerson();
    const startedAt = performance.now();
    await services.candidates.activate(person.id);
    const event = await subscription.next?.(2_000);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(event?.errors).toBeUndefined();
    expect(event?.data).toMatchObject({
      matchFound: { cause: 'CANDIDATE_ACTIVATED', vacancy: { title: 'Satpam' } },
    });
    expect(JSON.stringify(event)).not.toContain(person.id);
    subscription.leave();
  });

  it('is silent about people who do not fit and about those who do not agree', async () => {
    const subscription = await open(account.id);
    const [unfit, silent] = await seed(async (manager) => [
      await aCandidate(manager, { status: 'DRAFT', competencies: [holds('las-smaw')] }),
      await aCandidate(manager, {
        status: 'DRAFT',
        matchingConsentAt: null,
        competencies: [holds('patroli')],
      }),
    ]);
    await services.candidates.activate(unfit.id);
    await services.candidates.activate(silent.id);
    expect(await subscription.next?.(700)).toBeNull();
    subscription.leave();
  });

  it('stops with the mandate', async () => {
    const subscription = await open(account.id);
    const mine = { accountId: account.id };
    await seed((manager) => manager.update(Membership, mine, { endsAt: NOW }));
    await services.candidates.activate((await draftPerson()).id);
    expect(await subscription.next?.(700)).toBeNull();
    await seed((manager) => manager.update(Membership, mine, { endsAt: null }));
    await services.candidates.activate((await draftPerson()).id);
    expect(await subscription.next?.(2_000)).toMatchObject({ data: expect.anything() });
    subscription.leave();
  });

  it('is not found for another employer’s vacancy', async () => {
    const stranger = await seed((manager) => anEmployerWithOwner(manager));
    const { errors } = await open(stranger.account.id, {
      vacancyIds: [encodeNodeId('Vacancy', vacancy.id)],
    });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('ends when the client leaves', async () => {
    const subscription = await open(account.id);
    const waiting = subscription.next?.(1_000);
    subscription.leave();
    expect(await waiting).toBeUndefined();
  });
});

describe('activateCandidate', () => {
  it('makes the person active and keeps the consent as it is', async () => {
    const person = await seed((manager) =>
      aCandidate(manager, { status: 'DRAFT', matchingConsentAt: null }),
    );
    await services.candidates.activate(person.id);
    const after = await seed((manager) => manager.findOneByOrFail(Candidate, { id: person.id }));
    expect(after).toMatchObject({ status: 'ACTIVE', matchingConsentAt: null, version: 2 });
  });
});
