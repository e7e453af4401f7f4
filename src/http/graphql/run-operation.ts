import type { FastifyRequest } from 'fastify';
import { type FormattedExecutionResult, OperationTypeNode } from 'graphql';
import { errors, reasons } from '../../errors';
import { limits } from '../../limits';
import type { Audience } from '../../resolvers/audience';
import type { Context } from '../../resolvers/context';
import type { Shown } from '../../services/portals/shown';
import { type Admitted, admit, type OperationRequest } from '../admission/admit';
import { actualCost } from '../budget/actual-cost';
import { type Budget, type Charge, payerOf } from '../budget/budget';
import type { Identified } from '../callers/authentication';
import { languageOf } from '../callers/language';
import { isOwnPage } from '../callers/own-pages';
import { admitPortal } from '../callers/portal-access';
import type { Metrics } from '../metrics/metrics';
import type { PublicAddress } from '../public-address';
import type { Endpoint } from './endpoint';

/** What is known of a caller before an operation runs. */
export type Caller = Pick<
  Context,
  | 'viewer'
  | 'enrolling'
  | 'portal'
  | 'caller'
  | 'origin'
  | 'audience'
  | 'lang'
  | 'requestId'
  | 'signal'
  | 'requestsLeft'
>;
export type CreateContext = (caller: Caller) => Context;

/** An operation that somebody sent to an endpoint. */
export interface Asked {
  readonly request: FastifyRequest;
  readonly endpoint: Endpoint;
  readonly operation: OperationRequest;
}

/** An operation that ran. */
export interface Executed {
  readonly result: FormattedExecutionResult;
  readonly cost: Charge;
  readonly shown: Shown;
}

export interface RunDependencies {
  readonly createContext: CreateContext;
  readonly metrics: Metrics;
  readonly budget: Budget;
  /** Origin of the links in an answer. */
  readonly originOf: PublicAddress;
}

/**
 * The operation, once whoever asks may run it at all.
 *
 * Errors: those of `admit` and `admitPortal`; BAD_REQUEST for a subscription; METHOD_NOT_ALLOWED.
 */
export function admitOperation(
  { request, operation, endpoint }: Asked,
  identified: Identified,
): Admitted {
  const admitted = admit(operation, { ...endpoint, isSignedIn: identified.viewer !== null });
  const kind = admitted.operation.operation;
  admitPortal(identified, endpoint.audience, kind);
  if (kind === OperationTypeNode.SUBSCRIPTION) throw errors.request.bad(reasons.needsSocket);
  if (request.method !== 'POST' && kind !== OperationTypeNode.QUERY) {
    throw errors.request.methodNotAllowed();
  }
  return admitted;
}

/** Pays for an operation that was admitted, and runs it. Errors: RATE_LIMITED. */
export async function runOperation(
  { request, operation, endpoint }: Asked,
  admitted: Admitted,
  { identified, signal }: { identified: Identified; signal: AbortSignal },
  { budget, createContext, metrics, originOf }: RunDependencies,
): Promise<Executed> {
  const paid = budget.pay(payerOf(identified, request.ip), priceFor(request, admitted));
  const context = createContext({
    ...identified,
    requestsLeft: paid.requestsLeft,
    caller: request.ip,
    origin: originOf(request),
    audience: endpoint.audience,
    lang: languageOf(request.headers['accept-language']),
    requestId: request.id,
    signal,
  });
  const result = await endpoint.executor.execute(operation, context);
  countOperation(metrics, endpoint.audience, admitted, result);
  const used = actualCost({ ...admitted, schema: endpoint.schema }, result.data);
  return { result, cost: paid.settle(used), shown: context.shown };
}

/** What our own public pages ask is fixed and has one low price at most, so that many pages can be read behind one address. */
function priceFor({ headers }: FastifyRequest, { cost }: Admitted): Admitted['cost'] {
  if (!isOwnPage(headers)) return cost;
  return { ...cost, requested: Math.min(cost.requested, limits.pageOperationPoints) };
}

/** Counts an operation by its first error code, or OK. */
function countOperation(
  metrics: Metrics,
  audience: Audience,
  { operation }: Admitted,
  result: FormattedExecutionResult,
): void {
  const outcome = String(result.errors?.[0]?.extensions?.code ?? 'OK');
  metrics.operations.inc({ audience, kind: operation.operation, outcome });
}
