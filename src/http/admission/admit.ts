import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { AppError } from '../../errors';
import { limits } from '../../limits';
import type { Documents } from './documents';
import { coercionFault } from './faults';
import { checkPageSizes } from './page-size';
import { type Cost, price } from './price';
import { checkVariables } from './unsafe-text';
import { type PlaceOf, variablePlaces } from './variable-places';

/** One operation as a client sends it, over HTTP or a socket. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

export interface Admitted {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly cost: Cost;
}

interface Gate {
  readonly schema: GraphQLSchema;
  readonly documents: Documents;
  readonly isSignedIn: boolean;
}

/**
 * The operation, ready to run: read, valid, within every limit and priced. Nothing runs that did not pass here.
 *
 * Errors: as `Documents.read` and `price`; OPERATION_RESOLUTION_FAILURE; GRAPHQL_VALIDATION_FAILED for a kind of operation
 * that the schema lacks; BAD_USER_INPUT for variables.
 */
export function admit(request: OperationRequest, gate: Gate): Admitted {
  const { schema, documents, isSignedIn } = gate;
  const variables = request.variables ?? {};
  const document = documents.read(request.query);
  const placeOf = variablePlaces(document);
  checkVariables(variables, placeOf);
  const operation = getOperationAST(document, request.operationName);
  if (!operation) throw new AppError('OPERATION_RESOLUTION_FAILURE');
  checkRootType(schema, operation);
  checkPageSizes(document, operation, variables, placeOf);
  const coerced = coerce(schema, operation, variables, placeOf);
  const priced = { schema, document, operation, variables: coerced };
  return { document, operation, cost: price(priced, isSignedIn) };
}

/** Validation passes over an operation whose kind the schema lacks; execution would fail. */
function checkRootType(schema: GraphQLSchema, { operation: kind }: OperationDefinitionNode): void {
  if (schema.getRootType(kind)) return;
  const reason = {
    en: `this endpoint has no ${kind} fields.`,
    id: `alamat ini tidak memiliki ${kind}.`,
  };
  throw new AppError('GRAPHQL_VALIDATION_FAILED', { reason });
}

function coerce(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  placeOf: PlaceOf,
): Readonly<Record<string, unknown>> {
  const { coerced, errors: faults } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variables,
    { maxErrors: limits.maxErrors },
  );
  if (coerced !== undefined) return coerced;
  const shown = (faults ?? []).slice(0, limits.maxErrors);
  throw new AggregateError(shown.map((fault) => coercionFault(fault, placeOf)));
}
