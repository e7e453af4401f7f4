import type { Account } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { anAccount, anEmployerWithOwner } from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from './graph-world';

let world: GraphWorld;
let account: Account;

beforeAll(async () => {
  world = await startGraphWorld();
  account = await world.seed(async (manager) => (await anEmployerWithOwner(manager)).account);
});

afterAll(async () => {
  await world.stop();
});

const QUERY = `query ($input: VacancyContentInput!) { checkVacancyDraft(input: $input) {
  problems { code path message } remarks { code path matchedText message(lang: EN) } } }`;
const content = {
  title: 'Satpam pria',
  description: 'Usia maksimal 30 tahun, berpenampilan menarik.',
  regionCodes: ['72.71.02'],
  wageMin: '2000000',
  wageUnit: 'MONTH',
  validThrough: new Date(NOW.getTime() + 86_400_000).toISOString(),
  requirements: [
    { kind: 'COMPETENCY', necessity: 'MUST', competencyId: encodeNodeId('Competency', 'patroli') },
  ],
};
const asking = (changes: object = {}) => ({
  accountId: account.id,
  variables: { input: { ...content, ...changes } },
});

interface Review {
  checkVacancyDraft: {
    problems: { code: string; path: string[] }[];
    remarks: { code: string; matchedText: string | null; message: string }[];
  };
}

describe('checkVacancyDraft', () => {
  it('names what is missing, thin, underpaid and discriminatory', async () => {
    const { checkVacancyDraft } = await world.data<Review>(QUERY, asking());
    expect(checkVacancyDraft.problems.map(({ path }) => path.join('.'))).toEqual([
      'requirements.EDUCATION',
      'requirements.EXPERIENCE',
    ]);
    expect(checkVacancyDraft.remarks).toMatchObject([
      { code: 'NO_OCCUPATION' },
      { code: 'FEW_COMPETENCIES' },
      { code: 'SHORT_DESCRIPTION' },
      { code: 'WAGE_BELOW_MINIMUM', message: expect.stringContaining('Rp 3,619,464') },
      { code: 'DISCRIMINATES_BY_SEX', matchedText: 'pria' },
      { code: 'DISCRIMINATES_BY_AGE', matchedText: 'Usia maksimal 30 tahun' },
      { code: 'DISCRIMINATES_BY_LOOKS', matchedText: 'berpenampilan menarik' },
    ]);
  });

  it('says what names nothing that exists', async () => {
    const { checkVacancyDraft } = await world.data<Review>(QUERY, asking({ regionCodes: ['99'] }));
    expect(checkVacancyDraft.problems).toContainEqual(
      expect.objectContaining({ code: 'UNKNOWN_REFERENCE', path: ['regionCodes', '0'] }),
    );
  });

  it('reads at most four statements and writes nothing', async () => {
    const statements = await world.statementsOf(QUERY, asking());
    expect(statements.length).toBeLessThanOrEqual(4);
    expect(statements.filter((sql) => !/^SELECT/i.test(sql.trim()))).toEqual([]);
  });

  it('refuses an id that is none, a title too long, and whoever is not signed in', async () => {
    const badId = await world.ask(QUERY, asking({ occupationId: 'nonsense' }));
    expect(badId.errors?.[0]?.originalError).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['input', 'occupationId'],
    });
    const long = await world.ask(QUERY, asking({ title: 'x'.repeat(201) }));
    expect(long.errors).toHaveLength(1);
    const nobody = await world.ask(QUERY, {
      ...asking(),
      accountId: undefined,
      audience: 'employer',
    });
    expect(nobody.errors?.[0]?.originalError).toMatchObject({ code: 'UNAUTHENTICATED' });
    const seeker = await world.seed((manager) => anAccount(manager));
    const { errors } = await world.ask(QUERY, { ...asking(), accountId: seeker.id });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'EMPLOYER_ONLY' });
  });
});
