import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type ExecutionArgs, type ExecutionResult, execute, GraphQLError } from 'graphql';
import {
  type Context as Connection,
  makeServer,
  type Server,
  type SubscribePayload,
} from 'graphql-ws';
import type { Logger } from 'pino';
import { AppError, errors, type Localised } from '../../errors';
import { limits } from '../../limits';
import { admit } from '../admission/admit';
import { payerOf } from '../budget/budget';
import { anonymous, bearerToken, type SignedIn } from '../callers/authentication';
import { languageOf } from '../callers/language';
import { admitPortal } from '../callers/portal-access';
import { withinDeadline } from '../graphql/deadline';
import type { Endpoint } from '../graphql/endpoint';
import { evenOut } from '../graphql/even-out';
import type { GraphqlDependencies } from '../graphql/graphql-routes';
import type { Caller } from '../graphql/run-operation';
import { presentAll } from '../refusals/present-error';
import type { CountedSocket } from './socket-counts';
import { type SocketArgs, subscribeFresh } from './subscribe';

/** What one socket knows of itself. */
export interface SocketState {
  readonly request: IncomingMessage;
  /** Of the client, as a trusted proxy tells it. */
  readonly address: string;
  readonly counted: CountedSocket;
  /** Closes the socket when the token ends. */
  readonly closeAt: (instant: Date) => void;
  /** Closes the socket when its session, key or account ends before that. */
  readonly watch: (stillHolds: () => Promise<boolean>) => void;
  /** Those that have not ended yet, by their id. */
  readonly operations: Map<string, AbortController>;
  signedIn: SignedIn | null;
}

export interface ProtocolDependencies
  extends Pick<
    GraphqlDependencies,
    'authenticator' | 'createContext' | 'metrics' | 'budget' | 'originOf'
  > {
  readonly logger: Logger;
  /** Single answers under way, which a draining server waits for. */
  readonly running: Set<Promise<unknown>>;
}

/** A client completed it and used its id at once for another one. */
const STILL_ENDING: Localised = {
  en: 'an operation with this id is still ending',
  id: 'operasi dengan id ini masih dalam proses berakhir',
};

/** When another socket of the account may have closed. */
const RETRY_SECONDS = 5;

type Params = Record<string, unknown> | undefined;
type SocketConnection = Connection<Params, SocketState>;

/**
 * graphql-transport-ws for one endpoint, with the rules that requests have: admission, cost, deadline, errors.
 * What cannot run is told with an error message; the socket lives.
 */
export function createProtocol(
  endpoint: Endpoint,
  dependencies: ProtocolDependencies,
): Server<SocketState> {
  const { authenticator, logger, running } = dependencies;
  const recipient = ({ extra }: SocketConnection) => ({
    lang: languageOf(extra.request.headers['accept-language']),
    requestId: randomUUID(),
  });

  return makeServer<Params, SocketState>({
    connectionInitWaitTimeout: limits.socket.initTimeoutMs,
    jsonMessageReviver: refuseProto,
    onConnect: async ({ connectionParams, extra }) => {
      try {
        const token = bearerToken(authorizationOf(connectionParams));
        extra.signedIn = token === null ? null : await authenticator.authenticate(token);
      } catch (error) {
        if (error instanceof AppError && error.code === 'UNAUTHENTICATED') return false;
        throw error;
      }
      if (extra.signedIn === null) return true;
      const { expiresAt, stillHolds } = extra.signedIn;
      if (!extra.counted.signIn(ownerOf(extra.signedIn))) {
        throw errors.service.unavailable(RETRY_SECONDS);
      }
      extra.closeAt(expiresAt);
      extra.watch(stillHolds);
      return true;
    },
    onSubscribe: (connection, id, payload) => {
      try {
        return prepare(connection, id, payload, endpoint, dependencies);
      } catch (error) {
        return [new GraphQLError('refused', { originalError: error as Error })];
      }
    },
    execute: (args) => {
      const result = executeInTime(args as SocketArgs);
      running.add(result);
      void result.finally(() => running.delete(result));
      return result;
    },
    subscribe: async (args) => {
      const cameIn = performance.now();
      const begun = await subscribeFresh(args as SocketArgs);
      if (!(Symbol.asyncIterator in begun)) await evenOut(cameIn, begun);
      return begun;
    },
    onNext: (connection, _id, _payload, _args, { errors, ...rest }) =>
      errors === undefined
        ? undefined
        : { ...rest, errors: presentAll(errors, recipient(connection), logger) },
    onError: (connection, _id, _payload, errors) =>
      presentAll(errors, recipient(connection), logger),
    onComplete: ({ extra }, id) => {
      extra.operations.get(id)?.abort();
      extra.operations.delete(id);
    },
    onClose: ({ extra }) => {
      for (const controller of extra.operations.values()) controller.abort();
      extra.operations.clear();
    },
  });
}

/** Whose sockets are counted together. */
const ownerOf = ({ viewer, enrolling, portal }: SignedIn): string =>
  (viewer ?? enrolling)?.accountId ?? portal?.keyId ?? '';

function prepare(
  { extra }: SocketConnection,
  id: string,
  payload: SubscribePayload,
  endpoint: Endpoint,
  dependencies: ProtocolDependencies,
): SocketArgs {
  refuseEnding(extra, id);
  const limit = limits.socket.operations;
  if (extra.operations.size >= limit) throw new AppError('TOO_MANY_OPERATIONS', { limit });
  const identified = extra.signedIn ?? anonymous;
  const { viewer, enrolling, portal } = identified;
  const { document, operation, cost } = admit(payload, {
    ...endpoint,
    isSignedIn: viewer !== null,
  });
  admitPortal(identified, endpoint.audience, operation.operation);
  // What a stream will tell cannot be known, so nothing is given back.
  const pay = () => void dependencies.budget.pay(payerOf(identified, extra.address), cost);
  pay();
  const { audience } = endpoint;
  dependencies.metrics.operations.inc({ audience, kind: operation.operation, outcome: 'OK' });

  const controller = new AbortController();
  extra.operations.set(id, controller);
  const caller: Omit<Caller, 'signal'> = {
    viewer,
    enrolling,
    portal,
    caller: extra.address,
    origin: dependencies.originOf({ host: extra.request.headers.host ?? '', protocol: 'http' }),
    audience,
    lang: languageOf(extra.request.headers['accept-language']),
    requestId: randomUUID(),
  };
  const createContext = (signal: AbortSignal) => dependencies.createContext({ ...caller, signal });
  return {
    schema: endpoint.schema,
    document,
    operationName: payload.operationName,
    variableValues: payload.variables,
    contextValue: createContext(controller.signal),
    controller,
    createContext,
    ...(cost.requested > limits.stream.freeEventPoints ? { payEvent: pay } : {}),
  };
}

/**
 * graphql-ws refuses the id of an operation that runs, but forgets one that is completed before it has ended: its end
 * would end the operation that took its id as well.
 */
function refuseEnding({ operations }: SocketState, id: string): void {
  const ending = operations.get(id);
  if (ending === undefined) return;
  // What was still beginning must not go on under its id.
  ending.abort();
  throw errors.input.invalid('id', STILL_ENDING);
}

async function executeInTime(args: SocketArgs): Promise<ExecutionResult> {
  const cameIn = performance.now();
  try {
    const run = async () => execute(args as ExecutionArgs);
    const result = await withinDeadline(args.controller, run);
    await evenOut(cameIn, result);
    return result;
  } catch (error) {
    return { errors: [new GraphQLError('refused', { originalError: error as Error })] };
  }
}

function authorizationOf(params: Params): string | undefined {
  const value = params?.authorization ?? params?.Authorization;
  return value === undefined || value === null ? undefined : String(value);
}

function refuseProto(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('forbidden key');
  return value;
}
