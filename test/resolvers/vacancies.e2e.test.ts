import type { Account, Employer, Vacancy } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aMembership, anEmployer, anEmployerWithOwner, aVacancy, must } from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from './graph-world';

let world: GraphWorld;
let account: Account;
let employer: Employer;
const made: Vacancy[] = [];

const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const idOf = (row: { id: string }) => encodeNodeId('Vacancy', row.id);

beforeAll(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    ({ account, employer } = await anEmployerWithOwner(manager));
    for (let number = 0; number < 7; number++) {
      made.push(
        await aVacancy(manager, {
          employerId: employer.id,
          title: `Satpam gudang ${number}`,
          regionCodes: [number < 4 ? '72.71.01' : '72.10'],
          employmentType: number % 2 === 0 ? 'PERMANENT' : 'DAILY',
          publishedAt: day(-number - 1),
          requirements: [must('patroli')],
        }),
      );
    }
    await aVacancy(manager, { title: 'Satpam tersembunyi', state: 'DRAFT' });
    await aVacancy(manager, { title: 'Satpam lewat waktu', validThrough: day(-1) });
    made.push(
      await aVacancy(manager, {
        title: 'Satpam penuh',
        state: 'FILLED',
        closedReason: 'FILLED_HERE',
      }),
    );
  });
});

afterAll(async () => {
  await world.stop();
});

interface Page {
  edges: { cursor: string; distanceKm: number | null; node: { title: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  totalCount: number;
  facets: { by: string; buckets: { key: string; label: string; count: number }[] }[];
}

describe('vacancies', () => {
  const query = `query ($filter: VacancyFilter, $orderBy: VacancyOrder!, $first: Int, $after: String) {
    vacancies(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount isBroadened isDegraded pageInfo { hasNextPage endCursor }
      edges { cursor distanceKm node { title } }
      facets(by: [REGION, EMPLOYMENT_TYPE, OCCUPATION]) { by buckets { key label(lang: ID) count } }
    }
  }`;
  const find = async (variables: Record<string, unknown>) =>
    (
      await world.data<{ vacancies: Page }>(query, {
        variables: { orderBy: 'NEWEST', ...variables },
      })
    ).vacancies;
  const titles = (page: Page) => page.edges.map((edge) => edge.node.title);

  it('finds what is open and nothing else, the newest first', async () => {
    const page = await find({});
    expect(page.totalCount).toBe(7);
    expect(titles(page)).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `Satpam gudang ${n}`));
  });

  it('pages without a gap and refuses the cursor under another filter', async () => {
    const first = await find({ first: 3 });
    const { endCursor: after } = first.pageInfo;
    const second = await find({ first: 3, after });
    const third = await find({ first: 3, after: second.pageInfo.endCursor });
    expect([first, second, third].flatMap(titles)).toEqual(titles(await find({})));
    expect(third.pageInfo.hasNextPage).toBe(false);
    const { errors } = await world.ask(query, {
      variables: { orderBy: 'NEWEST', filter: { q: 'satpam' }, after },
    });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_CURSOR' });
  });

  it('counts all that was found by region, form and occupation', async () => {
    const { facets } = await find({ first: 1 });
    const bucketsOf = (by: string) => facets.find((facet) => facet.by === by)?.buckets;
    expect(bucketsOf('EMPLOYMENT_TYPE')).toEqual([
      { key: 'PERMANENT', label: expect.any(String), count: 4 },
      { key: 'DAILY', label: expect.any(String), count: 3 },
    ]);
    expect(bucketsOf('REGION')).toContainEqual({ key: '72.10', label: 'Kabupaten Sigi', count: 3 });
    expect(bucketsOf('OCCUPATION')).toEqual([
      { key: encodeNodeId('Occupation', 'satpam-security'), label: 'Satpam/Security', count: 7 },
    ]);
  });

  it('filters by region, form and the ids of concepts', async () => {
    const page = await find({
      filter: {
        regionCodes: ['72.71'],
        employmentTypes: ['DAILY'],
        competencyIds: [encodeNodeId('Competency', 'patroli')],
      },
    });
    expect(titles(page)).toEqual(['Satpam gudang 1', 'Satpam gudang 3']);
  });

  it('tells how far away the nearest place is', async () => {
    const near = { latitude: -0.9, longitude: 119.87 };
    const page = await find({ filter: { near }, orderBy: 'DISTANCE' });
    const distances = page.edges.map((edge) => edge.distanceKm ?? Number.NaN);
    expect(distances[0]).toBeLessThan(15);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });

  it.each([
    [{ filter: { withinKm: 5 } }, 'filter.near'],
    [{ orderBy: 'DISTANCE' }, 'filter.near'],
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ filter: { occupationIds: ['x'] } }, 'filter.occupationIds.0'],
  ])('refuses %j at its field', async (variables, field) => {
    const { errors } = await world.ask(query, { variables: { orderBy: 'NEWEST', ...variables } });
    expect(errors?.[0]?.originalError).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: field.split('.'),
    });
  });

  it('reads every relation of a list with one statement', async () => {
    const wide = `query ($first: Int!) { vacancies(first: $first, orderBy: NEWEST) {
      edges { distanceKm node { title
        employer { name region { name parent { name } } } occupation { label } regions { name }
        requirements { competency { label broader { label } } } } } } }`;
    // Two for the search, one for the rows, one each for ten relations; some of these may share one.
    const many = await world.statementsOf(wide, { variables: { first: 50 } });
    expect(many.length).toBeLessThanOrEqual(13);
  });
});

describe('vacancy', () => {
  const query = `query ($id: ID, $slug: String) { vacancy(id: $id, slug: $slug) {
    id title state closedReason version } }`;

  it('is found by id and by slug, a closed one with its reason', async () => {
    const closed = made.at(-1) as Vacancy;
    for (const variables of [{ id: idOf(closed) }, { slug: closed.slug }]) {
      expect(await world.data(query, { variables })).toMatchObject({
        vacancy: { title: 'Satpam penuh', state: 'FILLED', closedReason: 'FILLED_HERE' },
      });
    }
  });

  it.each([[{}], [{ id: 'Vg', slug: 's' }]])('asks for one of both: %j', async (variables) => {
    const { errors } = await world.ask(query, { variables });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each([
    { state: 'DRAFT', publishedAt: null },
    { state: 'CLOSED', publishedAt: null },
  ] as const)('shows what was never public to its employer only: %j', async (stands) => {
    const draft = await world.seed((manager) =>
      aVacancy(manager, { employerId: employer.id, title: 'Konsep', ...stands }),
    );
    const asked = { variables: { id: idOf(draft) } };
    expect(await world.data(query, asked)).toEqual({ vacancy: null });
    expect(await world.data(query, { ...asked, accountId: account.id })).toMatchObject({
      vacancy: { state: stands.state },
    });
  });
});

describe('viewer', () => {
  const query = `{ viewer { displayName employers { name vacancies(first: 2, states: [PUBLISHED]) {
    totalCount pageInfo { hasNextPage } edges { node { title } } } } } }`;

  it('lists the employers of a recruiter with their vacancies', async () => {
    await world.seed(async (manager) => {
      const second = await anEmployer(manager, { name: 'AA Mandat (contoh)' });
      await aMembership(manager, {
        accountId: account.id,
        employerId: second.id,
        role: 'RECRUITER',
      });
      await aVacancy(manager, { employerId: second.id, title: 'Satpam mandat' });
    });
    const data = await world.data<{ viewer: { employers: { name: string }[] } }>(query, {
      accountId: account.id,
    });
    expect(data.viewer.employers).toMatchObject([
      { name: 'AA Mandat (contoh)', vacancies: { totalCount: 1 } },
      { vacancies: { totalCount: 7, pageInfo: { hasNextPage: true } } },
    ]);
  });

  it('is null for nobody', async () => {
    expect(await world.data('{ viewer { displayName } }', { audience: 'office' })).toEqual({
      viewer: null,
    });
  });

  it('needs as many statements for two employers as for one', async () => {
    expect((await world.statementsOf(query, { accountId: account.id })).length).toBeLessThanOrEqual(
      5,
    );
  });
});

describe('the life of a vacancy', () => {
  const fields = 'vacancy { id state version title } userErrors { code path message(lang: EN) }';
  const change = async (name: string, input: Record<string, unknown>, accountId = account.id) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    return world.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`, {
      accountId,
      variables: { input },
    });
  };
  const content = (overrides: Record<string, unknown> = {}) => ({
    title: 'Penjaga malam',
    description: 'Menjaga gudang.',
    regionCodes: ['72.71'],
    wageMin: '3700000',
    wageUnit: 'MONTH',
    validThrough: day(30).toISOString(),
    requirements: [
      {
        kind: 'COMPETENCY',
        necessity: 'MUST',
        competencyId: encodeNodeId('Competency', 'patroli'),
      },
      { kind: 'EDUCATION', necessity: 'MUST', education: 'SMA' },
      { kind: 'EXPERIENCE', necessity: 'NICE', minMonths: 0 },
    ],
    ...overrides,
  });
  const employerId = () => encodeNodeId('Employer', employer.id);

  it('goes from draft to published to closed', async () => {
    const created = await change('createVacancy', {
      clientMutationId: 'life-1',
      employerId: employerId(),
      content: content(),
    });
    expect(created.data?.createVacancy).toMatchObject({
      vacancy: { state: 'DRAFT', version: 1 },
      userErrors: [],
    });
    const { id } = (created.data as { createVacancy: { vacancy: { id: string } } }).createVacancy
      .vacancy;
    const updated = await change('updateVacancy', {
      clientMutationId: 'life-2',
      id,
      expectedVersion: 1,
      content: content({ title: 'Penjaga gudang malam' }),
    });
    expect(updated.data?.updateVacancy).toMatchObject({ vacancy: { version: 2 } });
    const published = await change('publishVacancy', { clientMutationId: 'life-3', id });
    expect(published.data?.publishVacancy).toMatchObject({ vacancy: { state: 'PUBLISHED' } });
    const closed = await change('closeVacancy', {
      clientMutationId: 'life-4',
      id,
      reason: 'CANCELLED',
    });
    expect(closed.data?.closeVacancy).toMatchObject({ vacancy: { state: 'CLOSED', version: 4 } });
    const stale = await change('updateVacancy', {
      clientMutationId: 'life-5',
      id,
      expectedVersion: 1,
      content: content(),
    });
    expect(stale.errors?.[0]?.originalError).toMatchObject({
      code: 'CONFLICT',
      parameters: { version: 4 },
    });
  });

  it('says in words and by path what keeps a draft from being published', async () => {
    const created = await change('createVacancy', {
      clientMutationId: 'gate-1',
      employerId: employerId(),
      content: content({ wageMin: null, requirements: [], validThrough: day(100).toISOString() }),
    });
    const { id } = (created.data as { createVacancy: { vacancy: { id: string } } }).createVacancy
      .vacancy;
    const refused = await change('publishVacancy', { clientMutationId: 'gate-2', id });
    expect(refused.data?.publishVacancy).toMatchObject({
      vacancy: null,
      userErrors: [
        { path: ['wageMin'] },
        { path: ['requirements', 'COMPETENCY'] },
        { path: ['requirements', 'EDUCATION'] },
        { path: ['requirements', 'EXPERIENCE'] },
        { path: ['validThrough'], message: 'A vacancy stays open for at most 90 days.' },
      ],
    });
  });

  it.each([
    ['a title of 201 characters', { title: 'a'.repeat(201) }],
    ['no opening', { openings: 0 }],
    ['a place that is no code', { regionCodes: ['Palu'] }],
    [
      'a weight that is too heavy',
      {
        requirements: [
          { kind: 'EDUCATION', necessity: 'MUST', education: 'SMA', weightBp: 20_001 },
        ],
      },
    ],
  ])('refuses %s before anything is written', async (_, overrides) => {
    const { data, errors } = await change('createVacancy', {
      clientMutationId: `bad-${JSON.stringify(overrides).length}`,
      employerId: employerId(),
      content: content(overrides),
    });
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
  });

  it('asks for a sign-in', async () => {
    const { errors } = await world.ask(
      'mutation ($input: PublishVacancyInput!) { publishVacancy(input: $input) { userErrors { code } } }',
      {
        audience: 'employer',
        variables: { input: { clientMutationId: 'x', id: idOf(made[0] as Vacancy) } },
      },
    );
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
