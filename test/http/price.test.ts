import { buildSchema, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { price } from '../../src/http/admission/price';
import { SIZED_BY_PARENT_EXTENSION } from '../../src/resolvers/lists/sized-by-parent';

const schema: GraphQLSchema = buildSchema(`
  interface Node { id: ID }
  type Query { ads(first: Int = 20): Ads, words(first: Int! = 10): [Word], list: [Item], node: Node, dear: Item }
  type Mutation { change: Item }
  type Subscription { told: Told }
  type Beat { cursor: String }
  union Told = Ad | Beat
  type Ads { edges: [Edge], facets: [Facet], total: Int }
  type Edge { node: Ad }
  type Ad implements Node { id: ID, maker: Item, parts: [Item], similar(first: Int = 20): Ads }
  type Item implements Node { id: ID, items: [Item] }
  type Facet { name: String }
  type Word { text: String }
`);
const extend = (type: string, field: string, extensions: Record<string, unknown>) => {
  const found = schema.getType(type);
  if (isObjectType(found)) Object.assign(found.getFields()[field] ?? {}, { extensions });
};
extend('Ads', 'edges', { [SIZED_BY_PARENT_EXTENSION]: true });
extend('Query', 'dear', { complexity: 40 });

const costOf = (text: string, variables: Record<string, unknown> = {}, isSignedIn = true) => {
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  return price({ schema, document, operation, variables }, isSignedIn).requested;
};

describe('price', () => {
  it.each([
    ['{ __typename }', 0],
    ['{ ads { total } }', 1],
    ['{ ads { edges { node { id } } } }', 21],
    ['{ ads(first: 5) { edges { node { id maker { id } parts { id } } } } }', 16],
    ['{ ads(first: 5) { facets { name } edges { node { id } } } }', 7],
    ['query ($n: Int) { ads(first: $n) { edges { node { id } } } }', 8],
    ['{ ads(first: 2) { edges { node { similar(first: 3) { edges { node { id } } } } } } }', 11],
    ['{ ads(first: 2) { ...A } } fragment A on Ads { edges { ... { node { id } } } }', 3],
    ['{ words { text } }', 1],
    ['{ list { items { id } } }', 3],
    ['{ node { ... on Ad { maker { id } } ... on Item { items { id } } } }', 3],
    ['{ dear { id } }', 40],
    ['mutation { change { id } }', 10],
    ['subscription { told { ... on Ad { maker { id } } ... on Beat { cursor } } }', 2],
    ['subscription { told { ... on Ad { similar(first: 50) { edges { node { id } } } } } }', 52],
    ['{ __schema { types { name } } }', 100],
  ])('of %s is %i', (text, cost) => {
    expect(costOf(text, { n: 7 })).toBe(cost);
  });

  it('above the limit is refused with both figures', () => {
    const text = '{ ads(first: 100) { edges { node { parts { items { id } } } } } }';
    expect(costOf(text)).toBe(401);
    const deeper = text.replace('items { id }', 'items { items { items { id } } }');
    expect(() => costOf(deeper, {}, false)).toThrow(
      expect.objectContaining({
        code: 'QUERY_TOO_EXPENSIVE',
        parameters: expect.objectContaining({ cost: 1_601, limit: 1_000 }),
      }),
    );
  });

  it('counts objects apart from points', () => {
    const text = `{ ${'list { items { items { items { items { items { id } } } } } }'} }`;
    expect(() => costOf(text)).toThrow(
      expect.objectContaining({ parameters: expect.objectContaining({ limit: 10_000 }) }),
    );
  });
});
