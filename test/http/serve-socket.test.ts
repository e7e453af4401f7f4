import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Server } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { SocketState } from '../../src/http/sockets/protocol';
import { serveSocket } from '../../src/http/sockets/serve-socket';
import { SocketCounts } from '../../src/http/sockets/socket-counts';
import { createLogger } from '../../src/logger';

/** What `serveSocket` uses of a socket. */
class FakeSocket extends EventEmitter {
  readyState: number = WebSocket.OPEN;
  readonly protocol = 'graphql-transport-ws';
  readonly closes: unknown[][] = [];

  close(...args: unknown[]): void {
    this.closes.push(args);
    this.readyState = WebSocket.CLOSED;
    this.emit('close', 1000, Buffer.from(''));
  }
}

function serve() {
  const socket = new FakeSocket();
  const states: SocketState[] = [];
  const protocol = {
    opened: (_socket: unknown, state: SocketState) => {
      states.push(state);
      return async () => undefined;
    },
  };
  serveSocket(
    socket as unknown as WebSocket,
    {} as IncomingMessage,
    protocol as unknown as Server<SocketState>,
    { counted: new SocketCounts().open('192.0.2.1'), logger: createLogger('silent') },
  );
  return { socket, state: states[0] };
}

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

const inAnHour = () => new Date(Date.now() + 3_600_000);

describe('serveSocket', () => {
  it('closes the socket when its token ends', () => {
    const { socket, state } = serve();
    state.closeAt(new Date(Date.now() + 5_000));
    jest.advanceTimersByTime(5_000);
    expect(socket.closes).toEqual([[4403, 'Token expired']]);
  });

  it('leaves no timer behind, also when the socket closes before its token is known', () => {
    const { socket, state } = serve();
    state.closeAt(inAnHour());
    socket.close(1001);
    state.closeAt(inAnHour());
    expect(jest.getTimerCount()).toBe(0);
  });
});
