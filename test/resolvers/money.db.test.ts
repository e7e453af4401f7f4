import 'reflect-metadata';
import fc from 'fast-check';
import {
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parseValue,
} from 'graphql';
import { Vacancy } from '../../src/entities';
import { audiences } from '../../src/resolvers/audience';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { schemaFor } from '../../src/resolvers/project';
import { RupiahScalar } from '../../src/resolvers/scalars';
import { buildFullSchema } from '../../src/resolvers/schema';
import { aVacancy } from '../builders';
import { type GraphWorld, startGraphWorld } from './graph-world';

/** Names under which money goes. */
const MONEY = /wage|salary|pay(?!load)|amount|price|fee(?!d)|rupiah|idr|budget|grant/i;
/** Types whose every number is money. */
const MONEY_TYPES = /wage|salary|money/i;
const NUMERIC = new Set(['Int', 'Float']);

const full = buildFullSchema();

/** `Type.field` and `Type.field(argument)` of one audience, each with the name of its type. */
function* members(audience: (typeof audiences)[number]): Generator<[string, string]> {
  const nameOf = (type: GraphQLInputType | GraphQLOutputType) => getNamedType(type).name;
  for (const type of Object.values(schemaFor(audience, full).getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, nameOf(field.type)];
      for (const arg of 'args' in field ? field.args : []) {
        yield [`${type.name}.${field.name}(${arg.name})`, nameOf(arg.type)];
      }
    }
  }
}

const isMoney = (member: string) => {
  const [type, rest] = member.split('.');
  return MONEY.test(rest) || MONEY_TYPES.test(type);
};

describe('money (I23)', () => {
  it.each(audiences)('is nowhere an Int or a Float: %s', (audience) => {
    const all = [...members(audience)].filter(([member]) => isMoney(member));
    expect(all.filter(([, type]) => NUMERIC.has(type))).toEqual([]);
    expect(all.filter(([, type]) => type === 'Rupiah').length).toBeGreaterThan(2);
  });

  it('keeps every whole amount as it is, as value and as literal', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), (amount) => {
        const text = String(amount);
        expect(RupiahScalar.parseValue(text)).toBe(text);
        expect(RupiahScalar.parseLiteral(parseValue(text))).toBe(text);
        expect(RupiahScalar.parseLiteral(parseValue(`"${text}"`))).toBe(text);
        expect(String(RupiahScalar.serialize(text))).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  describe('in the database', () => {
    let world: GraphWorld;
    beforeAll(async () => {
      world = await startGraphWorld();
    });
    afterAll(async () => {
      await world.stop();
    });

    it('comes back as it went in, also beyond 32 bits', async () => {
      const { id } = await world.seed((manager) => aVacancy(manager));
      const amounts = fc.bigInt({ min: 0n, max: 5_000_000_000n });
      await fc.assert(
        fc.asyncProperty(amounts, async (amount) => {
          const [wageMin, wageMax] = [String(amount), '5000000000'];
          await world.seed((manager) => manager.update(Vacancy, id, { wageMin, wageMax }));
          const query = 'query ($id: ID!) { vacancy(id: $id) { wage { min max } } }';
          const variables = { id: encodeNodeId('Vacancy', id) };
          const { vacancy } = await world.data<{
            vacancy: { wage: { min: unknown; max: unknown } };
          }>(query, { variables });
          expect([String(vacancy.wage.min), String(vacancy.wage.max)]).toEqual([wageMin, wageMax]);
        }),
        { numRuns: 40, examples: [[5_000_000_000n], [2_147_483_648n], [0n]] },
      );
    });
  });
});
