import type { Account } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { anAccount, anOfficer } from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from './graph-world';

const PATROL = encodeNodeId('Competency', 'patroli');
const LIST = `query ($state: TermMappingState, $own: Boolean! = false, $first: Int, $after: String) {
  termMappings(state: $state, onlyOwnOffice: $own, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage }
    edges { node { term mappedAt retiredAt byOwnOffice concept { id } } } } }`;

interface Listed {
  totalCount: number;
  pageInfo: { endCursor: string; hasNextPage: boolean };
  edges: { node: { term: string; retiredAt: Date | null; byOwnOffice: boolean } }[];
}

let world: GraphWorld;
let officer: Account;
let colleague: Account;
let elsewhere: Account;
beforeEach(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    officer = await anOfficer(manager);
    colleague = await anOfficer(manager);
    elsewhere = await anOfficer(manager, { regionCode: '73.71' });
  });
  await change('mapTerm', 'blorgo', officer);
  await change('mapTerm', 'zzyxa', elsewhere);
});
afterEach(() => world.stop());

async function change(name: 'mapTerm' | 'unmapTerm', term: string, who: Account) {
  const type = name === 'mapTerm' ? 'MapTermInput' : 'UnmapTermInput';
  const input = { clientMutationId: `${name} ${term}`, term, conceptId: PATROL };
  const data = await world.data<Record<string, { userErrors: object[] }>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`,
    { audience: 'office', accountId: who.id, variables: { input } },
  );
  expect(data[name].userErrors).toEqual([]);
}

async function list(variables: object = {}, who = colleague): Promise<Listed> {
  const asking = { audience: 'office' as const, accountId: who.id, variables: { ...variables } };
  return (await world.data<{ termMappings: Listed }>(LIST, asking)).termMappings;
}
const termsOf = ({ edges }: Listed) => edges.map(({ node }) => node.term);

describe('termMappings', () => {
  it('lists what officers explained, the newest first', async () => {
    const { edges } = await list();
    expect(edges.map(({ node }) => node)).toEqual([
      {
        ...{ term: 'zzyxa', mappedAt: NOW, retiredAt: null, byOwnOffice: false },
        concept: { id: PATROL },
      },
      {
        ...{ term: 'blorgo', mappedAt: NOW, retiredAt: null, byOwnOffice: true },
        concept: { id: PATROL },
      },
    ]);
  });

  it('keeps what was taken back apart', async () => {
    await change('unmapTerm', 'blorgo', colleague);
    expect(termsOf(await list({ state: 'ACTIVE' }))).toEqual(['zzyxa']);
    const { edges } = await list({ state: 'RETIRED' });
    expect(edges).toMatchObject([{ node: { term: 'blorgo', retiredAt: NOW } }]);
  });

  it('names those of the own office alone, whoever of it explained them', async () => {
    expect(termsOf(await list({ own: true }))).toEqual(['blorgo']);
    expect(termsOf(await list({ own: true }, elsewhere))).toEqual(['zzyxa']);
  });

  it('goes on behind a cursor of the same list', async () => {
    const { pageInfo } = await list({ first: 1 });
    expect(pageInfo.hasNextPage).toBe(true);
    const after = pageInfo.endCursor;
    expect(termsOf(await list({ first: 1, after }))).toEqual(['blorgo']);
    await expect(list({ first: 1, after, own: true })).rejects.toMatchObject({
      code: 'BAD_CURSOR',
    });
  });

  it('is the office’s alone, in the database as well', async () => {
    const { id } = await world.seed((manager) => anAccount(manager));
    await expect(list({}, { id } as Account)).rejects.toMatchObject({ code: 'OFFICE_ONLY' });
    const rows = await world.seed((manager) =>
      manager.query('SELECT * FROM padan_office_term_mappings()'),
    );
    expect(rows).toEqual([]);
  });
});
