import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { type AuditEntry, appendAudit } from '../../src/audit/append-audit';
import { sealBatch } from '../../src/audit/seal-audit';
import { type AuditVerification, verifyAudit } from '../../src/audit/verify-audit';
import { asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

let database: TestDatabase;
let dataSource: DataSource;
let owner: Client;
let sealer: Client;

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, { poolSize: 4 }).initialize();
  owner = new Client(database.migratorUrl);
  sealer = new Client(database.appUrl);
  await Promise.all([owner.connect(), sealer.connect()]);
});

afterEach(async () => {
  await Promise.all([owner.end(), sealer.end(), dataSource.destroy()]);
  await database.drop();
});

const officer = `account:${randomUUID()}` as const;

const reveal = (values: Partial<AuditEntry> = {}): AuditEntry => ({
  actor: officer,
  action: 'identity_number.revealed',
  subjectType: 'candidate',
  subjectId: randomUUID(),
  ...values,
});

const append = (entry = reveal()): Promise<void> =>
  asActor(dataSource, entry.actor, (manager) => appendAudit(manager, entry));

async function appendAndSeal(batches: number): Promise<void> {
  for (let batch = 0; batch < batches; batch += 1) {
    await append();
    await append();
    await sealBatch(sealer);
  }
}

const verify = (head?: string): Promise<AuditVerification> =>
  asActor(dataSource, 'system', (manager) => verifyAudit(manager, head));

describe('the audit log', () => {
  it('tells who did what, and of a person only a pseudonym', async () => {
    const subjectId = randomUUID();
    await append(reveal({ subjectId, detail: { purpose: 'PERSON_ASKED' } }));
    await append(
      reveal({ actor: `candidate:${subjectId}`, action: 'candidate.exported', subjectId }),
    );
    const { rows } = await owner.query('SELECT * FROM audit_entries ORDER BY id');
    const [first, second] = rows;
    expect(first).toMatchObject({
      ...{ actor: officer, action: 'identity_number.revealed', subject_type: 'candidate' },
      ...{
        subject_id: expect.stringMatching(/^[0-9a-f]{32}$/),
        detail: { purpose: 'PERSON_ASKED' },
      },
    });
    expect(second.subject_id).toBe(first.subject_id);
    expect(second.actor).toBe(`candidate:${first.subject_id}`);
    expect(JSON.stringify(rows)).not.toContain(subjectId);
  });

  it.each([
    'UPDATE audit_entries SET action = action',
    'DELETE FROM audit_entries',
    'UPDATE audit_seals SET batch = batch',
    'DELETE FROM audit_seals',
  ])('refuses the service %s', async (statement) => {
    const changed = asActor(dataSource, 'system', (manager) => manager.query(statement));
    await expect(changed).rejects.toThrow('permission denied');
  });

  it('hides its entries and the key of its pseudonyms from everybody but the service', async () => {
    await append();
    const seen = await asActor(dataSource, officer, (manager) =>
      manager.query('SELECT * FROM audit_entries'),
    );
    expect(seen).toEqual([]);
    const key = asActor(dataSource, 'system', (manager) =>
      manager.query('SELECT * FROM audit_keys'),
    );
    await expect(key).rejects.toThrow('permission denied');
  });
});

describe('the sealer', () => {
  it('chains what is committed, each entry once', async () => {
    await appendAndSeal(3);
    await append();
    expect(await verify()).toMatchObject({ batches: 3, entries: 6, unsealed: 1, broken: null });
    expect(await sealBatch(sealer)).toBe(1);
    expect(await sealBatch(sealer)).toBe(0);
    expect(await verify()).toMatchObject({ batches: 4, entries: 7, unsealed: 0, broken: null });
  });

  it('seals an entry whose transaction commits after later ones', async () => {
    const slow = new Client(database.appUrl);
    await slow.connect();
    await slow.query('BEGIN');
    await slow.query("SELECT set_config('padan.actor', 'system', true)");
    await appendAudit(
      { query: (sql: string, values?: unknown[]) => slow.query(sql, values) } as never,
      reveal(),
    );
    await append();
    expect(await sealBatch(sealer)).toBe(1);
    await slow.query('COMMIT');
    await slow.end();
    expect(await sealBatch(sealer)).toBe(1);
    expect(await verify()).toMatchObject({ batches: 2, entries: 2, broken: null });
  });

  it('keeps nobody waiting who adds meanwhile', async () => {
    await append();
    await sealer.query('BEGIN');
    await sealer.query("SELECT set_config('padan.actor', 'system', true)");
    await sealer.query('DELETE FROM audit_unsealed');
    await sealer.query('SELECT FROM audit_seals');
    // The sealer holds what it has until they are through; among themselves they may wait a moment.
    const limit = "SET LOCAL lock_timeout = '10s'";
    const adding = Array.from({ length: 40 }, () =>
      asActor(dataSource, officer, async (manager) => {
        await manager.query(limit);
        await appendAudit(manager, reveal());
      }),
    );
    await Promise.all(adding);
    await sealer.query('ROLLBACK');
    expect(await sealBatch(sealer)).toBe(41);
  });

  it('leaves one chain when two work at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => append()));
    const other = new Client(database.appUrl);
    await other.connect();
    await Promise.allSettled([sealBatch(sealer), sealBatch(other)]);
    await other.end();
    while ((await sealBatch(sealer)) > 0);
    expect(await verify()).toMatchObject({ entries: 20, unsealed: 0, broken: null });
  });
});

describe('verifyAudit', () => {
  beforeEach(() => appendAndSeal(3));

  it.each([
    [
      'a changed entry',
      'UPDATE audit_entries SET actor = $$system$$ WHERE id = 3',
      2,
      'ENTRY_CHANGED',
    ],
    [
      'a changed time',
      "UPDATE audit_entries SET at = at - interval '1 us' WHERE id = 5",
      3,
      'ENTRY_CHANGED',
    ],
    ['a removed entry', 'DELETE FROM audit_entries WHERE id = 4', 2, 'ENTRY_MISSING'],
    ['a removed batch', 'DELETE FROM audit_seals WHERE batch = 1', 1, 'BATCH_MISSING'],
    [
      'a changed batch',
      'UPDATE audit_seals SET entry_ids = entry_ids[1:1] WHERE batch = 1',
      1,
      'ENTRY_CHANGED',
    ],
    [
      'a batch of another chain',
      "UPDATE audit_seals SET previous_hash = sha256('') WHERE batch = 3",
      3,
      'CHAIN_BROKEN',
    ],
    [
      'entries whose last batch was removed',
      'DELETE FROM audit_seals WHERE batch = 3',
      0,
      'ENTRY_UNSEALED',
    ],
  ])('finds %s', async (_, tampering, batch, fault) => {
    await owner.query(tampering);
    expect((await verify()).broken).toEqual({ batch, fault });
  });

  it('finds an entry that was removed before it was sealed', async () => {
    await append();
    await owner.query('DELETE FROM audit_entries WHERE id = 7');
    expect((await verify()).broken).toEqual({ batch: 0, fault: 'ENTRY_UNSEALED' });
  });

  it('finds by a head kept elsewhere that the end was cut off with its entries', async () => {
    const { head } = await verify();
    await owner.query('DELETE FROM audit_seals WHERE batch = 3');
    await owner.query('DELETE FROM audit_entries WHERE id > 4');
    expect((await verify()).broken).toBeNull();
    expect((await verify(head)).broken).toEqual({ batch: 0, fault: 'HEAD_UNKNOWN' });
  });
});
