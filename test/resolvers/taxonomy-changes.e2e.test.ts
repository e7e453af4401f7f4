import { createDataSource } from '../../src/database/data-source';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { type GraphWorld, startGraphWorld } from './graph-world';

let world: GraphWorld;

/** Writes as an import of the taxonomy does. */
async function publish(version: number, ...statements: string[]): Promise<void> {
  const owner = await createDataSource(world.ownerUrl).initialize();
  await owner.query('INSERT INTO taxonomy_versions VALUES ($1, now(), $2)', [version, 'test']);
  for (const sql of statements) await owner.query(sql);
  await owner.destroy();
}

beforeAll(async () => {
  world = await startGraphWorld();
  await publish(
    50,
    `INSERT INTO competencies (id, number, kind, label_id, label_en, aliases, taxonomy_version, created_version)
     VALUES ('baru', 100000, 'SKILL', 'Baru', 'New', '{}', 50, 50)`,
    "UPDATE competencies SET label_id = 'Patroli malam', taxonomy_version = 50 WHERE id = 'patroli'",
  );
  await publish(
    51,
    `UPDATE occupations SET status = 'DEPRECATED', replaced_by_id = 'kasir', taxonomy_version = 51
     WHERE id = 'satpam-security'`,
  );
});

afterAll(() => world.stop());

const QUERY = `query ($from: Int!, $first: Int, $after: String) {
  taxonomyChanges(fromVersion: $from, first: $first, after: $after) {
    toVersion totalCount pageInfo { hasNextPage endCursor }
    edges { node { version kind type conceptId concept { label(lang: ID) } replacedById } }
  }
}`;

interface Changes {
  toVersion: number;
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: Record<string, unknown> }[];
}

const list = async (from: number, page: { first?: number; after?: string } = {}) => {
  const variables = { from, ...page };
  const data = await world.data<{ taxonomyChanges: Changes }>(QUERY, {
    audience: 'public',
    variables,
  });
  return data.taxonomyChanges;
};

describe('taxonomyChanges', () => {
  it('tells what is new, changed and no longer used since a version', async () => {
    const { edges, toVersion, totalCount } = await list(49);
    expect([toVersion, totalCount]).toEqual([51, 3]);
    expect(edges.map(({ node }) => node)).toEqual([
      {
        ...{ version: 50, kind: 'CREATED', type: 'COMPETENCY', replacedById: null },
        ...{ conceptId: encodeNodeId('Competency', 'baru'), concept: { label: 'Baru' } },
      },
      {
        ...{ version: 50, kind: 'UPDATED', type: 'COMPETENCY', replacedById: null },
        ...{
          conceptId: encodeNodeId('Competency', 'patroli'),
          concept: { label: 'Patroli malam' },
        },
      },
      expect.objectContaining({
        ...{ version: 51, kind: 'DEPRECATED', type: 'OCCUPATION' },
        replacedById: encodeNodeId('Occupation', 'kasir'),
      }),
    ]);
  });

  it('tells nothing to who knows the newest version, and everything to who knows none', async () => {
    expect(await list(51)).toMatchObject({ edges: [], toVersion: 51, totalCount: 0 });
    const [{ count }] = await world.dataSource.query(
      'SELECT (SELECT count(*) FROM competencies) + (SELECT count(*) FROM occupations) AS count',
    );
    expect((await list(0)).totalCount).toBe(Number(count));
  });

  it('gives the same in pages', async () => {
    const first = await list(49, { first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await list(49, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.edges, ...rest.edges]).toEqual((await list(49)).edges);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('refuses a cursor of another version', async () => {
    const { pageInfo } = await list(49, { first: 1 });
    await expect(list(50, { after: pageInfo.endCursor })).rejects.toMatchObject({
      code: 'BAD_CURSOR',
    });
  });
});
