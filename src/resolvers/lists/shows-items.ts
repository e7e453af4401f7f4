import { type GraphQLResolveInfo, Kind } from 'graphql';

/** Whether an answer holds the items of a connection, and not only its numbers; a fragment counts as if it did. */
export function showsItems({ fieldNodes }: Pick<GraphQLResolveInfo, 'fieldNodes'>): boolean {
  return fieldNodes.some(({ selectionSet }) =>
    selectionSet?.selections.some(
      (selection) => selection.kind !== Kind.FIELD || selection.name.value === 'edges',
    ),
  );
}
