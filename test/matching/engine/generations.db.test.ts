import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../../src/changes/outbox';
import { asActor } from '../../../src/database/as-actor';
import { Candidate } from '../../../src/entities';
import { type StartedEngine, startPeople } from '../../../src/matching/engine/start-engine';
import { loadVacancies } from '../../../src/matching/facts/vacancies';
import { FactsFeed } from '../../../src/matching/facts-feed';
import type { Ranking } from '../../../src/matching/ranker';
import { ScanEngine } from '../../../src/matching/scan-engine';
import { readAsSystem } from '../../../src/search/index-rows';
import { aCandidate, aVacancy, holds, should } from '../../builders';
import { startStream, type TestStream } from '../../changes/stream';
import { eventually } from '../../search/world';

const clock = { now: () => new Date('2026-11-21T00:00:00Z') };

let stream: TestStream;
let feed: FactsFeed;
let vacancyId: string;
const engines: StartedEngine[] = [];
/** The next engine ends before anybody asks it. */
let nextEnds = false;
/** Before it resolves no other engine starts. */
let mayStart: Promise<void> = Promise.resolve();

const asSystem = <T>(work: (manager: EntityManager) => Promise<T>) =>
  asActor(stream.dataSource, 'system', work);

const announce = (manager: EntityManager, aggregate: 'candidate' | 'taxonomy', id: string) =>
  appendOutbox(manager, [{ aggregate, aggregateId: id, kind: `${aggregate}.changed`, version: 1 }]);

const addPerson = () =>
  asSystem(async (manager) => {
    const { id } = await aCandidate(manager, { competencies: [holds('patroli')] });
    await announce(manager, 'candidate', id);
    return id;
  });

async function rank(): Promise<Ranking> {
  const { catalogue } = await feed.current();
  const [vacancy] = await asSystem((manager) => loadVacancies(manager, catalogue, [vacancyId]));
  return await new ScanEngine(feed).rank(vacancy.facts, { first: 1_000 });
}

const rankedIds = async () => (await rank()).rows.map(({ candidateId }) => candidateId);

beforeAll(async () => {
  stream = await startStream();
  const { dataSource, databaseUrl, tail, signal } = stream;
  await asSystem(async (manager) => {
    ({ id: vacancyId } = await aVacancy(manager, { requirements: [should('patroli')] }));
  });
  feed = new FactsFeed({
    readAsSystem: (work) => readAsSystem(dataSource, work),
    startPeople: async (month) => {
      await mayStart;
      const started = await startPeople({ databaseUrl, month }, { now: Date.now });
      engines.push(started);
      if (nextEnds) await started.kill();
      nextEnds = false;
      return started;
    },
    feed: tail,
    clock,
    signal,
    onError: stream.onError,
  });
  stream.background(feed.run());
  await feed.current();
});

afterAll(async () => {
  await stream.stop();
});

describe('FactsFeed', () => {
  it('answers while everything is read again, and loses no change', async () => {
    const before = await addPerson();
    await eventually(async () => expect(await rankedIds()).toContain(before));
    const old = await feed.current();
    const added = [before];
    await asSystem((manager) => announce(manager, 'taxonomy', 'cctv'));
    let lastSeq = 0;
    while ((await feed.current()) === old || added.length < 20) {
      added.push(await addPerson());
      const { seq, rows } = await rank();
      // Never back: the second one takes over where the first stands.
      expect(seq).toBeGreaterThanOrEqual(lastSeq);
      expect(rows.map(({ candidateId }) => candidateId)).toContain(before);
      lastSeq = seq;
    }
    expect(engines.length).toBeGreaterThan(1);
    await eventually(async () => expect((await rankedIds()).sort()).toEqual([...added].sort()));
    expect(stream.errors).toEqual([]);
  });

  it('starts another engine when one ends, and refuses until then', async () => {
    const everybody = await rankedIds();
    const count = engines.length;
    let start: () => void = () => undefined;
    mayStart = new Promise((resolve) => {
      start = resolve;
    });
    await engines.at(-1)?.kill();
    await eventually(async () => expect(feed.isReady()).toBe(false));
    await expect(rank()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    start();
    const [gone] = everybody;
    await asSystem(async (manager) => {
      await manager.update(Candidate, gone, { matchingConsentAt: null });
      await announce(manager, 'candidate', gone);
    });
    await eventually(async () =>
      expect((await rankedIds()).sort()).toEqual(everybody.filter((id) => id !== gone).sort()),
    );
    expect([feed.isReady(), engines.length]).toEqual([true, count + 1]);
    expect(stream.errors.map(String)).toContain(
      'EngineEnded: The thread that ranks ended with exit code 0',
    );
  });

  it('goes on with the one that answers when the next one ends before it stands', async () => {
    const count = engines.length;
    const old = await feed.current();
    nextEnds = true;
    await asSystem((manager) => announce(manager, 'taxonomy', 'cctv'));
    // Throws when nobody answers.
    while ((await feed.current()) === old) await rank();
    expect([nextEnds, engines.length]).toEqual([false, count + 2]);
    expect((await rank()).eligible).toBeGreaterThan(0);
  });

  it('gives the store once it holds a change', async () => {
    const { seq } = await feed.current();
    const waiting = [feed.reached(seq + 1, stream.signal), feed.reached(seq + 2, stream.signal)];
    await addPerson();
    expect((await waiting[0]).seq).toBeGreaterThan(seq);
    await addPerson();
    expect((await waiting[1]).seq).toBeGreaterThan(seq + 1);
    const gone = AbortSignal.abort(new Error('nobody waits'));
    await expect(feed.reached(seq + 3, gone)).rejects.toThrow('nobody waits');
  });
});
