import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations';
import { RetireTermMappings1795290100000 } from '../../migrations/1795290100000-retire-term-mappings';
import { createDataSource } from '../../src/database/data-source';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

let database: TestDatabase;
let owner: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  const options = { migrations, statementLimitMs: 0 };
  owner = await createDataSource(database.migratorUrl, options).initialize();
});

afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

const terms = async () => {
  const rows: { term: string }[] = await owner.query(
    'SELECT term FROM unresolved_terms ORDER BY 1',
  );
  return rows.map(({ term }) => term);
};

describe('RetireTermMappings', () => {
  it('forgets words of searches, keeps those of advertisements and drafts, there and back', async () => {
    const since = migrations.length - migrations.indexOf(RetireTermMappings1795290100000);
    for (let each = 0; each < since; each++) await owner.undoLastMigration();
    await owner.query(
      `INSERT INTO unresolved_terms (term, concept_type, origin, count, last_seen_at)
       SELECT origin, 'COMPETENCY', origin, 9, now() FROM unnest(ARRAY['query', 'import', 'employer']) AS origin`,
    );
    await owner.query(
      `INSERT INTO term_mappings (term, concept_type, concept_id, mapped_at)
       VALUES ('blorgo', 'COMPETENCY', 'patroli', now())`,
    );
    await owner.runMigrations();
    expect(await terms()).toEqual(['employer', 'import']);

    const retired = 'UPDATE term_mappings SET retired_revision = 2, retired_at = now()';
    await owner.query(retired);
    await owner.query(
      `INSERT INTO term_mappings (term, concept_type, concept_id, mapped_at)
       VALUES ('blorgo', 'COMPETENCY', 'cctv', now())`,
    );
    await owner.query("UPDATE unresolved_terms SET explained_at = now() WHERE term = 'import'");
    for (let each = 0; each < since; each++) await owner.undoLastMigration();
    expect(await terms()).toEqual(['employer']);
    expect(await owner.query('SELECT concept_id FROM term_mappings')).toEqual([
      { concept_id: 'cctv' },
    ]);
    await owner.runMigrations();
  });
});
