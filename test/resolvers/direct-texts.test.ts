import 'reflect-metadata';
import { type GraphQLResolveInfo, isObjectType } from 'graphql';
import { CompetencyView } from '../../src/resolvers/reference/competency.view';
import { buildFullSchema } from '../../src/resolvers/schema';

const schema = buildFullSchema();
const info = {} as GraphQLResolveInfo;

function resolve(typeName: string, root: object, args: object) {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields().label : undefined;
  return field?.resolve?.(root, args, { lang: 'ID' }, info);
}

describe('answerTextsDirectly', () => {
  const kasir = Object.assign(new CompetencyView(), { labelId: 'Kasir', labelEn: 'Cashier' });

  it('answers a view’s own text without a promise', () => {
    expect(resolve('Competency', kasir, { lang: 'EN' })).toBe('Cashier');
    expect(resolve('Competency', kasir, { lang: null })).toBe('Kasir');
    expect(resolve('Competency', kasir, {})).toBe('Kasir');
  });

  it('leaves no text field to the slow way', () => {
    const slow = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(({ args }) => args.length === 1 && args[0]?.name === 'lang')
          .filter(({ resolve: resolver }) => resolver?.name !== 'resolveDirectly')
          .map(({ name }) => `${type.name}.${name}`),
      );
    expect(slow).toEqual([]);
  });
});
