import { GraphQLError, type SourceLocation } from 'graphql';
import type { Logger } from 'pino';
import {
  AppError,
  type ErrorCode,
  type ErrorParameters,
  errorMessage,
  errors,
  type Lang,
  RelayedError,
} from '../../errors';
import { limits } from '../../limits';
import { isUnavailable } from './dependency-fault';

/** Whom an error is told. */
export interface Recipient {
  readonly lang: Lang;
  readonly requestId: string;
}

/** One error as the client sees it. */
export interface ErrorJson {
  readonly message: string;
  readonly locations?: readonly SourceLocation[];
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: ErrorCode;
    readonly requestId: string;
    /** Path of the input that is at fault. */
    readonly field?: string;
    readonly [parameter: string]: unknown;
  };
}

/** An error with a code of the catalogue, and where in the document and in the answer it arose. */
export interface Presentable {
  readonly error: AppError;
  readonly locations?: readonly SourceLocation[] | undefined;
  readonly path?: readonly (string | number)[] | undefined;
}

// Seconds until a client should try again after a dependency failed (RELIABILITY R8: at most 2).
const RETRY_SECONDS = 2;

/** Anything thrown, as errors of the catalogue: faults as INTERNAL with their cause. */
function toPresentable(thrown: unknown): readonly Presentable[] {
  if (thrown instanceof AggregateError && !isUnavailable(thrown)) {
    return thrown.errors.flatMap(toPresentable).slice(0, limits.maxErrors);
  }
  if (!(thrown instanceof GraphQLError)) return [{ error: toAppError(thrown) }];

  const { locations, path, originalError } = thrown;
  const causes = toPresentable(originalError ?? toAppError(thrown));
  return causes.map((cause) => ({
    error: cause.error,
    locations: locations ?? cause.locations,
    path: path ?? cause.path,
  }));
}

function presentError(presentable: Presentable, recipient: Recipient): ErrorJson {
  const { error, locations, path } = presentable;
  const { reason: _, field: __, ...shown } = error.parameters;
  return {
    message:
      error instanceof RelayedError
        ? error.told
        : errorMessage(error.code, error.parameters, recipient.lang),
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions: {
      code: error.code,
      requestId: recipient.requestId,
      ...(error.field.length === 0 ? {} : { field: error.field.join('.') }),
      ...inLanguage(shown, recipient.lang),
    },
  };
}

/**
 * What the client is told of errors, at most five. They are logged by code, faults with their cause, neither with
 * what the client sent.
 */
export function presentAll(
  thrown: readonly unknown[],
  recipient: Recipient,
  logger: Logger,
): ErrorJson[] {
  const presentables = thrown.flatMap(toPresentable).slice(0, limits.maxErrors);
  for (const { error } of presentables) {
    const { code, level, cause } = error;
    const { requestId } = recipient;
    logger[level]({ requestId, code, ...(cause === undefined ? {} : { err: cause }) }, 'refused');
  }
  return presentables.map((presentable) => presentError(presentable, recipient));
}

function inLanguage(parameters: ErrorParameters, lang: Lang): Record<string, string | number> {
  const shown = Object.entries(parameters).map(([name, value]) => {
    if (typeof value !== 'object') return [name, value] as const;
    return [name, lang === 'ID' ? value.id : value.en] as const;
  });
  return Object.fromEntries(shown);
}

function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isUnavailable(thrown)) return errors.service.unavailable(RETRY_SECONDS, thrown);
  return new AppError('INTERNAL', {}, [], { cause: thrown });
}
