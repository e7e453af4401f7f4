import type { DataSource } from 'typeorm';
import { type Actor, asActor } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import { anAccount, anOfficer } from '../../builders';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

const tables = ['account_addresses', 'sign_in_codes', 'known_devices', 'sessions', 'totp_factors'];

let database: TestDatabase;
let dataSource: DataSource;
let accountId: string;
let officerId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
  await asActor(dataSource, 'system', async (manager) => {
    accountId = (await anAccount(manager)).id;
    officerId = (await anOfficer(manager, { regionCode: 'ID' })).id;
    for (const text of [
      `INSERT INTO account_addresses VALUES (sha256('a'), $1, 'PHONE', now(), now())`,
      `INSERT INTO known_devices VALUES (sha256('d'), $1, now(), now())`,
      `INSERT INTO sessions VALUES (gen_random_uuid(), $1, sha256('r'), now(), now(), now())`,
      `INSERT INTO totp_factors VALUES ($1, 'sealed', now())`,
    ]) {
      await manager.query(text, [accountId]);
    }
    await manager.query(
      `INSERT INTO sign_in_codes VALUES (gen_random_uuid(), sha256('a'), sha256('c'), 0, now(), now())`,
    );
  });
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const countAs = (actor: Actor, table: string) =>
  asActor(dataSource, actor, async (manager) => {
    const [{ count }] = await manager.query(`SELECT count(*)::int AS count FROM ${table}`);
    return count;
  });

describe.each(tables)('%s', (table) => {
  it('is read by the service alone: not by the account itself, an office or anybody', async () => {
    expect(await countAs('system', table)).toBe(1);
    for (const actor of ['public', `account:${accountId}`, `account:${officerId}`] as const) {
      expect(await countAs(actor, table)).toBe(0);
    }
  });
});
