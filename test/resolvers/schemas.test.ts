import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type GraphQLField,
  type GraphQLFieldMap,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  validateSchema,
} from 'graphql';
import { audiences } from '../../src/resolvers/audience';
import { printSchemaFor } from '../../src/resolvers/print-schema';
import { schemaFor } from '../../src/resolvers/project';
import { buildFullSchema } from '../../src/resolvers/schema';

const full = buildFullSchema();
const typesOf = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

describe('the projected schemas', () => {
  it.each(audiences)('are committed as they are: %s (else npm run schema)', (audience) => {
    const file = path.join(__dirname, '../../schema', `${audience}.graphql`);
    expect(printSchemaFor(audience)).toBe(readFileSync(file, 'utf8'));
  });

  it('are valid, as is what they are made of', () => {
    const schemas = [full, ...audiences.map((audience) => schemaFor(audience, full))];
    expect(schemas.flatMap(validateSchema)).toEqual([]);
  });

  it('reach nothing of a candidate from the public one', () => {
    const names = typesOf(schemaFor('public', full)).map((type) => type.name);
    expect(names.filter((name) => /Candidate|Viewer|Payload/.test(name))).toEqual([]);
  });

  it('hold every public query for each audience', () => {
    const queries = Object.keys(schemaFor('public', full).getQueryType()?.getFields() ?? {});
    for (const audience of audiences) {
      const held = Object.keys(schemaFor(audience, full).getQueryType()?.getFields() ?? {});
      expect(held).toEqual(expect.arrayContaining(queries));
    }
  });

  it('offer each audience its changes and no other ones', () => {
    const changes = audiences.map((audience) => [
      audience,
      Object.keys(schemaFor(audience, full).getMutationType()?.getFields() ?? {}).sort(),
    ]);
    expect(Object.fromEntries(changes)).toMatchSnapshot();
  });

  it('describe every type, field and argument', () => {
    const undescribed = typesOf(full).flatMap((type) => {
      const isRoot = [full.getQueryType(), full.getMutationType(), full.getSubscriptionType()];
      const own = type.description || isRoot.includes(type as never) ? [] : [type.name];
      if (isEnumType(type)) return own;
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return own;
      const fields: readonly GraphQLField<unknown, unknown>[] = Object.values(
        type.getFields() as GraphQLFieldMap<unknown, unknown>,
      );
      const inner = fields.flatMap(({ name, description, args = [] }) => [
        ...(description ? [] : [`${type.name}.${name}`]),
        ...args.flatMap((arg) => (arg.description ? [] : [`${type.name}.${name}(${arg.name})`])),
      ]);
      return [...own, ...inner];
    });
    expect(undescribed).toEqual([]);
  });
});
