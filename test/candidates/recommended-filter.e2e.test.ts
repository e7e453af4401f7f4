import { aVacancy, holds, must, should } from '../builders';
import { type GraphWorld, startGraphWorld } from '../resolvers/graph-world';
import { as, type SignedIn, signedIn } from './own-world';

let world: GraphWorld;
let person: SignedIn;
beforeAll(async () => {
  world = await startGraphWorld();
  person = await signedIn(world, {
    competencies: [holds('patroli', 4, { evidence: 'TESTED' })],
    willingRegionCodes: ['ID'],
  });
  await world.seed(async (manager) => {
    const open: [string, object][] = [
      ['Palu', { requirements: [must('patroli')], employmentType: 'PERMANENT' }],
      ['Palu harian', { requirements: [must('patroli')], employmentType: 'DAILY' }],
      [
        'Jakarta',
        { requirements: [must('patroli')], regionCodes: ['31.71'], employmentType: 'PERMANENT' },
      ],
      [
        'Jauh',
        {
          requirements: [must('patroli')],
          isRemote: true,
          regionCodes: ['31'],
          employmentType: null,
        },
      ],
      ['Kurang', { requirements: [must('patroli'), should('las-smaw', 5), should('cctv', 5)] }],
      ['Tidak bisa', { requirements: [must('las-smaw')] }],
    ];
    for (const [title, values] of open) await aVacancy(manager, { title, ...values });
  });
  await world.refresh();
});
afterAll(() => world.stop());

const QUERY = `query ($first: Int, $after: String, $filter: RecommendedVacanciesFilter) {
  recommendedVacancies(first: $first, after: $after, filter: $filter) {
    totalCount totalConsidered totalEligible pageInfo { endCursor }
    edges { rank node { title } match { scoreBp verdict } } } }`;
interface Found {
  totalCount: number;
  totalConsidered: number;
  pageInfo: { endCursor: string };
  edges: { rank: number; node: { title: string }; match: { scoreBp: number; verdict: string } }[];
}
const find = async (filter: object | null, page: object = {}): Promise<Found> =>
  (
    await world.data<{ recommendedVacancies: Found }>(
      QUERY,
      as(person.account, { filter, ...page }),
    )
  ).recommendedVacancies;
const titles = ({ edges }: Found) => edges.map(({ node }) => node.title).sort();

describe('recommendedVacancies', () => {
  it('keeps to places in or around the regions that are wanted, and to remote work', async () => {
    expect(titles(await find({ regionCodes: ['72.71'] }))).toEqual([
      'Jauh',
      'Kurang',
      'Palu',
      'Palu harian',
    ]);
    expect(titles(await find({ regionCodes: ['31.71.01'] }))).toEqual(['Jakarta', 'Jauh']);
  });

  it('keeps to the forms of employment that are wanted, or not stated', async () => {
    const found = titles(await find({ employmentTypes: ['DAILY'] }));
    expect(found).toContain('Palu harian');
    expect(found).toContain('Jauh');
    expect(found).not.toContain('Jakarta');
  });

  it('keeps to matches that are good enough, without changing a score', async () => {
    const all = await find(null);
    expect(all.totalCount).toBe(5);
    const verdicts = ['STRETCH', 'POSSIBLE', 'STRONG'];
    for (const minVerdict of verdicts) {
      const found = await find({ minVerdict });
      const wanted = all.edges.filter(
        ({ match }) => verdicts.indexOf(match.verdict) >= verdicts.indexOf(minVerdict),
      );
      expect(titles(found)).toEqual(titles({ ...all, edges: wanted }));
      expect(found.totalCount).toBe(wanted.length);
      expect(found.edges.map(({ match }) => match)).toEqual(wanted.map(({ match }) => match));
    }
  });

  it('goes on after a cursor under the same filter alone', async () => {
    const filter = { regionCodes: ['72.71'] };
    const { pageInfo, edges } = await find(filter, { first: 1 });
    const rest = await find(filter, { after: pageInfo.endCursor });
    expect(titles({ ...rest, edges: [...edges, ...rest.edges] })).toHaveLength(4);
    const { errors } = await world.ask(
      QUERY,
      as(person.account, { filter: null, after: pageInfo.endCursor }),
    );
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_CURSOR' });
  });
});

describe('myMatch', () => {
  it('says why the person is not eligible', async () => {
    const { vacancies } = await world.data<{
      vacancies: {
        edges: {
          node: {
            title: string;
            myMatch: {
              verdict: string;
              eligibility: { result: string; reason: string }[];
              receipt: null;
            };
          };
        }[];
      };
    }>(
      `{ vacancies { edges { node { title myMatch { verdict eligibility { check result reason(lang: EN) }
         receipt { rank } } } } } }`,
      as(person.account),
    );
    const own = vacancies.edges.find(({ node }) => node.title === 'Tidak bisa')?.node.myMatch;
    expect(own?.verdict).toBe('NOT_ELIGIBLE');
    const failed = own?.eligibility.filter(({ result }) => result === 'FAIL') ?? [];
    expect(failed.length).toBeGreaterThan(0);
    for (const { reason } of failed) expect(reason.length).toBeGreaterThan(10);
    expect(own?.receipt).toBeNull();
  });
});
