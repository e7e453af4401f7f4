import { encodeNodeId } from '../../src/resolvers/node-id';
import { type GraphWorld, startGraphWorld } from './graph-world';

let world: GraphWorld;

beforeAll(async () => {
  world = await startGraphWorld();
});

afterAll(async () => {
  await world.stop();
});

interface Page<T> {
  edges: { node: T; cursor: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

describe('regions', () => {
  const query = `query ($after: String) {
    regions(parentCode: "72.71", first: 5, after: $after) {
      edges { node { code name level parent { code } } } pageInfo { hasNextPage endCursor } totalCount
    }
  }`;
  type Data = { regions: Page<{ code: string; level: string; parent: { code: string } }> };

  it('pages through the districts of Palu, each once', async () => {
    const first = await world.data<Data>(query);
    const after = first.regions.pageInfo.endCursor;
    const second = await world.data<Data>(query, { variables: { after } });
    const codes = [first, second].flatMap(({ regions }) => regions.edges.map((e) => e.node.code));
    expect(codes).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `72.71.0${n}`));
    expect(first.regions.totalCount).toBe(8);
    expect(second.regions.pageInfo.hasNextPage).toBe(false);
  });

  it('refuses the cursor of another list', async () => {
    const other = await world.data<Data>('{ regions(first: 1) { pageInfo { endCursor } } }');
    const { errors } = await world.ask(query, {
      variables: { after: other.regions.pageInfo.endCursor },
    });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_CURSOR' });
  });

  it('finds the city before the villages whose names hold its name', async () => {
    const data = await world.data<Data>(
      '{ regions(q: "palu", first: 3) { edges { node { code level parent { code } } } } }',
    );
    expect(data.regions.edges[0]?.node).toMatchObject({ code: '72.71', level: 'REGENCY_CITY' });
  });

  it('takes signs of a pattern as they are', async () => {
    const data = await world.data<Data>('{ regions(q: "%_") { totalCount } }');
    expect(data.regions.totalCount).toBe(0);
  });
});

describe('competencies', () => {
  it('finds a competency by words with a slip', async () => {
    const data = await world.data<{ competencies: Page<{ label: string }> }>(
      '{ competencies(q: "patrloi") { edges { node { label } } } }',
    );
    expect(data.competencies.edges.map((edge) => edge.node.label).join()).toMatch(/patroli/i);
  });

  it('names in both languages what a licence includes', async () => {
    const data = await world.data<{ competency: object }>(
      `query ($id: ID!) { competency(id: $id) {
        ID: label(lang: ID) EN: label(lang: EN) kind implies { label } substitutes { substitutabilityBp }
      } }`,
      { variables: { id: encodeNodeId('Competency', 'sim-a') } },
    );
    expect(data.competency).toMatchObject({ kind: 'LICENCE', implies: [expect.anything()] });
  });

  it('pages through all of them by id', async () => {
    const data = await world.data<{ competencies: Page<{ id: string }> }>(
      '{ competencies(first: 100) { edges { node { id } } totalCount pageInfo { hasNextPage } } }',
    );
    expect(data.competencies.edges).toHaveLength(100);
    expect(data.competencies.totalCount).toBeGreaterThan(800);
    expect(data.competencies.pageInfo.hasNextPage).toBe(true);
  });
});

describe('occupations', () => {
  it('lists what the work needs with few statements', async () => {
    const query = `{ occupations(first: 50) { edges { node {
      label related { label } usualLicences { label }
      competencies { necessity typicalLevel competency { label broader { label } narrower { label } } }
    } } } }`;
    // Two for the list and one each for its eight relations; some of these may share one.
    expect((await world.statementsOf(query)).length).toBeLessThanOrEqual(10);
  });
});

describe('resolveText', () => {
  it('shows the words that led to each concept', async () => {
    const data = await world.data<{ resolveText: { matchedText: string; type: string }[] }>(
      `{ resolveText(text: "saya bisa las listrik di Palu Barat", types: [COMPETENCY, REGION]) {
        type matchedText start end confidenceBp isResolved concept { __typename id label }
      } }`,
    );
    expect(data.resolveText).toMatchObject([
      { type: 'COMPETENCY', matchedText: 'las listrik', concept: { __typename: 'Competency' } },
      { type: 'REGION', matchedText: 'Palu Barat', concept: { __typename: 'Region' } },
    ]);
  });
});

describe('suggest', () => {
  it('answers nothing for nothing', async () => {
    const data = await world.data('{ suggest(q: "", types: [OCCUPATION]) { matchedText } }');
    expect(data).toEqual({ suggest: [] });
  });
});

describe('node', () => {
  it.each([
    ['Region', '72.71'],
    ['Competency', 'patroli'],
    ['Occupation', 'satpam-security'],
  ])('finds a %s again', async (type, key) => {
    const id = encodeNodeId(type, key);
    const data = await world.data('query ($id: ID!) { node(id: $id) { __typename id } }', {
      variables: { id },
    });
    expect(data).toEqual({ node: { __typename: type, id } });
  });

  it.each([
    encodeNodeId('Candidate', '00000000-0000-4000-8000-000000000000'),
    encodeNodeId('Vacancy', '00000000-0000-4000-8000-000000000000'),
    encodeNodeId('Region', '99.99'),
  ])('has nothing under %s', async (id) => {
    const query = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await world.data(query, { variables: { id } })).toEqual({ node: null });
  });

  it('refuses what is no id', async () => {
    const { errors } = await world.ask('{ node(id: "x") { id } }');
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('serviceInfo', () => {
  it('tells versions and limits', async () => {
    const data = await world.data('{ serviceInfo { taxonomyVersion isDemo limits { maxFirst } } }');
    expect(data).toEqual({
      serviceInfo: { taxonomyVersion: 1, isDemo: true, limits: { maxFirst: 100 } },
    });
  });
});
