import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
} from 'graphql';
import type { Context } from '../../resolvers/context';
import { withinDeadline } from '../graphql/deadline';
import { answerOnce, questionOf } from './shared-results';

/** What running an operation on a socket needs beyond graphql-js. */
export interface SocketArgs extends ExecutionArgs {
  readonly contextValue: Context;
  /** Aborted when the client completes the operation or leaves. */
  readonly controller: AbortController;
  /** A context of its own for each event, so that no loader answers from an earlier event. */
  readonly createContext: (signal: AbortSignal) => Context;
  /** Draws on the budget for the answer to an event. Errors: RATE_LIMITED. Left out where events cost next to nothing. */
  readonly payEvent?: () => void;
}

/**
 * Like graphql-js `subscribe`, with these differences: each event has a fresh context and a deadline and is answered
 * once for all who ask the same; it ends at once when the operation is aborted, also while its source is waiting; and it
 * ends with an error when an event cannot be answered or paid for, so that nobody goes on past what they were not told. Whatever
 * keeps it from beginning is its answer.
 */
export async function subscribeFresh(
  args: SocketArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  try {
    const source = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in source)) return source;
    return resultsOf(source[Symbol.asyncIterator](), args);
  } catch (error) {
    return { errors: [new GraphQLError('refused', { originalError: error as Error })] };
  }
}

function resultsOf(
  events: AsyncIterator<unknown>,
  args: SocketArgs,
): AsyncIterableIterator<ExecutionResult> {
  const { controller } = args;
  const untilAborted = abortable(controller.signal);
  const question = questionOf(args);
  return {
    next: async () => {
      const event = await untilAborted(events.next());
      if (event === null || event.done === true) return end;
      payFor(args);
      const result = await answerOnce(event.value, question, () => answer(event.value, args));
      if (isFailure(result)) throw new AggregateError(result.errors ?? []);
      return { done: false, value: result };
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

/** What is asked of each event runs as often as events come: a query in a stream costs what it costs outside. */
function payFor({ payEvent }: SocketArgs): void {
  try {
    payEvent?.();
  } catch (error) {
    const originalError = error as Error;
    throw new AggregateError([new GraphQLError('refused', { originalError })]);
  }
}

/** Not under the signal of the operation: others may wait for the same answer. */
async function answer(rootValue: unknown, args: SocketArgs): Promise<ExecutionResult> {
  const deadline = new AbortController();
  return await withinDeadline(deadline, async () =>
    execute({ ...args, rootValue, contextValue: args.createContext(deadline.signal) }),
  );
}

/** Whether nothing of the answer is of use. */
const isFailure = ({ errors, data }: ExecutionResult): boolean =>
  errors !== undefined && Object.values(data ?? {}).every((value) => value === null);

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
