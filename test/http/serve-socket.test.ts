import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Server } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { SocketState } from '../../src/http/sockets/protocol';
import { serveSocket } from '../../src/http/sockets/serve-socket';
import { SocketCounts } from '../../src/http/sockets/socket-counts';
import { createLogger } from '../../src/logging/logger';

/** What `serveSocket` uses of a socket. */
class FakeSocket extends EventEmitter {
  readyState: number = WebSocket.OPEN;
  readonly protocol = 'graphql-transport-ws';
  readonly closes: unknown[][] = [];
  readonly pings: string[] = [];
  isCut = false;

  ping(data: string): void {
    this.pings.push(data);
  }

  terminate(): void {
    this.isCut = true;
  }

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
    {
      address: '192.0.2.1',
      counted: new SocketCounts().open('192.0.2.1'),
      logger: createLogger('silent'),
      watch: { add: () => () => {} },
    },
  );
  return { socket, state: states[0] };
}

beforeEach(() => {
  // Only timers count: not what else of the process waits for its next tick.
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
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

  it('cuts a peer whose pongs answer no ping, and keeps one that read the ping', () => {
    const { socket } = serve();
    jest.advanceTimersByTime(12_000);
    socket.emit('pong', Buffer.from(socket.pings[0]));
    jest.advanceTimersByTime(12_000);
    expect(socket.isCut).toBe(false);
    socket.emit('pong', Buffer.from(''));
    jest.advanceTimersByTime(12_000);
    expect(socket.isCut).toBe(true);
  });

  it('leaves no timer behind, also when the socket closes before its token is known', () => {
    const { socket, state } = serve();
    state.closeAt(inAnHour());
    socket.close(1001);
    state.closeAt(inAnHour());
    expect(jest.getTimerCount()).toBe(0);
  });
});
