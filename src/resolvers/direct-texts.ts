import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { Context } from './context';

type Metadata = ReturnType<typeof getMetadataStorage>['fieldResolvers'][number];
type ViewClass = abstract new () => object;
type Method = (...parameters: unknown[]) => unknown;

/**
 * Makes fields whose only argument is the language answer at once, and returns the schema.
 *
 * type-graphql hands every argument over in a promise, also one that it does not check: the two thousand labels and
 * notes of a page of explained matches then take more time than all the rest.
 */
export function answerTextsDirectly(schema: GraphQLSchema): GraphQLSchema {
  const { objectTypes, fieldResolvers } = getMetadataStorage();
  for (const type of Object.values(schema.getTypeMap())) {
    const view = objectTypes.find(({ name }) => name === type.name)?.target as
      | ViewClass
      | undefined;
    if (!isObjectType(type) || view === undefined) continue;
    for (const field of Object.values(type.getFields())) {
      const metadata = fieldResolvers.find(
        (one) => one.schemaName === field.name && isFor(one, view) && isPlain(one),
      );
      if (metadata !== undefined) field.resolve = directly(metadata);
    }
  }
  return schema;
}

const isFor = ({ getObjectType }: Metadata, view: ViewClass): boolean => {
  const owner = getObjectType?.() as ViewClass | undefined;
  return owner !== undefined && (owner === view || view.prototype instanceof owner);
};

/** The language is the only argument, and nothing stands before the method. */
const isPlain = ({ params = [], middlewares = [] }: Metadata): boolean =>
  middlewares.length === 0 &&
  params.some((param) => param.kind === 'arg' && param.name === 'lang') &&
  params.every((param) => param.kind !== 'arg' || param.name === 'lang') &&
  params.every(({ kind }) => kind === 'arg' || kind === 'root' || kind === 'context');

function directly({
  kind,
  target,
  methodName,
  params = [],
}: Metadata): GraphQLFieldResolver<Record<string, Method>, Context> {
  const kinds = [...params].sort((a, b) => a.index - b.index).map((param) => param.kind);
  const resolver = kind === 'external' ? new (target as new () => Record<string, Method>)() : null;
  return function resolveDirectly(root, { lang }, context) {
    const parameters = kinds.map((one) => (one === 'arg' ? lang : one === 'root' ? root : context));
    return (resolver ?? root)[methodName](...parameters);
  };
}
