import { requireGuardedRole } from '../../src/database/check-role';
import { createDataSource } from '../../src/database/data-source';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function check(url: string): Promise<void> {
  const dataSource = await createDataSource(url).initialize();
  await requireGuardedRole(dataSource).finally(() => dataSource.destroy());
}

describe('requireGuardedRole', () => {
  it('lets the role of the service pass', async () => {
    await check(database.appUrl);
  });

  it('refuses the owner of the tables, without its password', async () => {
    const { password } = new URL(database.migratorUrl);
    const refused = check(database.migratorUrl);
    await expect(refused).rejects.toThrow('Use padan_app');
    await expect(refused).rejects.not.toThrow(password);
  });
});
