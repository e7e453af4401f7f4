import { ApolloClient, CombinedGraphQLErrors, InMemoryCache } from '@apollo/client/core';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { type Client, createClient } from 'graphql-ws';
import { Observable, type Subscriber } from 'rxjs';
import { type CloseEvent, WebSocket } from 'ws';
import { MatchFoundDocument, type MatchFoundSubscription } from './generated/operations';
import type { Settings } from './settings';

export type StreamItem = MatchFoundSubscription['matchFound'];

/** The socket closed; 1006 also where none could be opened. */
export class SocketClosed extends Error {
  override name = 'SocketClosed';
  constructor(
    readonly code: number,
    reason: string,
  ) {
    super(`${code} ${reason}`.trim());
  }
}

/** The service refused the subscription or ended it, with a code of docs/ERRORS.md. */
export class Refused extends Error {
  override name = 'Refused';
  constructor(
    readonly code: string,
    message: string,
    /** Where to go on, of SUBSCRIBER_TOO_SLOW. */
    readonly cursor: string | null,
  ) {
    super(message);
  }
}

// GraphQLWsLink compares with the browser's, which Node 20 does not have.
Object.assign(globalThis, { WebSocket });

/**
 * What follows a cursor, over a connection of its own. It never completes. Errors: SocketClosed, Refused.
 *
 * A connection is used once: graphql-ws would subscribe again with the old cursor by itself.
 */
export function matchesAfter(after: string | null, settings: Settings): Observable<StreamItem> {
  return new Observable((subscriber) => {
    const { url, token, vacancyIds, minVerdict } = settings;
    const socket = createClient({
      url,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    const apollo = new ApolloClient({
      link: new GraphQLWsLink(socket),
      cache: new InMemoryCache(),
    });
    const forgetSocket = watchSocket(socket, subscriber);
    const subscription = apollo
      .subscribe({
        query: MatchFoundDocument,
        variables: {
          after,
          vacancyIds: vacancyIds.length > 0 ? [...vacancyIds] : null,
          minVerdict,
        },
        fetchPolicy: 'no-cache',
      })
      .subscribe(({ data, error }) => {
        if (data !== undefined) subscriber.next(data.matchFound);
        // Any other error is the socket's, which its end tells better.
        else if (CombinedGraphQLErrors.is(error)) tellRefusal(error, subscriber);
      });
    return () => {
      forgetSocket();
      subscription.unsubscribe();
      socket.terminate();
    };
  });
}

function watchSocket(socket: Client, subscriber: Subscriber<StreamItem>): () => void {
  let fault = '';
  const forgetErrors = socket.on('error', (error) => {
    fault = (error as Error).message;
  });
  const forgetClosing = socket.on('closed', (event) => {
    const { code, reason } = event as CloseEvent;
    subscriber.error(new SocketClosed(code, reason || fault));
  });
  return () => {
    forgetErrors();
    forgetClosing();
  };
}

function tellRefusal({ errors }: CombinedGraphQLErrors, subscriber: Subscriber<StreamItem>): void {
  const [{ message, extensions }] = errors;
  if (typeof extensions?.code !== 'string') return;
  const cursor = typeof extensions.cursor === 'string' ? extensions.cursor : null;
  subscriber.error(new Refused(extensions.code, message, cursor));
}
