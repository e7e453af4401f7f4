import { once } from 'node:events';
import { WebSocket } from 'ws';
import { waitUntil } from '../../src/embedded/processes';
import { readOperation } from '../graphql';
import { type Item, placeOf, type Subscription } from './subscriber';

/** More often than the server asks. */
const PONG_EVERY_MS = 3_000;
/** What waits in the kernel is read in less. */
const REST_LIMIT_MS = 30_000;

/** Subscribes, reads nothing more once it has its first cursor, and goes on answering pings. */
export class StalledReader {
  /** The last one that it processed. */
  cursor: string | null = null;
  /** Places of the events that it processed. */
  readonly received: number[] = [];
  /** Whether it was told, or found its connection ended. */
  isCutOff = false;

  private constructor(private readonly socket: WebSocket) {}

  static async open(socketUrl: string, subscription: Subscription): Promise<StalledReader> {
    const { token, ...filter } = subscription;
    const socket = new WebSocket(socketUrl, 'graphql-transport-ws');
    const reader = new StalledReader(socket);
    socket.on('message', (data) => reader.read(JSON.parse(String(data)), filter));
    const cutOff = () => {
      reader.isCutOff = true;
    };
    socket.on('close', cutOff).on('error', cutOff);
    await once(socket, 'open');
    const payload = { authorization: `Bearer ${token}` };
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
    const isThere = () => reader.cursor !== null || reader.isCutOff;
    if (!(await waitUntil(isThere, REST_LIMIT_MS)) || reader.isCutOff) {
      throw new Error('A reader could not subscribe');
    }
    reader.stall();
    return reader;
  }

  /** Reads what waited for it, up to the word that it was cut off, and leaves. */
  async wake(): Promise<void> {
    const { socket } = this;
    socket.resume();
    await waitUntil(() => this.isCutOff, REST_LIMIT_MS);
    socket.terminate();
  }

  /** No byte is read; the kernel keeps what it takes. */
  private stall(): void {
    const { socket } = this;
    socket.pause();
    const timer = setInterval(() => {
      if (socket.readyState === WebSocket.OPEN) socket.pong();
    }, PONG_EVERY_MS);
    socket.on('close', () => clearInterval(timer));
  }

  private read(
    { type, payload }: { type: string; payload?: { data: { matchFound: Item } } },
    filter: Omit<Subscription, 'token'>,
  ): void {
    if (type === 'connection_ack') {
      const query = readOperation('match-found');
      const operation = { query, variables: { after: null, ...filter } };
      this.socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: operation }));
    }
    if (type === 'error' || type === 'complete') this.isCutOff = true;
    if (type !== 'next' || payload === undefined) return;
    const item = payload.data.matchFound;
    if (item.__typename === 'ResumeGap') return;
    this.cursor = item.cursor;
    if (item.__typename === 'MatchEvent') this.received.push(placeOf(item.eventId));
  }
}
