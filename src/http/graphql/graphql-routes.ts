import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormattedExecutionResult } from 'graphql';
import { AppError, type ErrorCode } from '../../errors';
import { limits } from '../../limits';
import type { Portal } from '../../resolvers/context';
import type { Shown } from '../../services/portals/shown';
import type { Charge } from '../budget/budget';
import {
  type Authenticator,
  anonymous,
  bearerToken,
  type Identified,
} from '../callers/authentication';
import type { PersistedOperations } from '../persisted/persisted-operations';
import { type Refusal, setRefusal } from '../refusals/set-refusal';
import { answerAnybody, replyKept } from '../response-cache/answer-anybody';
import type { ResponseCache } from '../response-cache/response-cache';
import { withinDeadline } from './deadline';
import type { Endpoint } from './endpoint';
import { evenOut } from './even-out';
import { answerType, type JsonParser, readOperation } from './graphql-request';
import { InFlight } from './in-flight';
import { admitOperation, type Executed, type RunDependencies, runOperation } from './run-operation';

export interface GraphqlDependencies extends RunDependencies {
  readonly endpoints: readonly Endpoint[];
  readonly authenticator: Authenticator;
  readonly parseJson: JsonParser;
  /** What runs by its hash on the public endpoint. */
  readonly operations: PersistedOperations;
  readonly cache: ResponseCache;
  /** Counts vacancies that were shown under the code of a portal; only notes it. */
  readonly notePortal: (code: string, shown: Shown) => void;
  /** Unit: ms. */
  readonly now: () => number;
}

/** Refusals that concern the whole request also when they arise in a resolver. */
const WHOLE_REQUEST: ReadonlySet<string> = new Set<ErrorCode>([
  'UNAUTHENTICATED',
  'SERVICE_UNAVAILABLE',
  'SIMULATION_BUDGET_SPENT',
  'TOO_MANY_CODES',
  'RATE_LIMITED',
]);

interface RouteDependencies extends GraphqlDependencies {
  readonly inFlight: InFlight;
}

/** Adds the four endpoints, for GET, HEAD and POST. */
export function addGraphqlRoutes(app: FastifyInstance, dependencies: GraphqlDependencies): void {
  const inFlight = new InFlight(limits.operationsAtOnce);
  const route = { ...dependencies, inFlight };
  for (const endpoint of dependencies.endpoints) {
    app.route({
      method: ['GET', 'HEAD', 'POST'],
      url: endpoint.path,
      exposeHeadRoute: false,
      handler: (request, reply) => answer(request, reply, endpoint, route),
    });
  }
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: Endpoint,
  dependencies: RouteDependencies,
): Promise<FastifyReply> {
  const cameIn = performance.now();
  const isPublic = endpoint.audience === 'public';
  const stored = isPublic ? dependencies.operations : null;
  const operation = readOperation(request, dependencies.parseJson, stored);
  const asked = { request, endpoint, operation };
  const token = bearerToken(request.headers.authorization);
  if (isPublic && token === null && request.method !== 'POST') {
    const found = await answerAnybody(asked, dependencies);
    if (found.kind === 'kept') {
      noteShown(request, null, found.answer.shown, dependencies);
      return await replyKept(asked, reply, found.answer, { cameIn, now: dependencies.now });
    }
    if (found.kind === 'own') noteShown(request, null, found.executed.shown, dependencies);
    if (found.kind === 'own') return await tell(reply, cameIn, found.executed);
  }
  const controller = new AbortController();
  reply.raw.once('close', () => controller.abort());
  const run = async () => {
    const identified = await identify(token, dependencies.authenticator);
    const admitted = admitOperation(asked, identified);
    const who = { identified, signal: controller.signal };
    const executed = await runOperation(asked, admitted, who, dependencies);
    noteShown(request, identified.portal, executed.shown, dependencies);
    return executed;
  };
  const executed = await withinDeadline(controller, () => dependencies.inFlight.run(run));
  return await tell(reply, cameIn, executed);
}

async function identify(token: string | null, authenticator: Authenticator): Promise<Identified> {
  if (token === null) return anonymous;
  const { viewer, enrolling, portal } = await authenticator.authenticate(token);
  return { viewer, enrolling, portal };
}

/** Counts what was shown for the portal whose key came along, or whose code stands in the address. */
function noteShown(
  { method, query }: FastifyRequest,
  portal: Portal | null,
  shown: Shown,
  { notePortal }: RouteDependencies,
): void {
  const code = portal?.code ?? (query as Readonly<Record<string, unknown>>).portal;
  if (method !== 'HEAD' && typeof code === 'string') notePortal(code, shown);
}

/** What somebody is told stays on no disk: the computers of offices and villages are used by many. */
async function tell(
  reply: FastifyReply,
  cameIn: number,
  { result, cost }: Executed,
): Promise<FastifyReply> {
  await evenOut(cameIn, result);
  reply.header('cache-control', 'private, no-store');
  return send(reply, result, cost);
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
