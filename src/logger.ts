import pino, { type Logger } from 'pino';

/** The service's log: JSON lines to standard output, causes without the values that people sent. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, serializers: { err: describeError } });
}

interface ErrorDescription {
  type: string;
  code?: unknown;
  constraint?: unknown;
  message?: string;
  stack?: string | undefined;
  cause?: ErrorDescription;
}

interface DriverError extends Error {
  code?: unknown;
  constraint?: unknown;
  severity?: unknown;
  driverError?: unknown;
}

/** What may be logged of an error. A driver's message, detail, query and parameters quote rows: they stay out. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, severity, driverError } = error as DriverError;
  const isFromDriver = severity !== undefined || driverError !== undefined;
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(isFromDriver ? {} : { message: error.message }),
    stack: isFromDriver ? framesOf(error) : error.stack,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

function framesOf(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
}
