import type { DataSource, EntityManager } from 'typeorm';
import { type Actor, asActor, asActorRead } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { aCandidate, anEmployerWithOwner, aVacancy } from '../builders';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

const POOL_SIZE = 4;
const REQUESTS = 400;
/** People and employers who take turns. */
const PEOPLE = 20;

interface Asker {
  readonly actor: Actor | null;
  readonly sql: string;
  readonly expected: readonly string[];
}

let database: TestDatabase;
let dataSource: DataSource;
let askers: Asker[];

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, { poolSize: POOL_SIZE }).initialize();
  askers = await asActor(dataSource, 'system', seed);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function seed(manager: EntityManager): Promise<Asker[]> {
  const all: Asker[] = [];
  const people = 'SELECT full_name AS found FROM candidates ORDER BY 1';
  for (let at = 0; at < PEOPLE; at += 1) {
    const fullName = `Orang ${at} (contoh)`;
    const { id } = await aCandidate(manager, { fullName });
    all.push({ actor: `candidate:${id}`, sql: people, expected: [fullName] });
    const { employer, account } = await anEmployerWithOwner(manager);
    const draft = await aVacancy(manager, { employerId: employer.id, state: 'DRAFT' });
    const drafts = "SELECT id AS found FROM vacancies WHERE state = 'DRAFT' ORDER BY 1";
    all.push({ actor: `account:${account.id}`, sql: drafts, expected: [draft.id] });
    all.push({ actor: 'public', sql: people, expected: [] });
    all.push({ actor: null, sql: people, expected: [] });
  }
  return all;
}

type Work = (manager: Pick<EntityManager, 'query'>) => Promise<{ found: string }[]>;

/** As requests do: in a transaction of the actor that may write or not; without an actor on the bare connection. */
async function ask({ actor }: Asker, work: Work, isRead: boolean): Promise<{ found: string }[]> {
  if (actor === null) return await work(dataSource);
  return await (isRead ? asActorRead : asActor)(dataSource, actor, work);
}

/** What goes wrong in the middle of a request. */
const faults: Readonly<Record<string, Work>> = {
  'a statement that PostgreSQL refuses': (manager) => manager.query('SELECT * FROM nowhere'),
  'a failure of ours': async (manager) => {
    await manager.query('SELECT 1');
    throw new Error('mine');
  },
  'a statement that takes too long': async (manager) => {
    await manager.query("SELECT set_config('statement_timeout', '20', true)");
    return await manager.query('SELECT pg_sleep(2)');
  },
  'a connection that breaks': (manager) =>
    manager.query('SELECT pg_terminate_backend(pg_backend_pid())'),
  'a write that is not allowed': (manager) => manager.query('DELETE FROM competencies'),
};

/** The connections of the pool, each with whom it was left for. */
async function leftBehind(): Promise<(string | null)[]> {
  const rows = await Promise.all(
    Array.from({ length: POOL_SIZE * 2 }, () =>
      dataSource.query(
        "SELECT nullif(current_setting('padan.actor', true), '') AS actor, pg_sleep(0.02)",
      ),
    ),
  );
  return rows.map(([{ actor }]) => actor);
}

describe('four connections', () => {
  it('give 400 interleaved requests their own rows, and none anybody else’s', async () => {
    const answers = await Promise.all(
      Array.from({ length: REQUESTS }, async (_, at) => {
        const asker = askers[(at * 7) % askers.length];
        const rows = await ask(asker, (manager) => manager.query(asker.sql), at % 2 === 0);
        return { asked: asker.expected, found: rows.map(({ found }) => found) };
      }),
    );
    expect(answers.filter(({ asked, found }) => `${asked}` !== `${found}`)).toEqual([]);
    expect(await leftBehind()).toEqual(Array(POOL_SIZE * 2).fill(null));
  });

  it.each(Object.entries(faults))(
    'forget for whom they were used, also after %s',
    async (_, fault) => {
      const answers = await Promise.all(
        Array.from({ length: REQUESTS }, async (__, at) => {
          const asker = askers[(at * 7) % askers.length];
          const isFaulty = at % 5 === 0 && asker.actor !== null;
          const work: Work = isFaulty ? fault : (manager) => manager.query(asker.sql);
          const rows = await ask(asker, work, at % 2 === 0).catch(() => null);
          return { isFaulty, asked: asker.expected, found: rows?.map(({ found }) => found) };
        }),
      );
      const [failed, served] = [true, false].map((isFaulty) =>
        answers.filter((answer) => answer.isFaulty === isFaulty),
      );
      expect(failed.filter(({ found }) => found !== undefined)).toEqual([]);
      expect(served.filter(({ asked, found }) => `${asked}` !== `${found}`)).toEqual([]);
      expect(await leftBehind()).toEqual(Array(POOL_SIZE * 2).fill(null));
    },
    60_000,
  );
});
