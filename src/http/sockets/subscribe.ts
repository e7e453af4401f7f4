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
  const untilAborted = abortable(controller.signal);
  return {
    next: async () => {
      const event = await untilAborted(events.next());
      if (event === null || event.done === true) return end;
      const contextValue = args.createContext();
      return {
        done: false,
        value: await execute({ ...args, rootValue: event.value, contextValue }),
      };
    },
    return: async () => {
      controller.abort();
      await untilAborted(Promise.resolve(events.return?.()));
      return end;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

const end: IteratorReturnResult<undefined> = { done: true, value: undefined };

/**
 * Waits for one thing after the other, and gives null at once when the signal aborts.
 *
 * One promise of the abort for all of them would keep everything that was ever waited for.
 */
function abortable(signal: AbortSignal): <T>(work: Promise<T>) => Promise<T | null> {
  let giveUp: () => void = () => undefined;
  signal.addEventListener('abort', () => giveUp(), { once: true });
  return (work) =>
    new Promise((resolve, reject) => {
      giveUp = () => resolve(null);
      if (signal.aborted) giveUp();
      work.then(resolve, reject);
    });
}
