import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FormattedExecutionResult, OperationTypeNode } from 'graphql';
import { AppError, type ErrorCode, errors, reasons } from '../errors';
import { limits } from '../limits';
import type { Audience } from '../resolvers/audience';
import type { Context } from '../resolvers/context';
import { type Admitted, admit, type OperationRequest } from './admission/admit';
import { type Authenticator, anonymous, bearerToken, type Identified } from './authentication';
import { actualCost } from './budget/actual-cost';
import { type Budget, type Charge, payerOf } from './budget/budget';
import { withinDeadline } from './deadline';
import type { Endpoint } from './endpoint';
import { evenOut } from './even-out';
import { answerType, type JsonParser, readOperation } from './graphql-request';
import { InFlight } from './in-flight';
import { languageOf } from './language';
import type { Metrics } from './metrics';
import { admitPortal } from './portal-access';
import { type Refusal, setRefusal } from './set-refusal';

/** What is known of a caller before an operation runs. */
export type Caller = Pick<
  Context,
  'viewer' | 'enrolling' | 'portal' | 'caller' | 'audience' | 'lang' | 'requestId' | 'signal'
>;
export type CreateContext = (caller: Caller) => Context;

export interface GraphqlDependencies {
  readonly endpoints: readonly Endpoint[];
  readonly authenticator: Authenticator;
  readonly createContext: CreateContext;
  readonly metrics: Metrics;
  readonly budget: Budget;
  readonly parseJson: JsonParser;
}

/** Refusals that concern the whole request also when they arise in a resolver. */
const WHOLE_REQUEST: ReadonlySet<string> = new Set<ErrorCode>([
  'UNAUTHENTICATED',
  'SERVICE_UNAVAILABLE',
  'SIMULATION_BUDGET_SPENT',
  'TOO_MANY_CODES',
]);

/** Adds the four endpoints, for GET and POST. */
export function addGraphqlRoutes(app: FastifyInstance, dependencies: GraphqlDependencies): void {
  const inFlight = new InFlight(limits.operationsAtOnce);
  for (const endpoint of dependencies.endpoints) {
    app.route({
      method: ['GET', 'POST'],
      url: endpoint.path,
      exposeHeadRoute: false,
      handler: (request, reply) => answer(request, reply, endpoint, { ...dependencies, inFlight }),
    });
  }
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: Endpoint,
  dependencies: GraphqlDependencies & { readonly inFlight: InFlight },
): Promise<FastifyReply> {
  const { authenticator, createContext, metrics, budget, parseJson, inFlight } = dependencies;
  const cameIn = performance.now();
  const operation = readOperation(request, parseJson);
  const token = bearerToken(request.headers.authorization);
  const isForAnybody = endpoint.audience === 'public' && token === null && request.method === 'GET';
  // What somebody is told stays on no disk: the computers of offices and villages are used by many.
  if (!isForAnybody) reply.header('cache-control', 'private, no-store');
  const controller = new AbortController();
  reply.raw.once('close', () => controller.abort());

  const run = async () => {
    const identified = await identify(token, authenticator);
    const admitted = admitRequest(request, operation, endpoint, identified);
    const paid = budget.pay(payerOf(identified, request.ip), admitted.cost);
    const context = createContext({
      ...identified,
      caller: request.ip,
      audience: endpoint.audience,
      lang: languageOf(request.headers['accept-language']),
      requestId: request.id,
      signal: controller.signal,
    });
    const executed = await endpoint.executor.execute(operation, context);
    countOperation(metrics, endpoint.audience, admitted, executed);
    const used = actualCost({ ...admitted, schema: endpoint.schema }, executed.data);
    return { result: executed, cost: paid.settle(used) };
  };
  const { result, cost } = await withinDeadline(controller, () => inFlight.run(run));
  await evenOut(cameIn, result);
  return send(reply, result, cost);
}

async function identify(token: string | null, authenticator: Authenticator): Promise<Identified> {
  if (token === null) return anonymous;
  const { viewer, enrolling, portal } = await authenticator.authenticate(token);
  return { viewer, enrolling, portal };
}

function admitRequest(
  request: FastifyRequest,
  operation: OperationRequest,
  endpoint: Endpoint,
  identified: Identified,
): Admitted {
  const admitted = admit(operation, { ...endpoint, isSignedIn: identified.viewer !== null });
  const kind = admitted.operation.operation;
  admitPortal(identified, endpoint.audience, kind);
  if (kind === OperationTypeNode.SUBSCRIPTION) throw errors.request.bad(reasons.needsSocket);
  if (request.method === 'GET' && kind !== OperationTypeNode.QUERY) {
    throw errors.request.methodNotAllowed();
  }
  return admitted;
}

function send(reply: FastifyReply, result: FormattedExecutionResult, cost: Charge): FastifyReply {
  const { errors: refusals, data, extensions } = result;
  const body = JSON.stringify({ errors: refusals, data, extensions: { ...extensions, cost } });
  if (Buffer.byteLength(body) > limits.replyBytes) {
    throw new AppError('RESPONSE_TOO_LARGE', { limit: limits.replyBytes });
  }
  const refusal = refusalOfWhole(result);
  if (refusal !== null) setRefusal(reply, refusal);
  return reply.type(answerType(reply.request.headers.accept) ?? 'application/json').send(body);
}

/** The refusal that stands for the whole answer, when nothing in it is of use. */
function refusalOfWhole({ data, errors: refusals }: FormattedExecutionResult): Refusal | null {
  const isEmpty = !data || Object.values(data).every((value) => value === null);
  if (!refusals || !isEmpty) return null;
  // Each was presented, so it has a code.
  const told = refusals.map(({ extensions }) => extensions as unknown as Refusal);
  if (data === undefined) return told[0] ?? null;
  return told.find(({ code }) => WHOLE_REQUEST.has(code)) ?? null;
}

/** Counts an operation by its first error code, or OK. */
export function countOperation(
  metrics: Metrics,
  audience: Audience,
  { operation }: Admitted,
  result: FormattedExecutionResult,
): void {
  const outcome = String(result.errors?.[0]?.extensions?.code ?? 'OK');
  metrics.operations.inc({ audience, kind: operation.operation, outcome });
}
