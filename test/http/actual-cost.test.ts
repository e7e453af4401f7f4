import { buildSchema, parse } from 'graphql';
import { price } from '../../src/http/admission/price';
import { actualCost } from '../../src/http/budget/actual-cost';

const schema = buildSchema(`
  interface Node { id: ID }
  type Query { ads(first: Int = 20): [Ad], node: Node }
  type Mutation { change: Ad }
  type Ad implements Node { id: ID, maker: Maker }
  type Maker implements Node { id: ID }
`);

function costs(text: string, data: Record<string, unknown> | null) {
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  const priced = { schema, document, operation, variables: {} };
  return { price: price(priced, true).requested, actual: actualCost(priced, data) };
}

describe('actualCost', () => {
  const text = '{ ads { id maker { id } } }';
  const ad = { id: '1', maker: { id: '2' } };

  it.each([
    ['a full page', { ads: Array(20).fill(ad) }, 21],
    ['a short page', { ads: [ad, { id: '3', maker: null }] }, 3],
    ['nothing found', { ads: [] }, 1],
    ['nothing at all', null, 0],
  ])('of %s', (_, data, actual) => {
    expect(costs(text, data)).toEqual({ price: 21, actual });
  });

  it('counts the branch of a union or interface that came', () => {
    const branches = '{ node { ... on Ad { maker { id } } ...M } } fragment M on Maker { id }';
    expect(costs(branches, { node: { id: '2' } })).toEqual({ price: 2, actual: 1 });
  });

  it('reads aliases, and what a directive leaves out', () => {
    const aliased = '{ a: ads(first: 1) { id } b: ads(first: 1) @skip(if: true) { id } }';
    expect(costs(aliased, { a: [ad] })).toEqual({ price: 2, actual: 1 });
  });

  it('keeps the price of a change', () => {
    expect(costs('mutation { change { id } }', { change: ad })).toEqual({ price: 10, actual: 10 });
  });
});
