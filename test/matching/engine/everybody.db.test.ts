import { Client } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { asActor } from '../../../src/database/as-actor';
import { withClient } from '../../../src/database/bootstrap';
import { createDataSource } from '../../../src/database/data-source';
import { evidenceStatuses } from '../../../src/entities/vocabulary';
import { Draws } from '../../../src/evaluation/ranking-speed/draws';
import { streamRows } from '../../../src/matching/engine/stream-rows';
import { ALL_CANDIDATES, PLAN_ALL } from '../../../src/matching/facts/candidate-row';
import {
  loadCandidates,
  type Matchable,
  streamCandidates,
} from '../../../src/matching/facts/candidates';
import { loadCatalogue } from '../../../src/matching/facts/catalogue';
import type { Streamable } from '../../../src/matching/facts/queryable';
import { aCandidate, holds } from '../../builders';
import { patient } from '../../support/patience';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

const MONTH = 2026 * 12 + 10;
const PEOPLE = 80;
const SKILLS = ['patroli', 'cctv', 'barista', 'sim-a', 'sim-b1'];
const JOBS = ['satpam-security', null];
const seed = Date.now() % 100_000;

let database: TestDatabase;
let dataSource: DataSource;
let client: Client;
let ids: string[];

const asSystem = <T>(work: (manager: EntityManager) => Promise<T>) =>
  asActor(dataSource, 'system', work);

async function invent(manager: EntityManager, draws: Draws): Promise<string> {
  const pick = <T>(all: readonly T[]) => all[draws.below(all.length)];
  const { id } = await aCandidate(manager, {
    regionCode: pick(['72.71.01', '72.10', '72', '72.71.01.1004', null]),
    willingRegionCodes: draws.chance(0.5) ? ['ID', '72.10'] : [],
    status: draws.chance(0.9) ? 'ACTIVE' : 'DORMANT',
    competencies: SKILLS.filter(() => draws.chance(0.5)).map((skill) =>
      holds(skill, 1 + draws.below(5), { evidence: pick(evidenceStatuses) }),
    ),
    experiences: Array.from({ length: draws.below(4) }, () => ({
      occupationId: pick(JOBS),
      startedOn: `20${10 + draws.below(10)}-03-10`,
      endedOn: draws.chance(0.5) ? '2025-03-01' : null,
    })),
  });
  return id;
}

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, patient).initialize();
  client = new Client({ connectionString: database.appUrl });
  await client.connect();
  // Of one and another that it replaced, the better counts.
  await withClient(database.migratorUrl, (owner) =>
    owner.query("UPDATE competencies SET replaced_by_id = 'cctv' WHERE id = 'patroli'"),
  );
  const draws = new Draws(seed);
  ids = await asSystem(async (manager) => {
    const invented: string[] = [];
    for (let i = 0; i < PEOPLE; i += 1) invented.push(await invent(manager, draws));
    return invented;
  });
});

beforeEach(async () => {
  await client.query(`BEGIN; SELECT set_config('padan.actor', 'system', true)`);
});

afterEach(async () => {
  await client.query('ROLLBACK').catch(() => undefined);
});

afterAll(async () => {
  await client.end();
  await dataSource.destroy();
  await database.drop();
});

const streamable = (): Streamable => ({
  query: async <Rows extends readonly unknown[]>(sql: string) =>
    (await client.query(sql)).rows as unknown as Rows,
  stream: (sql, take) => streamRows(client, sql, take),
});

const byId = (a: Matchable, b: Matchable) => (a.id < b.id ? -1 : 1);

it(`gives everybody as each is loaded, by id (seed ${seed})`, async () => {
  const [catalogue, loaded] = await asSystem(async (manager) => {
    const found = await loadCatalogue(manager);
    return [found, await loadCandidates(manager, found, MONTH, ids)] as const;
  });
  const given: Matchable[] = [];
  await streamCandidates(streamable(), catalogue, MONTH, (person) => given.push(person));
  expect(given.length).toBeGreaterThan(PEOPLE / 2);
  expect(given).toEqual([...loaded].sort(byId));
  for (const { facts } of given) {
    const numbers = facts.competencies.map(({ competency }) => competency);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  }
});

it('is planned to keep no table before the first row', async () => {
  await client.query(PLAN_ALL);
  const { rows } = await client.query(`EXPLAIN ${ALL_CANDIDATES}`);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('Merge Left Join');
  expect(plan).not.toMatch(/Hash|Sort|Materialize|Seq Scan|Nested Loop|Gather/);
});

it('ends with the error of whoever takes a row, and of the statement', async () => {
  const wrong = new Error('no room');
  const taken: unknown[] = [];
  const take = (row: unknown) => {
    taken.push(row);
    throw wrong;
  };
  await expect(streamRows(client, 'SELECT generate_series(1, 3)', take)).rejects.toBe(wrong);
  expect(taken).toHaveLength(1);
  const divided = streamRows(client, 'SELECT 1 / (2 - n) FROM generate_series(1, 3) n', () => null);
  await expect(divided).rejects.toMatchObject({ code: '22012' });
});
