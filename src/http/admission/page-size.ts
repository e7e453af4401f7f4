import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { errors, reasons } from '../../errors';
import { limits } from '../../limits';
import type { PlaceOf } from './variable-places';

/** The argument by which every list is bounded. */
export const pageArgument = 'first';

export function isPageSize(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= limits.maxPageSize;
}

const variablesOf = new WeakMap<DocumentNode, ReadonlySet<string>>();

/**
 * Looks at the variables that bound a list before graphql-js does: it would say of 99999999999 only that
 * it is no 32-bit integer.
 *
 * Errors: BAD_USER_INPUT at the place of the variable.
 */
export function checkPageSizes(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  placeOf: PlaceOf,
): void {
  const names = pageVariables(document);
  for (const { variable } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (names.has(name) && Object.hasOwn(variables, name) && !isPageSize(variables[name])) {
      throw errors.input.invalid(placeOf(name), reasons.pageSize);
    }
  }
}

/** The variables that bound a list somewhere in the document. */
export function pageVariables(document: DocumentNode): ReadonlySet<string> {
  const known = variablesOf.get(document);
  if (known !== undefined) return known;
  const names = new Set<string>();
  visit(document, {
    Argument: ({ name, value }) => {
      if (name.value === pageArgument && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  variablesOf.set(document, names);
  return names;
}
