import pino, { type DestinationStream, type LogFn, type Logger, type LoggerOptions } from 'pino';
import { isFromDriver, withoutQuotes } from './safe-message';

/** The service's log: JSON lines, to standard output if nothing else is said, causes without the values that people sent. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    ...{ level, base: null, serializers: { err: describeError } },
    hooks: { logMethod: writeSafely },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Packages are given this log too: an error alone, or one inside a message, is written like those of our own. */
function writeSafely(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, ...rest]: unknown[] = args;
  const safe = rest.map((one) => (typeof one === 'string' ? withoutQuotes(one) : one));
  if (typeof first === 'string') method.apply(this, [withoutQuotes(first), ...safe] as never);
  // Without words of its own pino would take those of the error.
  else if (first instanceof Error) method.apply(this, [{ err: first }, 'failed'] as never);
  else method.apply(this, [first, ...(safe.length === 0 ? ['failed'] : safe)] as never);
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
