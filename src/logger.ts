import pino, { type DestinationStream, type Logger } from 'pino';
import { isFromDriver, withoutQuotes } from './safe-message';

/** The service's log: JSON lines, to standard output if nothing else is said, causes without the values that people sent. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, serializers: { err: describeError } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

interface ErrorDescription {
  type: string;
  code?: unknown;
  constraint?: unknown;
  message?: string;
  stack?: string | undefined;
  cause?: ErrorDescription;
}

/**
 * What may be logged of an error: its words without what they quote. A driver's message, detail, query and parameters
 * quote rows: they stay out.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint } = error as Error & { code?: unknown; constraint?: unknown };
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(isFromDriver(error) ? {} : { message: withoutQuotes(error.message) }),
    stack: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

function framesOf(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
}
