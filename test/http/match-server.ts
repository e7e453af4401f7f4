import { once } from 'node:events';
import { WebSocket } from 'ws';
import { createLoaders } from '../../src/resolvers/loaders';
import type { Services } from '../../src/services';
import { fullSchema } from '../resolvers/graph-world';
import { type SampleServer, startSampleServer } from './sample-server';

/** The employer endpoint over these services; `ani` is the account. */
export const startMatchServer = (services: Services, accountId: string): Promise<SampleServer> =>
  startSampleServer(
    {
      schema: fullSchema,
      services,
      createLoaders,
      accounts: { findBySubject: async () => ({ accountId }) },
    },
    { secret: 'of all instances on one database' },
  );

export interface Told {
  readonly kind: string;
  readonly cursor: string;
  readonly rank: number;
}

/** A socket with one subscription, which notes what it is told. */
export class MatchSocket {
  readonly told: Told[] = [];
  readonly closed: Promise<number>;
  private readonly socket: WebSocket;

  constructor(
    { url }: SampleServer,
    private readonly token: string,
    private readonly selection: string,
  ) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/graphql/employer`, [
      'graphql-transport-ws',
    ]);
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
    this.socket.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data));
      if (type === 'next') this.told.push(payload.data.matchFound);
    });
  }

  /** Events without heartbeats. */
  get ranks(): number[] {
    return this.told.filter(({ kind }) => kind === 'MatchEvent').map(({ rank }) => rank);
  }

  async follow(after: string | null = null): Promise<this> {
    await once(this.socket, 'open');
    this.send({ type: 'connection_init', payload: { authorization: `Bearer ${this.token}` } });
    await once(this.socket, 'message');
    const query = `subscription ($after: String) {
      matchFound(after: $after) {
        kind: __typename
        ... on MatchEvent { ${this.selection} }
        ... on Heartbeat { cursor }
        ... on ResumeGap { cursor: freshCursor }
      }
    }`;
    this.send({ id: '1', type: 'subscribe', payload: { query, variables: { after } } });
    return this;
  }

  /** Reads nothing any more, and yet says that it lives. */
  stall(): void {
    this.socket.pause();
    const timer = setInterval(() => this.socket.pong(), 500);
    void this.closed.then(() => clearInterval(timer));
  }

  /** Reads what had arrived. */
  wake(): void {
    this.socket.resume();
  }

  leave(): void {
    this.socket.terminate();
  }

  private send(message: unknown): void {
    this.socket.send(JSON.stringify(message));
  }
}
