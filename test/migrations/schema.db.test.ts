import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations';
import { createDataSource } from '../../src/database/data-source';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

const run = promisify(execFile);
const root = path.resolve(__dirname, '../..');

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.migratorUrl, {
    migrations,
    statementLimitMs: 0,
  }).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Everything that makes the schema, in the words of PostgreSQL's own catalogue. */
async function dumpSchema(): Promise<string[]> {
  const rows: { line: string }[] = await dataSource.query(`
    SELECT format('column %s.%s %s %s %s %s', table_name, ordinal_position, column_name, data_type, is_nullable, column_default) AS line
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL
    SELECT format('constraint %s %s', conname, pg_get_constraintdef(oid)) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL
    SELECT format('function %s', pg_get_functiondef(p.oid)) FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
    UNION ALL
    SELECT format('trigger %s', pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL
    SELECT format('policy %s %s %s %s %s %s', tablename, policyname, roles, cmd, qual, with_check)
    FROM pg_policies
    UNION ALL
    SELECT format('class %s %s %s %s', relname, relacl, relrowsecurity, relforcerowsecurity)
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind <> 'i'
  `);
  return rows.map(({ line }) => line).sort();
}

/** How many rows the reference tables hold. */
async function countReferenceRows(): Promise<unknown> {
  const [row] = await dataSource.query(`
    SELECT (SELECT count(*)::int FROM regions) AS regions,
      (SELECT count(*)::int FROM competencies) AS competencies,
      (SELECT count(*)::int FROM occupations) AS occupations,
      (SELECT count(*)::int FROM occupation_competencies) AS links,
      (SELECT count(*)::int FROM competency_relations) AS relations,
      (SELECT count(*)::int FROM alias_rules) AS rules
  `);
  return row;
}

describe('migrations', () => {
  it('leave nothing to generate from the entities', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('pass the check of the command line', async () => {
    const cli = path.join(root, 'node_modules/typeorm/cli.js');
    const command = ['--import', 'tsx', cli, 'migration:generate', '--check', 'drift'];
    const { stdout } = await run(process.execPath, [...command, '-d', 'ormconfig.ts'], {
      cwd: root,
      env: { DATABASE_URL: database.migratorUrl },
    });
    expect(stdout).toContain('No changes in database schema were found');
  }, 60_000);

  it('give the schema that was reviewed', async () => {
    expect((await dumpSchema()).join('\n')).toMatchSnapshot();
  });

  it('give the same schema up, down and up again', async () => {
    const before = await dumpSchema();
    const rowsBefore = await countReferenceRows();
    for (const _ of migrations) await dataSource.undoLastMigration();
    expect(await dumpSchema()).not.toEqual(before);
    await dataSource.runMigrations();
    expect(await dumpSchema()).toEqual(before);
    expect(await countReferenceRows()).toEqual(rowsBefore);
  }, 60_000);
});
