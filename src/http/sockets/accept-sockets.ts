import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Config } from '../../config';
import { type AppError, errors, reasons } from '../../errors';
import { limits } from '../../limits';
import type { GraphqlDependencies } from '../graphql/graphql-routes';
import { RETRY_SECONDS } from '../refusals/set-refusal';
import { createProtocol, type ProtocolDependencies } from './protocol';
import { refuseUpgrade } from './refuse-upgrade';
import { serveSocket } from './serve-socket';
import { SignInWatch } from './sign-in-watch';
import { SocketCounts } from './socket-counts';

const GOING_AWAY = 1001;
const MAX_DRAIN_MS = 5_000;
const MAX_FAREWELL_MS = 1_000;

export interface SocketDependencies
  extends Omit<ProtocolDependencies, 'running'>,
    Pick<GraphqlDependencies, 'endpoints'> {
  readonly config: Pick<Config, 'allowedOrigins'>;
  /** Of the client, as a trusted proxy tells it. */
  readonly addressOf: (request: IncomingMessage) => string;
}

/**
 * Takes websockets on the four addresses, through one router: two WebSocketServers on one HTTP server break
 * each other. `close` lets single answers finish, then closes every socket with 1001.
 */
export function acceptSockets(
  server: Server,
  dependencies: SocketDependencies,
): { close(): Promise<void> } {
  const { logger } = dependencies;
  const running = new Set<Promise<unknown>>();
  const counts = new SocketCounts();
  const watch = new SignInWatch();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.socket.frameBytes,
    handleProtocols,
  });
  const routes = new Map(
    dependencies.endpoints.map((endpoint) => [
      endpoint.path,
      { endpoint, protocol: createProtocol(endpoint, { ...dependencies, running }) },
    ]),
  );
  let isClosing = false;

  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const [path = ''] = (request.url ?? '').split('?');
    const route = routes.get(path);
    const address = dependencies.addressOf(request);
    const refuse = (error: AppError) => refuseUpgrade(stream, request, error, logger);
    if (isClosing || counts.isFull(address)) {
      refuse(errors.service.unavailable(RETRY_SECONDS));
      return;
    }
    if (route === undefined) {
      refuse(errors.request.unknownAddress());
      return;
    }
    if (!isAllowedOrigin(request, dependencies.config.allowedOrigins)) {
      refuse(errors.request.foreignOrigin());
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const { audience } = route.endpoint;
      dependencies.metrics.sockets.inc({ audience });
      socket.once('close', () => dependencies.metrics.sockets.dec({ audience }));
      serveSocket(socket, request, route.protocol, {
        address,
        counted: counts.open(address),
        logger,
        watch,
      });
    });
  };
  server.on('upgrade', onUpgrade);
  // Without a listener ws would answer a malformed handshake itself, as a page.
  sockets.on('wsClientError', (_error, stream: Duplex, request) => {
    refuseUpgrade(stream, request, errors.request.bad(reasons.malformedRequest), logger);
  });

  return {
    close: async () => {
      isClosing = true;
      watch.stop();
      await Promise.race([Promise.allSettled(running), delay(MAX_DRAIN_MS, null, { ref: false })]);
      await Promise.all([...sockets.clients].map(sayGoodbye));
      sockets.close();
    },
  };
}

/** Browsers say which page opens a socket; other programs say nothing and hold no one's session. */
function isAllowedOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

async function sayGoodbye(socket: WebSocket): Promise<void> {
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.close(GOING_AWAY, 'Going away');
  await Promise.race([closed, delay(MAX_FAREWELL_MS, null, { ref: false })]);
  socket.terminate();
}
