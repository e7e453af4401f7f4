import {
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { AppError, type Localised } from '../../errors';
import { limits } from '../../limits';
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
  readonly variables: Readonly<Record<string, unknown>>;
}

// A bounded list without `first` (the requirements of a vacancy, the regions of an employer) is mostly short.
const PLAIN_LIST_COST = 2;
const PLAIN_LIST_NODES = 5;
// The whole schema is some hundred kilobytes: a few times in one query, not thirty.
const INTROSPECTION_COST = 100;
// A mutation writes, checks and announces.
const MUTATION_COST = 10;

const points: Localised = { en: 'points', id: 'poin' };
const objects: Localised = { en: 'objects', id: 'objek' };

/**
 * The price of an operation under these variables and defaults, before anything runs.
 *
 * Shape: one point an object; `first` multiplies what is below it; a field's own weight is its `complexity`.
 * Errors: QUERY_TOO_EXPENSIVE above the limit of points or of objects.
 */
export function price(priced: PricedOperation, isSignedIn: boolean): Cost {
  const limit = isSignedIn ? limits.maxCost.signedIn : limits.maxCost.public;
  const requested = estimate(priced, costOf);
  refuseAbove(limit, requested, points);
  refuseAbove(limits.maxNodes, estimate(priced, nodesOf), objects);
  return { requested, limit };
}

function refuseAbove(limit: number, cost: number, what: Localised): void {
  if (cost > limit) throw new AppError('QUERY_TOO_EXPENSIVE', { cost, limit, what });
}

function estimate(priced: PricedOperation, estimator: ComplexityEstimator): number {
  return getComplexity({
    schema: priced.schema,
    query: priced.document,
    operationName: priced.operation.name?.value,
    variables: priced.variables,
    estimators: [estimator],
    // Every fragment written out was bounded with the document (QUERY_TOO_LARGE); this must not come first.
    maxQueryNodes: limits.maxSelections + 1,
  });
}

const costOf: ComplexityEstimator = ({ field, type, args, childComplexity }) => {
  if (isIntrospection(field.name)) return INTROSPECTION_COST;
  const weight: unknown = field.extensions.complexity;
  const fallback = type.name === 'Mutation' ? MUTATION_COST : ownObjects(field.name, field.type);
  const own = typeof weight === 'number' ? weight : fallback;
  return own + times(field.name, field.type, args, PLAIN_LIST_COST) * childComplexity;
};

const nodesOf: ComplexityEstimator = ({ field, args, childComplexity }) => {
  if (isIntrospection(field.name)) return 0;
  return (
    ownObjects(field.name, field.type) +
    times(field.name, field.type, args, PLAIN_LIST_NODES) * childComplexity
  );
};

/** The frame of a connection is no object of its own. */
const frames: ReadonlySet<string> = new Set(['edges', 'pageInfo']);

function ownObjects(fieldName: string, type: GraphQLOutputType): number {
  return isLeafType(getNamedType(type)) || frames.has(fieldName) ? 0 : 1;
}

function times(
  fieldName: string,
  type: GraphQLOutputType,
  args: Readonly<Record<string, unknown>>,
  plainList: number,
): number {
  const first = args[pageArgument];
  if (typeof first === 'number') return first;
  return isList(type) && !frames.has(fieldName) ? plainList : 1;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
