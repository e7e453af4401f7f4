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
const times = (count: number, act: () => void) => {
  for (let each = 0; each < count; each++) act();
};
const read = () =>
  asActor(dataSource, 'system', (manager) =>
    manager.query('SELECT term, count FROM unresolved_terms ORDER BY term'),
  );

describe('TermCollector', () => {
  it('writes nothing of a word that was typed twice', async () => {
    const collector = collect();
    times(2, () => collector.note(word('barongsai')));
    await collector.flush();
    expect(await read()).toEqual([]);
  });

  it('writes all three of the third, and each one after it', async () => {
    const collector = collect();
    times(3, () => collector.note(word('barongsai')));
    await collector.flush();
    expect(await read()).toEqual([{ term: 'barongsai', count: 3 }]);
    times(4, () => collector.note(word('barongsai')));
    await collector.flush();
    await collector.flush();
    expect(await read()).toEqual([{ term: 'barongsai', count: 7 }]);
  });

  it('drops the rest of a flood of words between two writings', async () => {
    const collector = collect();
    for (let each = 0; each < 2_000; each++) times(3, () => collector.note(word(`kata${each}`)));
    await collector.flush();
    expect(await read()).toHaveLength(500);
  });

  it('forgets who was heard long ago, so that its memory stays small', async () => {
    const collector = collect();
    times(2, () => collector.note(word('barongsai')));
    for (let each = 0; each < 20_000; each++) collector.note(word(`kata${each}`));
    collector.note(word('barongsai'));
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
    times(3, () => collector.note(word('barongsai')));
    times(3, () => collector.note(word('kata 7')));
    await collector.flush();
    const rows: { term: string; count: number }[] = await read();
    expect(rows).toHaveLength(MOST_TERMS);
    expect(rows.find(({ term }) => term === 'kata 7')?.count).toBe(6);
  });

  it('deletes words of which nothing was heard for half a year', async () => {
    const collector = collect();
    times(3, () => collector.note(word('barongsai')));
    await collector.flush();
    at = new Date('2027-06-01T10:00:00Z');
    times(3, () => collector.note(word('kuda lumping')));
    await collector.flush();
    expect(await read()).toEqual([{ term: 'kuda lumping', count: 3 }]);
  });
});
