import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
} from 'graphql';
import type { Context } from '../../resolvers/context';

/** What running an operation on a socket needs beyond graphql-js. */
export interface SocketArgs extends ExecutionArgs {
  /** Aborted when the client completes the operation or leaves. */
  readonly controller: AbortController;
  /** A context of its own for each event, so that no loader answers from an earlier event. */
  readonly createContext: () => Context;
}

/**
 * Like graphql-js `subscribe`, with a fresh context an event; ends at once when the operation is aborted, also
 * while its source is waiting.
 */
export async function subscribeFresh(
  args: SocketArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream({ ...args, contextValue: args.createContext() });
  return Symbol.asyncIterator in source ? resultsOf(source[Symbol.asyncIterator](), args) : source;
}

function resultsOf(
  events: AsyncIterator<unknown>,
  args: SocketArgs,
): AsyncIterableIterator<ExecutionResult> {
  const { controller } = args;
  const end: IteratorReturnResult<undefined> = { done: true, value: undefined };
  const aborted = new Promise<typeof end>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(end), { once: true });
  });
  const stop = async (): Promise<typeof end> => {
    controller.abort();
    await Promise.race([events.return?.(), aborted]);
    return end;
  };
  return {
    next: async () => {
      const event = await Promise.race([events.next(), aborted]);
      if (event.done === true) return end;
      const contextValue = args.createContext();
      return {
        done: false,
        value: await execute({ ...args, rootValue: event.value, contextValue }),
      };
    },
    return: stop,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
