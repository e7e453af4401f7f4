import type { MigrationInterface, QueryRunner } from 'typeorm';
import { withClient } from '../../src/database/bootstrap';
import { migrate } from '../../src/database/migrate';
import { waitUntil } from '../../src/embedded/processes';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

class SlowTable4102444800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table slow_table (id integer)');
    await runner.query('select pg_sleep(0.2)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table slow_table');
  }
}

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

describe('migrate', () => {
  it('runs each migration once when three instances start together', async () => {
    const ran = await Promise.all(
      Array.from({ length: 3 }, () => migrate(database.migratorUrl, [SlowTable4102444800000])),
    );
    expect(ran.flat()).toEqual(['SlowTable4102444800000']);
  });

  it('lets the service use the job queue, also where it was installed before', async () => {
    await migrate(database.migratorUrl, []);
    const jobs = await withClient(database.appUrl, async (client) => {
      await client.query("select graphile_worker.add_job('any_task', job_key => 'a key')");
      return (await client.query('select key from graphile_worker._private_jobs')).rows;
    });
    expect(jobs).toEqual([{ key: 'a key' }]);
  });

  it('releases its lock', async () => {
    const isFree = await withClient(database.migratorUrl, (client) =>
      // PostgreSQL notices a little later than we that a connection has ended.
      waitUntil(async () => {
        const { rowCount } = await client.query(
          "select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
        );
        return rowCount === 0;
      }, 20_000),
    );
    expect(isFree).toBe(true);
  });
});
