import path from 'node:path';
import type { EntityManager } from 'typeorm';
import { asActor } from '../../../src/database/as-actor';
import type { VacancyFacts } from '../../../src/matching/core/facts';
import { EngineHung, type WatchLimits } from '../../../src/matching/engine/engine-watch';
import { type StartedEngine, startInThread } from '../../../src/matching/engine/start-engine';
import { buildCatalogue } from '../../../src/matching/facts/catalogue';
import { loadVacancies } from '../../../src/matching/facts/vacancies';
import { FactsFeed } from '../../../src/matching/facts-feed';
import { ScanEngine } from '../../../src/matching/scan-engine';
import { readAsSystem } from '../../../src/search/index-rows';
import { aCandidate, aVacancy, holds, should } from '../../builders';
import { startStream, type TestStream } from '../../changes/stream';
import { eventually } from '../../search/world';

const HANGING = path.resolve(__dirname, 'threads/hanging.cjs');
const THREAD = path.resolve(__dirname, '../../../dist/src/matching/engine/engine-thread.js');
const clock = { now: () => new Date('2026-11-21T00:00:00Z') };
const MONTH = 2026 * 12 + 10;
/** Two seconds of silence, ten to begin: longer than a busy machine lets a thread wait for its turn. */
const watch: WatchLimits = { everyMs: 100, silentTurns: 20, stuckTurns: 100 };

let stream: TestStream;
let vacancyId: string;
let personId: string;
const started = new Set<StartedEngine>();

const asSystem = <T>(work: (manager: EntityManager) => Promise<T>) =>
  asActor(stream.dataSource, 'system', work);

const start = async (how: string | null, limits = watch, slowMs = 0) => {
  const { databaseUrl } = stream;
  const opened = await startInThread(
    how === null ? THREAD : HANGING,
    { databaseUrl, month: MONTH, how, slowMs },
    { now: Date.now, watch: limits },
  );
  started.add(opened);
  return opened;
};

async function factsOf({ report }: StartedEngine): Promise<VacancyFacts> {
  const catalogue = buildCatalogue(report.catalogue);
  const [vacancy] = await asSystem((manager) => loadVacancies(manager, catalogue, [vacancyId]));
  return vacancy.facts;
}

beforeAll(async () => {
  stream = await startStream();
  await asSystem(async (manager) => {
    ({ id: vacancyId } = await aVacancy(manager, { requirements: [should('patroli')] }));
    ({ id: personId } = await aCandidate(manager, { competencies: [holds('patroli')] }));
  });
});

afterEach(async () => {
  await Promise.all([...started].map(({ kill }) => kill()));
  started.clear();
});

afterAll(async () => {
  await stream.stop();
});

describe('an engine that hangs', () => {
  it.each(['loops in a ranking', 'waits in a ranking'])(
    'and %s is ended, and refuses whatever waits',
    async (how) => {
      const opened = await start(how);
      const facts = await factsOf(opened);
      const asked = Array.from({ length: 5 }, () => opened.engine.rank(facts, { first: 1 }));
      const answers = await Promise.allSettled(asked);
      for (const answer of answers) {
        expect(answer).toMatchObject({
          status: 'rejected',
          reason: { code: 'SERVICE_UNAVAILABLE' },
        });
      }
      const ended = await opened.ended;
      expect(ended).toBeInstanceOf(EngineHung);
      expect(String(ended)).toBe('EngineHung: The thread that ranks did not answer for 2 seconds');
      await expect(opened.engine.identify([1])).rejects.toMatchObject({
        code: 'SERVICE_UNAVAILABLE',
      });
    },
  );

  it('in one question is ended, though it answers others', async () => {
    const opened = await start('reads changes for ever');
    const facts = await factsOf(opened);
    const applied = opened.engine.apply([personId], opened.report.seq + 1);
    const refused = expect(applied).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect((await opened.engine.rank(facts, { first: 1 })).eligible).toBe(1);
    await refused;
    expect(String(await opened.ended)).toContain('did not answer for 10 seconds');
  });

  it.each(['reads everybody for ever', 'loops while it reads everybody'])(
    'and %s is ended',
    async (how) => {
      await expect(start(how, { ...watch, stuckTurns: 30 })).rejects.toBeInstanceOf(EngineHung);
    },
  );
});

test('an engine that is slow goes on', async () => {
  const limits = { everyMs: 100, silentTurns: 30, stuckTurns: 100 };
  // Of reading and of asking, each step is longer than a turn and all are longer than the limit.
  const opened = await start('is slow', limits, 500);
  const facts = await factsOf(opened);
  const asked = Array.from({ length: 8 }, () => opened.engine.rank(facts, { first: 1 }));
  for (const { eligible } of await Promise.all(asked)) expect(eligible).toBe(1);
});

test('another engine takes the place of one that hung, and answers', async () => {
  const { dataSource, tail, signal, errors } = stream;
  let engines = 0;
  const feed = new FactsFeed({
    readAsSystem: (work) => readAsSystem(dataSource, work),
    startPeople: () => {
      engines += 1;
      return start(engines === 1 ? 'loops in a ranking' : null);
    },
    feed: tail,
    clock,
    signal,
    onError: (error) => void errors.push(error),
  });
  stream.background(feed.run());
  const { catalogue } = await feed.current();
  expect(feed.isReady()).toBe(true);
  const [{ facts }] = await asSystem((manager) => loadVacancies(manager, catalogue, [vacancyId]));
  const rank = () => new ScanEngine(feed).rank(facts, { first: 10 });
  const wasReady: boolean[] = [];
  await rank().catch(() => wasReady.push(feed.isReady()));
  expect(wasReady).toEqual([false]);
  await eventually(async () => expect((await rank()).rows).toHaveLength(1));
  expect(feed.isReady()).toBe(true);
  expect(feed.engineLosses).toEqual({ ended: 0, hung: 1 });
  expect(errors.map(String)).toEqual([
    'EngineHung: The thread that ranks did not answer for 2 seconds',
  ]);
});
