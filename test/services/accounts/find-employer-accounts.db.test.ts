import type { DataSource } from 'typeorm';
import { asActor, asActorRead } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import { findEmployerAccounts } from '../../../src/services/accounts/find-employer-accounts';
import { aMembership, anAccount, anEmployerWithOwner } from '../../builders';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('findEmployerAccounts', () => {
  it('finds who acts now for employers by a part of their name', async () => {
    const at = new Date('2026-06-01T00:00:00Z');
    await asActor(dataSource, 'system', async (manager) => {
      const { employer } = await anEmployerWithOwner(manager, { name: 'PT 100% Palu (contoh)' });
      const former = await anAccount(manager);
      const endsAt = new Date('2026-02-01T00:00:00Z');
      await aMembership(manager, { accountId: former.id, employerId: employer.id, endsAt });
      await anEmployerWithOwner(manager, { name: 'PT Donggala (contoh)' });
    });
    const find = (text: string) =>
      asActorRead(dataSource, 'system', (manager) => findEmployerAccounts(manager, text, at));
    expect(await find('100% palu')).toMatchObject([
      { employerName: 'PT 100% Palu (contoh)', role: 'OWNER', issuer: 'padan-development' },
    ]);
    expect(await find('%')).toHaveLength(1);
    expect(await find('nowhere')).toEqual([]);
  });
});
