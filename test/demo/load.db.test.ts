import type { DataSource } from 'typeorm';
import { asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { addDemoCandidate, isDemoLoaded, removeDemo, seedDemo } from '../../src/demo';
import { patient } from '../support/patience';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

const now = new Date('2026-11-21T00:00:00Z');
const settings = { environment: 'test', now } as const;
const size = { people: 400, employers: 30, vacancies: 60 };

let database: TestDatabase;
let dataSource: DataSource;

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, patient).initialize();
});

afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const tables = [
  'candidates',
  'candidate_competencies',
  'work_experiences',
  'employers',
  'accounts',
  'memberships',
  'vacancies',
  'vacancy_regions',
  'requirements',
  'outbox',
] as const;

/** Rows of each table with everything in them, but for the places given by sequences. */
async function digestTables(): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  await asActor(dataSource, 'system', async (manager) => {
    for (const table of tables) {
      const [row] = await manager.query(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(line, E'\\n' ORDER BY line)), '') AS digest FROM (
           SELECT (to_jsonb(t) - '{number,created_at,updated_at,at,id}'::text[])::text AS line FROM ${table} t
         ) lines`,
      );
      digests[table] = row.digest;
    }
  });
  return digests;
}

const query = (sql: string) => asActor(dataSource, 'system', (manager) => manager.query(sql));

describe('seedDemo', () => {
  it('loads the size that was asked for and announces every row of it', async () => {
    expect(await isDemoLoaded(dataSource)).toBe(false);
    expect(await seedDemo(dataSource, { ...settings, size })).toBe(400);
    expect(await isDemoLoaded(dataSource)).toBe(true);
    const [counts] = await query(`
      SELECT (SELECT count(*)::int FROM candidates WHERE is_demo) AS people,
        (SELECT count(*)::int FROM employers WHERE is_demo) AS employers,
        (SELECT count(*)::int FROM vacancies WHERE is_demo) AS vacancies
    `);
    expect(counts).toEqual(size);
    const events = await query(
      'SELECT aggregate, count(DISTINCT aggregate_id)::int AS count FROM outbox GROUP BY 1 ORDER BY 1',
    );
    expect(events).toEqual([
      { aggregate: 'candidate', count: 400 },
      { aggregate: 'employer', count: 30 },
      { aggregate: 'vacancy', count: 60 },
    ]);
  });

  it('changes nothing the second time', async () => {
    await seedDemo(dataSource, { ...settings, size });
    const before = await digestTables();
    expect(await seedDemo(dataSource, { ...settings, size })).toBe(0);
    expect(await digestTables()).toEqual(before);
  });

  it('enlarges a world without touching the people in it', async () => {
    await seedDemo(dataSource, { ...settings, size: { ...size, people: 100 } });
    expect(await seedDemo(dataSource, { ...settings, size })).toBe(300);
    const enlarged = await digestTables();
    await removeDemo(dataSource);
    await seedDemo(dataSource, { ...settings, size });
    expect((await digestTables()).candidates).toEqual(enlarged.candidates);
  });

  it('reports how far it has come', async () => {
    const steps: number[][] = [];
    const onProgress = (loaded: number, total: number) => steps.push([loaded, total]);
    await seedDemo(dataSource, { ...settings, size: { ...size, people: 3_000 }, onProgress });
    expect(steps).toEqual([
      [2_500, 3_000],
      [3_000, 3_000],
    ]);
  });

  it('is refused in production', async () => {
    const seed = seedDemo(dataSource, { ...settings, environment: 'production' });
    await expect(seed).rejects.toThrow('refused in production');
    const add = addDemoCandidate(dataSource, { ...settings, environment: 'production' });
    await expect(add).rejects.toThrow('refused in production');
    expect(await isDemoLoaded(dataSource)).toBe(false);
  });
});

describe('addDemoCandidate', () => {
  it('adds an active person who holds all that the vacancy asks', async () => {
    await seedDemo(dataSource, { ...settings, size });
    const { candidateId, vacancyId } = await addDemoCandidate(dataSource, settings);
    const [person] = await query(
      `SELECT status, is_demo, full_name LIKE '%(contoh)' AS marked FROM candidates WHERE id = '${candidateId}'`,
    );
    expect(person).toEqual({ status: 'ACTIVE', is_demo: true, marked: true });
    const missing = await query(`
      SELECT competency_id FROM requirements
      WHERE vacancy_id = '${vacancyId}' AND competency_id IS NOT NULL
      EXCEPT SELECT competency_id FROM candidate_competencies WHERE candidate_id = '${candidateId}'
    `);
    expect(missing).toEqual([]);
    const [event] = await query('SELECT kind, aggregate_id FROM outbox ORDER BY id DESC LIMIT 1');
    expect(event).toEqual({ kind: 'candidate.activated', aggregate_id: candidateId });
  });

  it('says what is missing when there is no demo vacancy', async () => {
    await expect(addDemoCandidate(dataSource, settings)).rejects.toThrow(
      'is the demo data loaded?',
    );
  });
});

describe('removeDemo', () => {
  it('leaves nothing invented behind and announces each removal', async () => {
    await seedDemo(dataSource, { ...settings, size });
    await query("INSERT INTO employers (name) VALUES ('PT Nyata')");
    const [{ shown }] = await query(
      'SELECT count(*)::int AS shown FROM vacancies WHERE published_at IS NOT NULL',
    );
    expect(await removeDemo(dataSource)).toBe(400);
    const left = await digestTables();
    for (const table of tables.filter((name) => name !== 'outbox' && name !== 'employers')) {
      expect(left[table]).toBe('0 ');
    }
    expect(await query('SELECT name FROM employers')).toEqual([{ name: 'PT Nyata' }]);
    const removed = await query(
      "SELECT kind, count(*)::int AS count FROM outbox WHERE kind LIKE '%.removed' GROUP BY kind ORDER BY kind",
    );
    expect(removed).toEqual([
      { kind: 'candidate.removed', count: 400 },
      { kind: 'employer.removed', count: 30 },
      // For who keeps copies of what was public.
      { kind: 'record.removed', count: shown },
      { kind: 'vacancy.removed', count: 60 },
    ]);
  });
});
