import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import {
  type GraphQLArgumentConfig,
  type GraphQLInputFieldConfig,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { AUDIENCES_EXTENSION, type Audience } from './audience';

type InputConfig = GraphQLArgumentConfig | GraphQLInputFieldConfig;

interface Extensible {
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

/** By the schema that they are parts of. */
const projections = new WeakMap<GraphQLSchema, Map<Audience, GraphQLSchema>>();

/**
 * The schema one audience sees: what names it or `public`, and what that reaches. Enums, scalars and unions
 * stay where something visible uses them; a union keeps its visible members.
 *
 * Errors: Error at start-up when a visible field or a required argument needs a hidden type.
 * Cost: a tenth of a second, once.
 */
export function schemaFor(audience: Audience, full: GraphQLSchema): GraphQLSchema {
  const known = projections.get(full) ?? new Map<Audience, GraphQLSchema>();
  projections.set(full, known);
  const schema = known.get(audience) ?? project(audience, full);
  known.set(audience, schema);
  return schema;
}

function project(audience: Audience, full: GraphQLSchema): GraphQLSchema {
  const roots = rootTypeNames(full);
  const isVisibleType = (type: GraphQLNamedType): boolean => {
    if (isUnionType(type)) return type.getTypes().some(isVisibleType);
    return roots.has(type.name) || !carriesAudiences(type) || names(type, audience);
  };

  const projected = mapSchema(full, {
    [MapperKind.TYPE]: (type) => (isVisibleType(type) ? undefined : null),
    [MapperKind.COMPOSITE_FIELD]: (config, fieldName, typeName) => {
      if (!names(config, audience)) return null;
      const where = `${typeName}.${fieldName}`;
      if (!isVisibleType(getNamedType(config.type))) {
        throw hiddenTypeError(audience, where, config.type);
      }
      const args = Object.entries(config.args ?? {}).filter(([name, argument]) =>
        isKeptInput(argument, audience, `${where}(${name})`),
      );
      return { ...config, args: Object.fromEntries(args) };
    },
    [MapperKind.INPUT_OBJECT_FIELD]: (config, fieldName, typeName) => {
      return isKeptInput(config, audience, `${typeName}.${fieldName}`) ? undefined : null;
    },
  });
  return pruneSchema(projected);
}

/** An optional input of a hidden type goes with its type; a required one is a mistake. */
function isKeptInput(config: InputConfig, audience: Audience, where: string): boolean {
  if (isNarrowedAway(config, audience)) return false;
  const type = getNamedType(config.type);
  const isVisible = !carriesAudiences(type) || names(type, audience);
  if (!isVisible && isNonNullType(config.type)) throw hiddenTypeError(audience, where, config.type);
  return isVisible;
}

function rootTypeNames(schema: GraphQLSchema): ReadonlySet<string> {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return new Set(roots.flatMap((type) => (type ? [type.name] : [])));
}

/** Introspection types, enums and scalars cannot carry `@For`: they follow what uses them. */
function carriesAudiences(type: GraphQLNamedType): boolean {
  if (type.name.startsWith('__')) return false;
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
}

function audiencesOf(element: Extensible): readonly Audience[] | undefined {
  return element.extensions?.[AUDIENCES_EXTENSION] as readonly Audience[] | undefined;
}

function names(element: Extensible, audience: Audience): boolean {
  const named = audiencesOf(element) ?? [];
  return named.includes('public') || named.includes(audience);
}

function isNarrowedAway(element: Extensible, audience: Audience): boolean {
  return audiencesOf(element) !== undefined && !names(element, audience);
}

function hiddenTypeError(audience: Audience, where: string, type: GraphQLType): Error {
  return new Error(
    `${where} is for ${audience}, but its type ${String(type)} is not: correct one @For`,
  );
}
