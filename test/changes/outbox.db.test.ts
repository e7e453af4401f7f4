import type { DataSource } from 'typeorm';
import { appendOutbox } from '../../src/changes/outbox';
import { createDataSource } from '../../src/database/data-source';
import { Installation, OutboxEvent } from '../../src/entities';
import { patient } from '../support/patience';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, patient).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const change = (aggregateId: string) =>
  ({ aggregate: 'vacancy', aggregateId, kind: 'vacancy.updated', version: 2 }) as const;

describe('appendOutbox', () => {
  it('writes events that have no place in the order yet', async () => {
    await dataSource.transaction((manager) => appendOutbox(manager, [change('a'), change('b')]));
    const [{ nodeId }] = await dataSource.manager.find(Installation);
    expect(await dataSource.manager.findBy(OutboxEvent, { aggregateId: 'a' })).toMatchObject([
      { aggregate: 'vacancy', kind: 'vacancy.updated', version: 2, seq: null, nodeId },
    ]);
  });

  it('leaves nothing behind when the writer rolls back', async () => {
    const failing = dataSource.transaction(async (manager) => {
      await appendOutbox(manager, [change('undone')]);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await dataSource.manager.countBy(OutboxEvent, { aggregateId: 'undone' })).toBe(0);
  });

  it('takes more entries than one statement holds', async () => {
    const many = Array.from({ length: 10_001 }, () => change('many'));
    await dataSource.transaction((manager) => appendOutbox(manager, many));
    expect(await dataSource.manager.countBy(OutboxEvent, { aggregateId: 'many' })).toBe(10_001);
  });
});
