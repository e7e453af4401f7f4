import type { DataSource } from 'typeorm';
import { asActor, asActorRead } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import { Account } from '../../../src/entities';
import { addOfficer } from '../../../src/services/offices/add-officer';
import { isInOffice, officeOf } from '../../../src/services/offices/office-of';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

const NOW = new Date('2026-11-21T10:00:00Z');
const officer = {
  issuer: 'padan-development',
  subject: 'petugas-1',
  displayName: 'Petugas (contoh)',
  regionCode: '72.71',
  role: 'OFFICER',
} as const;

let database: TestDatabase;
let dataSource: DataSource;

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
});

afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const add = (values: { regionCode?: string } = {}) =>
  asActor(dataSource, 'system', (manager) => addOfficer(manager, { ...officer, ...values }, NOW));

describe('addOfficer', () => {
  it('makes account and membership once', async () => {
    expect(await add()).toBe(true);
    expect(await add()).toBe(false);
    const { id } = await asActorRead(dataSource, 'system', (manager) =>
      manager.findOneByOrFail(Account, { subject: officer.subject }),
    );
    const memberships = await asActorRead(dataSource, `account:${id}`, (manager) =>
      manager.query('SELECT region_code, role FROM office_memberships'),
    );
    expect(memberships).toEqual([{ region_code: '72.71', role: 'OFFICER' }]);
  });

  it('refuses a region that does not exist', async () => {
    await expect(add({ regionCode: '99.99' })).rejects.toThrow('There is no region 99.99');
  });
});

describe('officeOf', () => {
  it('refuses who works for no office', async () => {
    const reading = asActorRead(dataSource, 'public', officeOf);
    await expect(reading).rejects.toMatchObject({ code: 'OFFICE_ONLY' });
  });
});

describe('isInOffice', () => {
  it.each([
    ['72.71', '72.71', true],
    ['72.71', '72.71.01', true],
    ['72.71', '72', false],
    ['72.7', '72.71', false],
    ['ID', '11', true],
  ])('of %s: %s is %s', (own, code, expected) => {
    expect(isInOffice({ regionCodes: [own] }, code)).toBe(expected);
  });
});
