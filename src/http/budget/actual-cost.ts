import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { isIntrospection } from '../admission/document-size';
import {
  fragmentsOf,
  INTROSPECTION_COST,
  isSizedByParent,
  ownCost,
  type PricedOperation,
} from '../admission/price';

type Answer = Readonly<Record<string, unknown>>;

/**
 * What an answer is worth by the same price list, its lists as long as they are.
 *
 * Shape: a field that is not in the answer costs nothing; never more than the price, but for lists longer than thought.
 * Cost: O(answer).
 */
export function actualCost(
  { schema, document, operation }: Pick<PricedOperation, 'schema' | 'document' | 'operation'>,
  data: Answer | null | undefined,
): number {
  const root = schema.getRootType(operation.operation);
  if (!root || !data) return 0;
  const fragments = fragmentsOf(document);

  const weigh = (set: SelectionSetNode, type: GraphQLNamedType, answer: Answer): number => {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += weighField(selection, type, answer);
      else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (fragment) cost += weigh(fragment.selectionSet, narrow(fragment, type), answer);
      }
    }
    return cost;
  };

  const narrow = (
    { typeCondition }: Partial<Pick<FragmentDefinitionNode, 'typeCondition'>>,
    type: GraphQLNamedType,
  ) => (typeCondition && schema.getType(typeCondition.name.value)) || type;

  const weighField = (node: FieldNode, type: GraphQLNamedType, answer: Answer): number => {
    const key = node.alias?.value ?? node.name.value;
    if (!(key in answer)) return 0;
    if (isIntrospection(node.name.value)) return INTROSPECTION_COST;
    const field =
      isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (field === undefined) return 0;
    const { selectionSet } = node;
    const inner = selectionSet
      ? objectsIn(answer[key]).reduce(
          (sum, item) => sum + weigh(selectionSet, getNamedType(field.type), item),
          0,
        )
      : 0;
    return isSizedByParent(field) ? inner : ownCost(field, type) + inner;
  };
  return weigh(operation.selectionSet, root, data);
}

/** The objects of a value, however deep its lists. */
function objectsIn(value: unknown): Answer[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return typeof value === 'object' && value !== null ? [value as Answer] : [];
}
