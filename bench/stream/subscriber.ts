import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQLFormattedError } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { readOperation } from '../graphql';

/** For whom and of what somebody hears. */
export interface Subscription {
  readonly token: string;
  /** Ids of the API; null = every vacancy. */
  readonly vacancyIds: readonly string[] | null;
  readonly minVerdict: 'STRETCH' | 'POSSIBLE' | 'STRONG';
}

export interface SubscriberOptions extends Subscription {
  /** Where to connect this time. */
  readonly socketUrl: () => string;
  /** Called behind each event that was processed. */
  readonly onEvent?: (seq: number) => void;
  /** Whether the client falls over now, with the event that it was about to process. */
  readonly crashes?: () => boolean;
}

/** What the subscription tells. */
export type Item =
  | { readonly __typename: 'MatchEvent'; readonly eventId: string; readonly cursor: string }
  | { readonly __typename: 'Heartbeat'; readonly cursor: string }
  | { readonly __typename: 'ResumeGap'; readonly reason: string };

const TOO_SLOW = 'SUBSCRIBER_TOO_SLOW';
const QUERY = readOperation('match-found');
/** Before somebody who was cut off comes back. */
const AWAY_MS = { least: 20, spread: 200 };

/** Follows the match events and, whatever happens to the connection, comes back behind the last one that it processed. */
export class Subscriber {
  /** Places of the events in the order in which they were processed. */
  readonly received: number[] = [];
  /** How connections ended that this side did not end, by close code; those that never stood do not count. */
  readonly closes = new Map<number, number>();
  /** How often it was told that it is too slow. */
  tooSlow = 0;
  readonly faults: string[] = [];
  cursor: string | null = null;
  private socket: WebSocket | null = null;

  constructor(private readonly options: SubscriberOptions) {}

  /** Follows until the signal aborts. */
  async follow(signal: AbortSignal): Promise<void> {
    const leave = () => this.disconnect();
    signal.addEventListener('abort', leave, { once: true });
    while (!signal.aborted) {
      await this.visit();
      if (!signal.aborted) await sleep(AWAY_MS.least + Math.random() * AWAY_MS.spread);
    }
    signal.removeEventListener('abort', leave);
  }

  /** Cuts the connection without a word; what it carried is lost. */
  disconnect(): void {
    const { socket } = this;
    this.socket = null;
    socket?.terminate();
  }

  /** One connection, until it ends. */
  private async visit(): Promise<void> {
    const { token, socketUrl, vacancyIds, minVerdict } = this.options;
    let isHere = true;
    const client = createClient({
      url: socketUrl(),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
      on: {
        connected: (socket) => {
          this.socket = socket as WebSocket;
        },
        closed: (event) => this.countClose((event as { code: number }).code),
      },
    });
    await new Promise<void>((resolve) => {
      const variables = { after: this.cursor, vacancyIds, minVerdict };
      client.subscribe<{ matchFound: Item }>(
        { query: QUERY, variables },
        {
          next: ({ data, errors }) => {
            if (!isHere) return;
            if (errors !== undefined) this.countErrors(errors);
            if (data == null) return;
            isHere = !(this.options.crashes?.() ?? false);
            if (isHere) this.process(data.matchFound);
            else this.disconnect();
          },
          error: (error) => {
            if (Array.isArray(error)) this.countErrors(error);
            resolve();
          },
          complete: resolve,
        },
      );
    });
    isHere = false;
    this.disconnect();
    await client.dispose();
  }

  private process(item: Item): void {
    if (item.__typename === 'ResumeGap') {
      this.faults.push(`ResumeGap ${item.reason}`);
      return;
    }
    this.cursor = item.cursor;
    if (item.__typename === 'Heartbeat') return;
    const seq = placeOf(item.eventId);
    this.received.push(seq);
    this.options.onEvent?.(seq);
  }

  private countErrors(errors: readonly GraphQLFormattedError[]): void {
    if (errors.some(({ extensions }) => extensions?.code === TOO_SLOW)) this.tooSlow += 1;
    else this.faults.push(JSON.stringify(errors).slice(0, 300));
  }

  private countClose(code: number): void {
    if (this.socket === null) return;
    this.socket = null;
    this.closes.set(code, (this.closes.get(code) ?? 0) + 1);
  }
}

/** The place that an event's id names behind the installation. */
export function placeOf(eventId: string): number {
  return Number(Buffer.from(eventId, 'base64url').toString('utf8').split('.').at(-1));
}
