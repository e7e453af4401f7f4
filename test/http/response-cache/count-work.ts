import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Client } from 'pg';

/** Counts what requests to this process ask of PostgreSQL and of other servers, and nothing that runs beside them. */
export interface WorkCount {
  /** Statements and outgoing requests since the last reading. */
  read(): number;
  stop(): void;
}

const REQUEST = 'http.server.request.start';

/** `ofTest`: requests that the test itself makes. */
export function countWork(ofTest: (url: string) => boolean): WorkCount {
  const inRequest = new AsyncLocalStorage<boolean>();
  const enter = () => inRequest.enterWith(true);
  let count = 0;
  const note = () => {
    if (inRequest.getStore() === true) count += 1;
  };
  const { query } = Client.prototype;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    note();
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  const { fetch } = globalThis;
  globalThis.fetch = (to, ...rest) => {
    if (!ofTest(to instanceof Request ? to.url : String(to))) note();
    return fetch(to, ...rest);
  };
  subscribe(REQUEST, enter);
  return {
    read: () => {
      const seen = count;
      count = 0;
      return seen;
    },
    stop: () => {
      Client.prototype.query = query;
      globalThis.fetch = fetch;
      unsubscribe(REQUEST, enter);
    },
  };
}
