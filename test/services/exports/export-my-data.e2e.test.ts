import { Client } from 'pg';
import { anEmployerWithOwner, aVacancy } from '../../builders';
import { type GraphWorld, startGraphWorld } from '../../resolvers/graph-world';
import { referencesTo } from '../../support/catalogue';
import { aKnownPerson, canaries } from '../erasure/person';

type Validate = (resume: unknown, done: (faults: unknown[] | null) => void) => void;
// The package has no types.
const { validate } = require('@jsonresume/schema') as { validate: Validate };

const EXPORT = `mutation ($input: ExportMyDataInput!) { exportMyData(input: $input) {
  content parts digest userErrors { code path } } }`;

let world: GraphWorld;
let owner: Client;
let known: Awaited<ReturnType<typeof aKnownPerson>>;
let attempts = 0;

beforeEach(async () => {
  world = await startGraphWorld();
  owner = new Client(world.ownerUrl);
  await owner.connect();
  await world.seed(async (manager) => {
    const { employer } = await anEmployerWithOwner(manager);
    const vacancy = await aVacancy(manager, { employerId: employer.id });
    known = await aKnownPerson(manager, { organisationId: employer.id, vacancyId: vacancy.id });
  });
});

afterEach(async () => {
  await owner.end();
  await world.stop();
});

interface Exported {
  content: string;
  parts: number;
  digest: string;
  userErrors: { code: string }[];
}

async function ask(format: 'JSON' | 'JSON_RESUME', part = 1): Promise<Exported> {
  attempts += 1;
  const input = { clientMutationId: `export-${attempts}`, format, part };
  const accountId = known.account.id;
  const asking = { audience: 'candidate' as const, accountId, variables: { input } };
  return (await world.data<{ exportMyData: Exported }>(EXPORT, asking)).exportMyData;
}

/** The tables that hold a row of the person by a foreign key. */
async function filledTables(): Promise<string[]> {
  const filled: string[] = [];
  for (const { from } of await referencesTo(owner, 'candidates')) {
    const [table, column] = from.split('.');
    const rows = `SELECT FROM ${table} WHERE ${column} = $1`;
    if ((await owner.query(rows, [known.person.id])).rowCount) filled.push(table);
  }
  return filled;
}

describe('exportMyData', () => {
  it('holds every table that has a row of the person', async () => {
    const filled = await filledTables();
    expect(filled.length).toBeGreaterThan(3);
    const { tables } = JSON.parse((await ask('JSON')).content);
    const wanted = [...filled, 'accounts', 'candidates', 'contact_steps', 'sessions'];
    expect(Object.keys(tables)).toEqual(expect.arrayContaining(wanted));
  });

  it('holds what the person gave, and not the pseudonyms that employers know', async () => {
    const { content } = await ask('JSON');
    const { handle, ...given } = canaries;
    for (const value of [...Object.values(given), 'PHYSICAL']) expect(content).toContain(value);
    expect(content).not.toContain(handle);
    expect(content).not.toMatch(/"\w*(hash|secret)":/);
  });

  it('gives a résumé in the form of JSON Resume', async () => {
    const resume = JSON.parse((await ask('JSON_RESUME')).content);
    const faults = await new Promise((resolve) => validate(resume, resolve));
    expect(faults).toBeNull();
    expect(resume.basics).toMatchObject({ name: canaries.name, email: canaries.email });
    expect(resume.work).toMatchObject([
      { position: canaries.title, name: canaries.formerEmployer, startDate: '2023-01-01' },
    ]);
  });

  it('cuts a large file into parts that make it again', async () => {
    const long = 'Jalan "panjang" '.repeat(30_000);
    await owner.query('UPDATE candidates SET address = $1', [long]);
    const first = await ask('JSON');
    const pieces = [first.content];
    for (let part = 2; part <= first.parts; part += 1) {
      const next = await ask('JSON', part);
      expect(next.digest).toBe(first.digest);
      pieces.push(next.content);
    }
    expect(pieces.length).toBeGreaterThan(1);
    expect(JSON.stringify(first).length).toBeLessThan(1024 * 1024);
    expect(JSON.parse(pieces.join('')).tables.candidates[0].address).toBe(long);
  });

  it('is in the audit log, and ends after 20 answers in a day', async () => {
    for (let each = 0; each < 20; each += 1) {
      expect((await ask('JSON_RESUME')).userErrors).toEqual([]);
    }
    const refused = { content: null, userErrors: [{ code: 'LIMIT_REACHED' }] };
    expect(await ask('JSON_RESUME')).toMatchObject(refused);
    const exported = "SELECT FROM audit_entries WHERE action = 'candidate.exported'";
    expect((await owner.query(exported)).rowCount).toBe(20);
  });
});
