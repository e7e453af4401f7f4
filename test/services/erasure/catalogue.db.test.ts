import { Client } from 'pg';
import { referencesTo } from '../../support/catalogue';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

/** Columns that name a person without going with the person, and why. */
const withoutReference: Readonly<Record<string, string>> = {
  'candidate_tombstones.id': 'what is left',
  'matches.candidate_id': 'goes when the matcher has seen the change',
};

let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client(database.migratorUrl);
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

describe('every table', () => {
  it('loses its rows of a person with the person', async () => {
    const references = await referencesTo(owner, 'candidates');
    expect(references.filter(({ onDelete }) => onDelete !== 'CASCADE')).toEqual([]);
    expect(references.length).toBeGreaterThan(5);
  });

  it('refers to the person wherever it names one', async () => {
    const { rows } = await owner.query<{ column: string }>(
      `SELECT table_name || '.' || column_name AS "column" FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name ~ '(^|_)candidate_ids?$'`,
    );
    const references = (await referencesTo(owner, 'candidates')).map(({ from }) => from);
    const loose = rows.map(({ column }) => column).filter((column) => !references.includes(column));
    expect(loose.filter((column) => !(column in withoutReference))).toEqual([]);
  });

  it('lets an account go with what it holds', async () => {
    const references = await referencesTo(owner, 'accounts');
    const kept = references.filter(({ onDelete }) => !['CASCADE', 'SET NULL'].includes(onDelete));
    expect(kept).toEqual([]);
  });
});
