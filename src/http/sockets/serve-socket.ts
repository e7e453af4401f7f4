import type { IncomingMessage } from 'node:http';
import type { Server } from 'graphql-ws';
import type { Logger } from 'pino';
import { WebSocket } from 'ws';
import { AppError } from '../../errors';
import type { SocketState } from './protocol';
import { cutOffFull, send, TRY_AGAIN_LATER } from './send';
import type { SignInWatch } from './sign-in-watch';
import type { CountedSocket } from './socket-counts';

const PING_INTERVAL_MS = 12_000;
const INTERNAL_ERROR = 4500;
const FORBIDDEN = 4403;
// Node fires a longer timer at once.
const MAX_TIMER_MS = 2 ** 31 - 1;

/** What a socket shares with the others of the process. */
export interface SocketSurroundings {
  readonly address: string;
  readonly counted: CountedSocket;
  readonly logger: Logger;
  readonly watch: Pick<SignInWatch, 'add'>;
}

/** Connects one socket to its protocol: messages, back-pressure, pings, the end of its token. */
export function serveSocket(
  socket: WebSocket,
  request: IncomingMessage,
  protocol: Server<SocketState>,
  { address, counted, logger, watch }: SocketSurroundings,
): void {
  const timers: NodeJS.Timeout[] = [];
  let unwatch = () => {};
  const state: SocketState = {
    request,
    address,
    counted,
    operations: new Map(),
    signedIn: null,
    closeAt: (instant) => {
      // Who left while the token was checked would leave a timer behind that holds up the end of the process.
      if (socket.readyState !== WebSocket.OPEN) return;
      const ms = Math.min(instant.getTime() - Date.now(), MAX_TIMER_MS);
      timers.push(setTimeout(() => socket.close(FORBIDDEN, 'Token expired'), ms));
    },
    watch: (stillHolds) => {
      if (socket.readyState !== WebSocket.OPEN) return;
      unwatch = watch.add({ stillHolds, end: () => socket.close(FORBIDDEN, 'Signed out') });
    },
  };
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (data) => send(socket, data),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) => {
        socket.on('message', (data) => {
          handle(String(data)).catch((error: unknown) => fail(socket, error, logger));
        });
      },
    },
    state,
  );
  timers.push(keepAlive(socket));
  // Each was answered with a pong, which a peer that reads nothing lets pile up.
  socket.on('ping', () => cutOffFull(socket));
  // ws closes the socket itself, with 1009 for a frame that is too large.
  socket.on('error', (error) => logger.debug({ err: error }, 'socket broke'));
  socket.once('close', (code, reason) => {
    for (const timer of timers) clearTimeout(timer);
    unwatch();
    counted.close();
    closed(code, String(reason)).catch((error: unknown) => logger.error({ err: error }, 'close'));
  });
}

function fail(socket: WebSocket, error: unknown, logger: Logger): void {
  if (error instanceof AppError && error.code === 'SERVICE_UNAVAILABLE') {
    socket.close(TRY_AGAIN_LATER, error.code);
    return;
  }
  if (socket.readyState === WebSocket.OPEN) logger.error({ err: error }, 'socket failed');
  socket.close(INTERNAL_ERROR, 'INTERNAL');
}

/**
 * Cuts a peer that answers no ping: its network is gone, or it reads nothing and what is sent to it waits in the buffers
 * of the connection. A pong counts when it repeats what stood in the ping: so much was read.
 */
function keepAlive(socket: WebSocket): NodeJS.Timeout {
  let sent = 0;
  let answered = 0;
  socket.on('pong', (data) => {
    if (String(data) === String(sent)) answered = sent;
  });
  return setInterval(() => {
    if (answered < sent) return socket.terminate();
    sent += 1;
    socket.ping(String(sent));
  }, PING_INTERVAL_MS);
}
