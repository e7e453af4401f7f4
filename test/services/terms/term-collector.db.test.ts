import type { DataSource } from 'typeorm';
import { asActor } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import { TermCollector, type VainTerm } from '../../../src/services/terms/term-collector';
import { MOST_TERMS } from '../../../src/services/terms/write-terms';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

let database: TestDatabase;
let dataSource: DataSource;
let at = new Date('2026-11-21T10:00:00Z');

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
  at = new Date('2026-11-21T10:00:00Z');
});

afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const collect = () =>
  new TermCollector({
    runAs: (actor, work) => asActor(dataSource, actor, work),
    clock: { now: () => at },
  });
const word = (term: string): VainTerm => ({ term, type: 'COMPETENCY', origin: 'query' });
/** Accounts that nobody heard of before. */
let accounts = 0;
const times = (count: number, act: (accountId: string) => void) => {
  for (let each = 0; each < count; each++) act(`account ${accounts++}`);
};
const read = () =>
  asActor(dataSource, 'system', (manager) =>
    manager.query('SELECT term, count FROM unresolved_terms ORDER BY term'),
  );

describe('TermCollector', () => {
  it('writes nothing of a word that two accounts typed', async () => {
    const collector = collect();
    times(2, (by) => collector.note(word('barongsai'), by));
    await collector.flush();
    expect(await read()).toEqual([]);
  });

  it('writes all three of the third account, and each one after it', async () => {
    const collector = collect();
    times(3, (by) => collector.note(word('barongsai'), by));
    await collector.flush();
    expect(await read()).toEqual([{ term: 'barongsai', count: 3 }]);
    times(4, (by) => collector.note(word('barongsai'), by));
    await collector.flush();
    await collector.flush();
    expect(await read()).toEqual([{ term: 'barongsai', count: 7 }]);
  });

  it('counts an account once, however often it types a word', async () => {
    const collector = collect();
    for (let each = 0; each < 100; each++) {
      collector.note(word('barongsai'), 'one');
      collector.note(word('barongsai'), 'two');
    }
    await collector.flush();
    expect(await read()).toEqual([]);
    for (let each = 0; each < 100; each++) collector.note(word('barongsai'), 'three');
    await collector.flush();
    expect(await read()).toEqual([{ term: 'barongsai', count: 3 }]);
  });

  it('counts no more than fifty accounts of a word', async () => {
    const collector = collect();
    times(80, (by) => collector.note(word('barongsai'), by));
    await collector.flush();
    expect(await read()).toEqual([{ term: 'barongsai', count: 50 }]);
  });

  it('drops the rest of a flood of words between two writings', async () => {
    const collector = collect();
    for (let each = 0; each < 2_000; each++)
      times(3, (by) => collector.note(word(`kata${each}`), by));
    await collector.flush();
    expect(await read()).toHaveLength(500);
  });

  it('forgets who was heard long ago, so that its memory stays small', async () => {
    const collector = collect();
    times(2, (by) => collector.note(word('barongsai'), by));
    for (let each = 0; each < 20_000; each++) collector.note(word(`kata${each}`), 'one');
    collector.note(word('barongsai'), 'one');
    await collector.flush();
    expect(await read()).toEqual([]);
  });

  it('adds no row to a full table and still counts what it has', async () => {
    await asActor(dataSource, 'system', (manager) =>
      manager.query(
        `INSERT INTO unresolved_terms (term, concept_type, origin, count, last_seen_at)
         SELECT 'kata ' || n, 'COMPETENCY', 'query', 3, $1 FROM generate_series(1, $2::integer) AS n`,
        [at, MOST_TERMS],
      ),
    );
    const collector = collect();
    times(3, (by) => collector.note(word('barongsai'), by));
    times(3, (by) => collector.note(word('kata 7'), by));
    await collector.flush();
    const rows: { term: string; count: number }[] = await read();
    expect(rows).toHaveLength(MOST_TERMS);
    expect(rows.find(({ term }) => term === 'kata 7')?.count).toBe(6);
  });

  it('deletes words of which nothing was heard for half a year', async () => {
    const collector = collect();
    times(3, (by) => collector.note(word('barongsai'), by));
    await collector.flush();
    at = new Date('2027-06-01T10:00:00Z');
    times(3, (by) => collector.note(word('kuda lumping'), by));
    await collector.flush();
    expect(await read()).toEqual([{ term: 'kuda lumping', count: 3 }]);
  });
});
