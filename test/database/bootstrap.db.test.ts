import { bootstrapDatabase, withClient } from '../../src/database/bootstrap';
import { createDataSource } from '../../src/database/data-source';
import { createTestDatabase, type TestDatabase, testServers } from '../support/test-servers';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

describe('bootstrapDatabase', () => {
  it('changes nothing the second time', async () => {
    const { adminUrl } = testServers();
    const { database: urls } = testServers();
    const name = `twice_${process.pid}`;
    const options = {
      database: name,
      migratorPassword: decodeURIComponent(new URL(urls.migratorUrl).password),
      appPassword: decodeURIComponent(new URL(urls.appUrl).password),
    };
    const first = await bootstrapDatabase(adminUrl, options);
    const second = await bootstrapDatabase(adminUrl, options);
    await withClient(adminUrl, (admin) => admin.query(`drop database ${name} with (force)`));
    expect(second).toEqual(first);
  });

  it('gives the app a role without power', async () => {
    const rows = await withClient(database.appUrl, async (client) => {
      const result = await client.query(
        'select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
      );
      return result.rows;
    });
    expect(rows).toEqual([
      {
        rolname: 'padan_app',
        rolsuper: false,
        rolbypassrls: false,
        rolcreatedb: false,
        rolcreaterole: false,
      },
    ]);
  });

  it('lets the owner make tables and the app none', async () => {
    const create = 'create table made (id integer)';
    await expect(withClient(database.appUrl, (client) => client.query(create))).rejects.toThrow(
      'permission denied',
    );
    await withClient(database.migratorUrl, (client) => client.query(create));
  });

  it('provides trigram similarity', async () => {
    const rows = await withClient(database.appUrl, async (client) => {
      const result = await client.query(
        "select similarity('tukang las', 'tukan las') > 0.5 as near",
      );
      return result.rows;
    });
    expect(rows).toEqual([{ near: true }]);
  });
});

describe('createDataSource', () => {
  it('ends a statement that exceeds the limit', async () => {
    // Also a busy machine opens a connection within it.
    const dataSource = createDataSource(database.appUrl, { statementLimitMs: 1_000 });
    await dataSource.initialize();
    await expect(dataSource.query('select pg_sleep(30)')).rejects.toThrow('statement timeout');
    await dataSource.destroy();
  });
});
