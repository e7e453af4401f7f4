import type { Client } from 'pg';
import { readPeople, readVacancy } from '../../bench/oracle/facts';
import { type NumberedRules, readRules } from '../../bench/oracle/rules';
import { changePeople } from '../../bench/worlds/changes';
import { readReference, WorldDraws } from '../../bench/worlds/reference';
import { drawVacancy } from '../../bench/worlds/vacancies';
import { insertVacancies, writePeople } from '../../bench/worlds/write';
import { appendOutbox } from '../../src/changes/outbox';
import { newestSeq } from '../../src/changes/sequencer';
import { asActor, asActorRead } from '../../src/database/as-actor';
import { withClient } from '../../src/database/bootstrap';
import { waitUntil } from '../../src/embedded/processes';
import { expectRanking } from '../../src/evaluation/oracle';
import type { MatchEvent } from '../../src/matches/match-event';
import { newestMatchEvent, readMatchEvents } from '../../src/matches/match-event-rows';
import { MATCH_CONSUMER, refreshMatches, runMatcher } from '../../src/matches/run-matcher';
import { startPeople } from '../../src/matching/engine/start-engine';
import { FactsFeed } from '../../src/matching/facts-feed';
import { anEmployerWithOwner } from '../builders';
import { startStream, type TestStream } from '../changes/stream';

/** Stands in the title; put it here to replay. */
const seed = Date.now() % 1_000_000;
const PEOPLE = 900;
const VACANCIES = 14;
const STEPS = 60;
/** Of people who entered, and of people who left: without so many told one by one, little would be shown. */
const LEAST_TOLD = STEPS / 4;
/** Steps after which a world that stays quiet is a fault. */
const MOST_STEPS = 4 * STEPS;
const SETTLE_LIMIT_MS = 30_000;
const VERDICTS = ['STRETCH', 'POSSIBLE', 'STRONG'];

/** The first 100 people of each open vacancy, with verdict and rank, by the formula alone. */
type Lists = ReadonlyMap<string, ReadonlyMap<string, { verdict: string; rank: number }>>;

let stream: TestStream;
let facts: FactsFeed;
let draws: WorldDraws;
let rules: NumberedRules;
let employerId: string;
const clock = { instant: new Date('2026-11-10T03:00:00Z'), now: () => clock.instant };

const asSystem = <T>(work: Parameters<typeof asActor<T>>[2]) =>
  asActor(stream.dataSource, 'system', work);
const asOwner = <T>(work: (client: Client) => Promise<T>) => withClient(stream.migratorUrl, work);

beforeAll(async () => {
  stream = await startStream();
  const { dataSource, databaseUrl, tail, signal, onError } = stream;
  const reference = await asOwner(readReference);
  rules = await asOwner(readRules);
  draws = new WorldDraws(seed, reference);
  employerId = await asSystem(async (manager) => (await anEmployerWithOwner(manager)).employer.id);
  await writePeople(dataSource, draws, PEOPLE, clock.now());
  await publish(VACANCIES);
  // A publication that is numbered only after the lists were made would be told as new.
  if (!(await waitUntil(isSequenced, SETTLE_LIMIT_MS))) throw new Error('No sequencer runs');
  facts = new FactsFeed({
    readAsSystem: (work) => asActorRead(dataSource, 'system', work),
    startPeople: (month) => startPeople({ databaseUrl, month }, { now: Date.now }),
    feed: tail,
    ...{ clock, signal, onError },
  });
  stream.background(facts.run());
  stream.background(
    runMatcher({ dataSource, databaseUrl, tail, facts, clock, signal, onError, pollMs: 50 }),
  );
  await settle();
}, 4 * SETTLE_LIMIT_MS);

afterAll(async () => {
  await stream.stop();
  expect(stream.errors).toEqual([]);
});

/** Half of the vacancies look for people everywhere: their lists are full. */
async function publish(count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, () => drawVacancy(draws, employerId, clock.now()));
  const wide = rows.map((row, at) =>
    at % 2 === 0 ? row : { ...row, regions: [{ vacancyId: row.vacancy.id, regionCode: 'ID' }] },
  );
  await asSystem((manager) => insertVacancies(manager, wide));
  return rows.map(({ vacancy }) => vacancy.id);
}

async function isSequenced(): Promise<boolean> {
  const open = await stream.dataSource.query('SELECT FROM outbox WHERE seq IS NULL LIMIT 1');
  return open.length === 0;
}

async function settle(): Promise<void> {
  const { dataSource } = stream;
  const isDone = async () => {
    const [row] = await dataSource.query('SELECT seq FROM consumer_cursors WHERE name = $1', [
      MATCH_CONSUMER,
    ]);
    return (await isSequenced()) && Number(row?.seq ?? -1) >= (await newestSeq(dataSource));
  };
  if (!(await waitUntil(isDone, SETTLE_LIMIT_MS))) throw new Error('The matcher does not follow');
}

/** Recomputed from the rows, by the second implementation of the formula. */
const recompute = (): Promise<Lists> =>
  asOwner(async (client) => {
    const people = await readPeople(client, rules, clock.now());
    const idOf = new Map([...people].map(([id, { person }]) => [person, id]));
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM vacancies WHERE state = 'PUBLISHED' AND valid_through > $1",
      [clock.now()],
    );
    const lists = new Map<string, Map<string, { verdict: string; rank: number }>>();
    for (const { id } of rows) {
      const vacancy = await readVacancy(client, rules, id);
      const order = expectRanking(rules, vacancy, people.values(), 100);
      const list = order.rows.map((row) => [idOf.get(row.person) ?? '', row] as const);
      lists.set(id, new Map(list));
    }
    return lists;
  });

const eventsAfter = (seq: number) => asSystem((manager) => readMatchEvents(manager, seq, 10_000));
const newest = () => newestMatchEvent(stream.dataSource.manager);

/** What has to be told of a vacancy between two states: its people, or how many where they are more than 50. */
function expectEvents(id: string, before: Lists, after: Lists): string[] {
  const [old, now] = [before.get(id), after.get(id)];
  if (now === undefined) return old && old.size > 0 ? [`SEVERAL 0 0 ${old.size}`] : [];
  const from: typeof now = old ?? new Map();
  const entered = [...now.keys()].filter((who) => !from.has(who));
  const left = [...from.keys()].filter((who) => !now.has(who));
  const rose = [...now].filter(
    ([who, { verdict }]) =>
      VERDICTS.indexOf(verdict) > VERDICTS.indexOf(from.get(who)?.verdict ?? 'STRONG'),
  );
  if (entered.length + left.length + rose.length > 50) {
    return [`SEVERAL ${entered.length} ${rose.length} ${left.length}`];
  }
  return [
    ...left.map((who) => `LEFT ${who} ${from.get(who)?.verdict} null`),
    ...entered.map((who) => `ENTERED ${who} ${now.get(who)?.verdict} ${now.get(who)?.rank}`),
    ...rose.map(([who, { verdict, rank }]) => `ROSE ${who} ${verdict} ${rank}`),
  ].sort();
}

const outline = (event: MatchEvent) =>
  event.kind === 'SEVERAL'
    ? `SEVERAL ${event.entered} ${event.risen} ${event.left}`
    : `${event.kind} ${event.candidateId} ${event.verdict} ${event.rank}`;

/** Changes of vacancies, each as often as it stands here. */
const vacancyChanges: readonly ((id: string) => Promise<void>)[] = [
  (id) => change(id, 'vacancy.updated', 'min_level = 1 + min_level % 5', 'requirements'),
  (id) => change(id, 'vacancy.updated', 'occupation_id = NULL'),
  (id) => change(id, 'vacancy.paused', "state = 'PAUSED'"),
  (id) => change(id, 'vacancy.published', "state = 'PUBLISHED'"),
  (id) => change(id, 'vacancy.closed', "state = 'CLOSED'"),
  async () => void (await publish(1)),
];

async function change(id: string, kind: string, set: string, table = 'vacancies'): Promise<void> {
  const key = table === 'vacancies' ? 'id' : "kind = 'SKILL' AND vacancy_id";
  await asSystem(async (manager) => {
    await manager.query(`UPDATE ${table} SET ${set} WHERE ${key} = $1`, [id]);
    await appendOutbox(manager, [{ aggregate: 'vacancy', aggregateId: id, kind, version: 2 }]);
  });
}

async function changeSomething(): Promise<void> {
  if (draws.chance(0.75)) {
    const count = draws.chance(0.7) ? 1 : draws.between(2, 40);
    return await changePeople(stream.dataSource, draws, count, clock.now());
  }
  const vacancies = await asSystem((manager) =>
    manager.query<{ id: string }[]>('SELECT id FROM vacancies ORDER BY id'),
  );
  await draws.pick(vacancyChanges)(draws.pick(vacancies).id);
}

/** Beyond the minute in which events are counted together. */
const passMinutes = () => {
  clock.instant = new Date(clock.instant.getTime() + 2 * 60_000);
};

describe(`match events (seed ${seed})`, () => {
  it('are none for whoever was there when the lists were first made', async () => {
    expect(await newest()).toBe(0);
  });

  it('are the difference between what the formula says before and after each change', async () => {
    let before = await recompute();
    const told = { ENTERED: 0, ROSE: 0, LEFT: 0, SEVERAL: 0 };
    const isQuiet = () => Math.min(told.ENTERED, told.LEFT) <= LEAST_TOLD;
    for (let step = 0; step < STEPS || (isQuiet() && step < MOST_STEPS); step += 1) {
      const from = await newest();
      passMinutes();
      await changeSomething();
      await settle();
      const after = await recompute();
      const events = await eventsAfter(from);
      for (const id of new Set([...before.keys(), ...after.keys()])) {
        const found = events.filter(({ vacancyId }) => vacancyId === id).map(outline);
        expect([step, id, found.sort()]).toEqual([step, id, expectEvents(id, before, after)]);
      }
      for (const { kind } of events) told[kind] += 1;
      before = after;
    }
    expect(told.ENTERED).toBeGreaterThan(LEAST_TOLD);
    expect(told.LEFT).toBeGreaterThan(LEAST_TOLD);
  }, 300_000);

  it('are none when everything is read again', async () => {
    const from = await newest();
    const { dataSource, signal } = stream;
    const lists = await refreshMatches({ dataSource, facts, clock, signal });
    expect(lists).toBeGreaterThan(0);
    expect(await newest()).toBe(from);
  });

  it('stand in one order without gaps', async () => {
    const events = await eventsAfter(0);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
    const [{ node }] = await stream.dataSource.query('SELECT node_id AS node FROM installations');
    expect(new Set(events.map(({ nodeId }) => nodeId))).toEqual(new Set([node]));
  });
});
