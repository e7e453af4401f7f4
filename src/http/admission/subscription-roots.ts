import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';
import { AppError } from '../../errors';

const reason = {
  en: 'the root field of a subscription takes neither @skip nor @include.',
  id: 'kolom akar langganan tidak menerima @skip maupun @include.',
};

/**
 * Refuses subscriptions whose root field may be left out: there would be nothing to follow. graphql-js validates them,
 * or throws while it does. Source: GraphQL September 2025, 5.2.4.1.
 *
 * Errors: GRAPHQL_VALIDATION_FAILED.  Cost: O(document): each fragment is looked at once an operation.
 */
export function checkSubscriptionRoots({ definitions }: DocumentNode): void {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition.selectionSet);
    }
  }
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (definition.operation === 'subscription') check(definition.selectionSet, new Map(fragments));
  }
}

/** `unseen`: the fragments not looked at yet, so that one that reaches itself ends. */
function check({ selections }: SelectionSetNode, unseen: Map<string, SelectionSetNode>): void {
  for (const selection of selections) {
    const names = selection.directives?.map(({ name }) => name.value) ?? [];
    if (names.includes('skip') || names.includes('include')) {
      throw new AppError('GRAPHQL_VALIDATION_FAILED', { reason });
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) check(selection.selectionSet, unseen);
    if (selection.kind !== Kind.FRAGMENT_SPREAD) continue;
    const fragment = unseen.get(selection.name.value);
    unseen.delete(selection.name.value);
    if (fragment !== undefined) check(fragment, unseen);
  }
}
