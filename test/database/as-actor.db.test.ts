import type { DataSource } from 'typeorm';
import { asActor, asActorRead } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { withinAs } from '../../src/services/transaction';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

const CURRENT_ACTOR = "select nullif(current_setting('padan.actor', true), '') as actor";

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, { poolSize: 4 }).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('asActor', () => {
  it('shows the actor to every statement of the transaction', async () => {
    const rows = await asActor(dataSource, 'account:a', async (manager) => {
      await manager.query('select 1');
      return await manager.query(CURRENT_ACTOR);
    });
    expect(rows).toEqual([{ actor: 'account:a' }]);
  });

  it('leaves no actor behind on the pooled connection', async () => {
    await asActor(dataSource, 'office:b', (manager) => manager.query('select 1'));
    const rows = await Promise.all(
      Array.from({ length: 8 }, () => dataSource.query(CURRENT_ACTOR)),
    );
    expect(rows.flat()).toEqual(Array.from({ length: 8 }, () => ({ actor: null })));
  });

  it('never mixes actors over 400 interleaved transactions', async () => {
    const seen = await Promise.all(
      Array.from({ length: 400 }, async (_, i) => {
        const rows = await asActor(dataSource, `candidate:${i}`, (manager) =>
          manager.query(CURRENT_ACTOR),
        );
        return rows[0].actor === `candidate:${i}`;
      }),
    );
    expect(seen).not.toContain(false);
  });

  it('takes an actor with quotes as text', async () => {
    const actor = "account:'; drop table x; --" as const;
    const rows = await asActor(dataSource, actor, (manager) => manager.query(CURRENT_ACTOR));
    expect(rows).toEqual([{ actor }]);
  });
});

describe('asActorRead', () => {
  it('takes an actor with quotes as text', async () => {
    const actor = "account:'; drop table x; --\\" as const;
    const rows = await asActorRead(dataSource, actor, (manager) => manager.query(CURRENT_ACTOR));
    expect(rows).toEqual([{ actor }]);
  });

  it('leaves no actor and no transaction behind, also after a failure', async () => {
    for (let round = 0; round < 8; round++) {
      const failing = asActorRead(dataSource, 'office:b', async (manager) => {
        if (round % 2 === 0) await manager.query('select * from nowhere');
        throw new Error('mine');
      });
      await expect(failing).rejects.toThrow(round % 2 === 0 ? 'nowhere' : 'mine');
    }
    const rows = await Promise.all(
      Array.from({ length: 8 }, () =>
        dataSource.query(`${CURRENT_ACTOR}, pg_current_xact_id_if_assigned() as xid`),
      ),
    );
    expect(rows.flat()).toEqual(Array.from({ length: 8 }, () => ({ actor: null, xid: null })));
  });

  it('shows the actor and refuses to write', async () => {
    const rows = await asActorRead(dataSource, 'public', (manager) => manager.query(CURRENT_ACTOR));
    expect(rows).toEqual([{ actor: 'public' }]);
    const write = asActorRead(dataSource, 'public', (manager) =>
      manager.query('create table written (id integer)'),
    );
    await expect(write).rejects.toThrow('read-only transaction');
  });
});

describe('withinAs', () => {
  it('gives the rights back, done or failed', async () => {
    await asActor(dataSource, 'account:a', async (manager) => {
      const inside = await withinAs(manager, 'system', () => manager.query(CURRENT_ACTOR));
      expect(inside).toEqual([{ actor: 'system' }]);
      expect(await manager.query(CURRENT_ACTOR)).toEqual([{ actor: 'account:a' }]);
      const failing = withinAs(manager, 'system', async () => {
        throw new Error('mine');
      });
      await expect(failing).rejects.toThrow('mine');
      expect(await manager.query(CURRENT_ACTOR)).toEqual([{ actor: 'account:a' }]);
    });
  });

  it('tells what PostgreSQL refused, not that the transaction ended by it', async () => {
    const refused = asActor(dataSource, 'account:a', (manager) =>
      withinAs(manager, 'system', () => manager.query('SELECT * FROM nowhere')),
    );
    await expect(refused).rejects.toThrow('nowhere');
  });
});
