import { Client } from 'pg';
import { referencesTo } from '../../support/catalogue';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

/** What becomes of the rows of a record that is merged into another, by the column that names the person. */
const decisions: Readonly<Record<string, string>> = {
  'application_messages.candidate_id': 'go with the contact',
  'candidate_competencies.candidate_id': 'are joined',
  'candidate_handles.candidate_id': 'go over, where the organisation does not know the other',
  'candidate_identities.candidate_id': 'is copied where there is none',
  'candidate_merges.drop_id': 'is the merge',
  'candidate_merges.keep_id': 'is the merge; who stands for somebody is merged into nobody',
  'candidate_origins.candidate_id': 'go over',
  'consents.candidate_id': 'are joined, never widened',
  'contacts.candidate_id': 'go over, where the other has none with the vacancy',
  'disability_profiles.candidate_id': 'is copied where there is none',
  'disclosures.candidate_id': 'go over',
  'match_events.candidate_id': 'stay: they tell what happened to the record',
  'objections.candidate_id': 'stay: none may be open',
  'receipt_secrets.candidate_id': 'stays: receipts are of the record that was ranked',
  'work_experiences.candidate_id': 'go over, where the other does not say the same',
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

describe('every table of a person', () => {
  it('has its place in a merge', async () => {
    const columns = (await referencesTo(owner, 'candidates')).map(({ from }) => from);
    expect(columns.sort()).toEqual(Object.keys(decisions).sort());
  });
});
