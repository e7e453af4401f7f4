import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { AppError, type Localised } from '../../errors';
import { limits } from '../../limits';
import { SIZED_BY_PARENT_EXTENSION } from '../../resolvers/lists/sized-by-parent';
import { isIntrospection } from './document-size';
import { pageArgument } from './page-size';

/** What a query costs, and what it may cost. */
export interface Cost {
  readonly requested: number;
  readonly limit: number;
}

export interface PricedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced, so that defaults are among them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

// A bounded list without `first` (the requirements of a vacancy, the regions of an employer) is mostly short.
const PLAIN_LIST_COST = 2;
const PLAIN_LIST_OBJECTS = 5;
// The whole schema is some hundred kilobytes: a few times in one query, not thirty.
export const INTROSPECTION_COST = 100;
// A mutation writes, checks and announces.
const MUTATION_COST = 10;

const points: Localised = { en: 'points', id: 'poin' };
const objects: Localised = { en: 'objects', id: 'objek' };

/**
 * The price of an operation under these variables and defaults, before anything runs.
 *
 * Shape: one point an object; `first` multiplies the list that it bounds, not what stands beside the list
 * (facets, counts); a field's own weight is its `complexity`; of a union or interface every branch counts.
 * Errors: QUERY_TOO_EXPENSIVE above the limit of points or of objects.
 * Cost: O(selections once every fragment is written out), which QUERY_TOO_LARGE bounds before.
 */
export function price(priced: PricedOperation, isSignedIn: boolean): Cost {
  const limit = isSignedIn ? limits.maxCost.signedIn : limits.maxCost.public;
  const root = priced.schema.getRootType(priced.operation.operation);
  const weigh = weigher(priced);
  const { cost: requested, objects: count } = root
    ? weigh(priced.operation.selectionSet, root, 1)
    : nothing;
  refuseAbove(limit, requested, points);
  refuseAbove(limits.maxNodes, count, objects);
  return { requested, limit };
}

function refuseAbove(limit: number, cost: number, what: Localised): void {
  if (cost > limit) throw new AppError('QUERY_TOO_EXPENSIVE', { cost, limit, what });
}

interface Weight {
  readonly cost: number;
  readonly objects: number;
}

const nothing: Weight = { cost: 0, objects: 0 };

/** Weighs a selection of `type`; `size` is the page size of the field that it stands under. */
type Weigh = (set: SelectionSetNode, type: GraphQLNamedType, size: number) => Weight;

function weigher({ schema, document, variables }: PricedOperation): Weigh {
  const fragments = fragmentsOf(document);

  const weigh: Weigh = (set, type, size) => {
    let [cost, count] = [0, 0];
    for (const selection of set.selections) {
      const weight =
        selection.kind === Kind.FIELD
          ? weighField(selection, type, size)
          : weighFragment(
              selection.kind === Kind.INLINE_FRAGMENT
                ? selection
                : fragments.get(selection.name.value),
              type,
              size,
            );
      cost += weight.cost;
      count += weight.objects;
    }
    return { cost, objects: count };
  };

  const weighFragment = (
    fragment: Partial<Pick<FragmentDefinitionNode, 'typeCondition' | 'selectionSet'>> | undefined,
    type: GraphQLNamedType,
    size: number,
  ): Weight => {
    if (fragment?.selectionSet === undefined) return nothing;
    const condition = fragment.typeCondition?.name.value;
    const narrowed = condition === undefined ? type : (schema.getType(condition) ?? type);
    return weigh(fragment.selectionSet, narrowed, size);
  };

  const weighField = (node: FieldNode, type: GraphQLNamedType, size: number): Weight => {
    if (isIntrospection(node.name.value)) return { cost: INTROSPECTION_COST, objects: 0 };
    const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
    const field = fields[node.name.value];
    if (field === undefined) return nothing;
    const first = pageSizeOf(field, node, variables);
    const inner = node.selectionSet
      ? weigh(node.selectionSet, getNamedType(field.type), first ?? limits.defaultPageSize)
      : nothing;
    return times(field, first, size, inner, ownCost(field, type));
  };
  return weigh;
}

export type Field = GraphQLField<unknown, unknown>;

function times(
  field: Field,
  first: number | null,
  size: number,
  inner: Weight,
  cost: number,
): Weight {
  if (isSizedByParent(field)) return { cost: size * inner.cost, objects: size * inner.objects };
  const own = isLeafType(getNamedType(field.type)) ? 0 : 1;
  const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
  if (!isList) return { cost: cost + inner.cost, objects: own + inner.objects };
  return {
    cost: cost + (first ?? PLAIN_LIST_COST) * inner.cost,
    objects: (first ?? PLAIN_LIST_OBJECTS) * (own + inner.objects),
  };
}

/** What a field costs without what it holds. */
export function ownCost(field: Field, parent: GraphQLNamedType): number {
  const weight: unknown = field.extensions.complexity;
  if (typeof weight === 'number') return weight;
  if (parent.name === 'Mutation') return MUTATION_COST;
  return isLeafType(getNamedType(field.type)) ? 0 : 1;
}

/** The value of `first`: as written, of its variable, or its default; null where there is none. */
function pageSizeOf(
  field: Field,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number | null {
  const definition = field.args.find(({ name }) => name === pageArgument);
  const value = node.arguments?.find(({ name }) => name.value === pageArgument)?.value;
  if (value?.kind === Kind.INT) return Number(value.value);
  const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  const size = given ?? definition?.defaultValue;
  return typeof size === 'number' ? size : null;
}

export function isSizedByParent(field: Field): boolean {
  return field.extensions[SIZED_BY_PARENT_EXTENSION] === true;
}

export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}
