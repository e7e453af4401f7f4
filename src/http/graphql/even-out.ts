import { setTimeout as delay } from 'node:timers/promises';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { AppError } from '../../errors';

/** As it runs, or as it is told. */
interface Result {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly (GraphQLError | GraphQLFormattedError)[];
}

/** Several times what reading a row and its rights takes. Unit: ms. */
const STEP_MS = 25;

/**
 * Lets an answer that tells of nothing go out at whole steps of time after its operation came in, so that its time does not
 * tell whether there is something that somebody else has: rights are looked at only where there is a row.
 *
 * `cameIn` as `performance.now()` gives it. Cost: at most 25 ms, for such answers alone.
 */
export async function evenOut(cameIn: number, result: Result): Promise<void> {
  if (tellsOfNothing(result)) await untilNextStep(cameIn);
}

/** Waits until whole steps of time have passed since `cameIn`. */
export async function untilNextStep(cameIn: number): Promise<void> {
  const steps = Math.ceil((performance.now() - cameIn) / STEP_MS);
  const goesOut = cameIn + steps * STEP_MS;
  // Timers count from when the event loop last looked at the clock, and so end early.
  for (let left = goesOut - performance.now(); left > 0; left = goesOut - performance.now()) {
    await delay(Math.ceil(left));
  }
}

/** Whether something that was asked for by name is not there, or not for whoever asks. */
export function tellsOfNothing({ data, errors }: Result): boolean {
  return (
    errors?.some((error) => codeOf(error) === 'NOT_FOUND') === true ||
    Object.values(data ?? {}).includes(null)
  );
}

/** On a socket errors are not presented yet. */
function codeOf(error: GraphQLError | GraphQLFormattedError): unknown {
  const thrown = 'originalError' in error ? error.originalError : null;
  return thrown instanceof AppError ? thrown.code : error.extensions?.code;
}
