import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { Client } from 'pg';
import { pino } from 'pino';
import { type App, startApp } from '../../../src/app';
import { loadConfig } from '../../../src/config';
import { asActor } from '../../../src/database/as-actor';
import { withClient } from '../../../src/database/bootstrap';
import { createDataSource } from '../../../src/database/data-source';
import { waitUntil } from '../../../src/embedded/processes';
import type { Account, Vacancy } from '../../../src/entities';
import { issueDevelopmentToken } from '../../../src/identity/development-keys';
import { describeError } from '../../../src/logging/logger';
import { aCandidate, anEmployerWithOwner, anOfficer, aVacancy, holds, must } from '../../builders';
import { findInDatabase } from '../../support/catalogue';
import { startStopwatch } from '../../support/stopwatch';
import {
  createTestDatabase,
  meilisearchForTest,
  type TestDatabase,
  testServers,
} from '../../support/test-servers';
import { aKnownPerson, canaries } from './person';

jest.setTimeout(240_000);

const ERASE =
  'mutation { eraseMe(input: { clientMutationId: "once", confirm: "HAPUS" }) { erasedAt userErrors { code } } }';
const SECRETS = Object.values(canaries);
/** What the issue asks for. */
const GONE_MS = 5_000;
const INDEX_GONE_MS = 60_000;

const home = mkdtempSync(path.join(tmpdir(), 'padan-restore-'));
const { indexPrefix, ...meilisearch } = meilisearchForTest();
const config = loadConfig({ NODE_ENV: 'test', PADAN_HOME: home, PORT: '0', BUDGET_FACTOR: '1000' });
const lines: string[] = [];
const log = pino(
  { level: 'trace', base: null, serializers: { err: describeError } },
  new Writable({
    write: (chunk, _, done) => {
      lines.push(String(chunk));
      done();
    },
  }),
);

let database: TestDatabase;
let app: App;
let owner: Client;
let boss: Account;
let officer: Account;
let vacancy: Vacancy;
let known: Awaited<ReturnType<typeof aKnownPerson>>;

beforeAll(async () => {
  database = await createTestDatabase();
  const dataSource = await createDataSource(database.appUrl).initialize();
  await asActor(dataSource, 'system', async (manager) => {
    officer = await anOfficer(manager);
    const { employer, account } = await anEmployerWithOwner(manager);
    boss = account;
    vacancy = await aVacancy(manager, {
      employerId: employer.id,
      requirements: [must('patroli', 2)],
      validThrough: new Date(Date.now() + 30 * 86_400_000),
    });
    known = await aKnownPerson(manager, { organisationId: employer.id, vacancyId: vacancy.id });
    for (let each = 0; each < 6; each += 1) {
      await aCandidate(manager, { competencies: [holds('patroli', 3)] });
    }
  });
  await dataSource.destroy();
});

afterAll(async () => {
  await app.stop();
  await owner.end();
  await database.drop();
  rmSync(home, { recursive: true });
});

async function start(): Promise<void> {
  app = await startApp({
    config,
    servers: { database, meilisearch },
    log,
    search: { indexPrefix },
  });
  owner = new Client(database.migratorUrl);
  await owner.connect();
  const isReady = async () => (await fetch(`${app.address}/health/ready`)).ok;
  if (!(await waitUntil(isReady, 60_000))) throw new Error('the service is not ready');
}

async function stop(): Promise<void> {
  await owner.end();
  await app.stop();
}

const nameOf = (url: string) => new URL(url).pathname.slice(1);

/** As an operator would copy a database: `from` is there once more under the name `to`. */
const copyDatabase = (from: string, to: string) =>
  withClient(testServers().adminUrl, async (admin) => {
    // PostgreSQL notices a little later than we that a connection has ended.
    await admin.query(
      'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1',
      [from],
    );
    await admin.query(`create database ${to} template ${from} owner padan_migrator`);
  });
const dropDatabase = (name: string) =>
  withClient(testServers().adminUrl, (admin) => admin.query(`drop database ${name} with (force)`));

async function ask(audience: string, subject: string, query: string) {
  const token = await issueDevelopmentToken({ home, ...config.auth, subject });
  const response = await fetch(`${app.address}/graphql/${audience}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: Record<string, unknown>; errors?: unknown[] };
}

/** Everything that the search server holds of this service, as text, and the numbers of its people. */
async function readIndexes(): Promise<{ text: string; people: number[] }> {
  const read = async (where: string) => {
    const headers = { authorization: `Bearer ${meilisearch.key}` };
    return (await fetch(`${meilisearch.url}${where}`, { headers })).json();
  };
  const { results } = await read('/indexes?limit=100');
  let text = '';
  const people: number[] = [];
  for (const { uid } of results.filter((index: { uid: string }) =>
    index.uid.startsWith(indexPrefix),
  )) {
    // One that was built beside is gone once it is live.
    const { results: rows = [] } = await read(`/indexes/${uid}/documents?limit=1000`);
    text += JSON.stringify(rows);
    if (/candidates/.test(uid)) people.push(...rows.map((row: { id: number }) => row.id));
  }
  return { text, people };
}

const isIndexed = async () => (await readIndexes()).people.includes(known.person.number);
const isRanked = async () => {
  const ids = { vacancies: [vacancy.id], viewer: { accountId: boss.id } };
  const pages = await app.services.matching.rankFrozen(
    ids.viewer,
    ids.vacancies,
    { first: 50, after: null },
    null,
  );
  const rows = pages.get(vacancy.id)?.rows ?? [];
  return rows.some(({ item }) => item.showing?.candidateId === known.person.id);
};
const isListed = async () =>
  (await owner.query('SELECT FROM matches WHERE candidate_id = $1', [known.person.id])).rowCount ===
  1;

async function replay() {
  const { rows } = await owner.query('SELECT id FROM ranking_snapshots WHERE is_sealed');
  return app.services.receipts.audit({ accountId: officer.id }, rows[0].id);
}

/** Whether nobody and nothing knows the person any more. */
async function expectGone(): Promise<void> {
  const watch = startStopwatch(() => owner.query('SELECT 1'));
  const isGone = async () => !(await isRanked()) && !(await isListed());
  expect(await waitUntil(isGone, INDEX_GONE_MS)).toBe(true);
  expect(watch.ms()).toBeLessThan(GONE_MS);
  watch.stop();
  expect(await waitUntil(async () => !(await isIndexed()), INDEX_GONE_MS)).toBe(true);
  expect(await findInDatabase(owner, [...SECRETS, known.account.id])).toEqual([]);
  expect(await findInDatabase(owner, [known.person.id])).toEqual([
    'candidate_tombstones.id',
    'outbox.aggregate_id',
  ]);
  const { text } = await readIndexes();
  const log = lines.join('');
  for (const secret of SECRETS)
    expect([text.includes(secret), log.includes(secret)]).toEqual([false, false]);
  expect(await replay()).toMatchObject({
    matching: 6,
    saltDestroyed: 1,
    differing: 0,
    isRootMatching: true,
  });
}

it('an erased person stays erased when the backup of before comes back', async () => {
  const live = nameOf(database.appUrl);
  const backup = `${live}_backup`;

  await start();
  await app.services.matching.sealEveryRanking(new AbortController().signal);
  expect(await waitUntil(isIndexed, INDEX_GONE_MS)).toBe(true);
  expect(await waitUntil(isListed, INDEX_GONE_MS)).toBe(true);
  expect([await isRanked(), (await replay()).matching]).toEqual([true, 7]);
  const { text } = await readIndexes();
  for (const secret of SECRETS) expect(text).not.toContain(secret);
  expect(await findInDatabase(owner, SECRETS)).toContain('candidates.full_name');
  await stop();
  await copyDatabase(live, backup);

  await start();
  const { data } = await ask('candidate', canaries.subject, ERASE);
  expect(data).toEqual({ eraseMe: { erasedAt: expect.any(String), userErrors: [] } });
  await expectGone();
  await stop();

  await dropDatabase(live);
  await copyDatabase(backup, live);
  await dropDatabase(backup);
  await start();
  await expectGone();
  expect(lines.join('')).toContain('Erased again');
  const after = await ask('candidate', canaries.subject, '{ consents { totalCount } }');
  expect(after.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
