import {
  type ErrorCode,
  type ErrorDefinition,
  errorCatalogue,
  type LogLevel,
} from './error-catalogue';
import type { Localised } from './error-reasons';

export { type ErrorCode, errorCatalogue, type LogLevel } from './error-catalogue';
export { type Localised, reasons } from './error-reasons';

export type Lang = 'ID' | 'EN';
export type ErrorParameters = Readonly<Record<string, string | number | Localised>>;

/** The message of a code in one language, parameters filled in. */
export function errorMessage(code: ErrorCode, parameters: ErrorParameters, lang: Lang): string {
  const definition: ErrorDefinition = errorCatalogue[code];
  const template = lang === 'ID' ? definition.id : definition.en;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name] ?? name;
    if (typeof value !== 'object') return String(value);
    return lang === 'ID' ? value.id : value.en;
  });
}

/** A refusal with a code of the catalogue; thrown by services, shown to the client as it is. */
export class AppError extends Error {
  override name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    readonly parameters: ErrorParameters = {},
    /** Path of the input at fault. Not named `path`: graphql-js takes an error with that for one of its own. */
    readonly field: readonly string[] = [],
    options?: { cause?: unknown },
  ) {
    super(errorMessage(code, parameters, 'EN'), options);
  }
  get status(): number {
    return errorCatalogue[this.code].status;
  }
  get level(): LogLevel {
    return errorCatalogue[this.code].level;
  }
}

/** Factories by topic, so that a call site reads as a sentence. */
export const errors = {
  request: {
    bad: (reason: Localised) => new AppError('BAD_REQUEST', { reason }),
    methodNotAllowed: () => new AppError('METHOD_NOT_ALLOWED'),
    tooLarge: (limit: number) => new AppError('PAYLOAD_TOO_LARGE', { limit }),
    foreignOrigin: () => new AppError('ORIGIN_NOT_ALLOWED'),
    unsupportedMediaType: () => new AppError('UNSUPPORTED_MEDIA_TYPE'),
    deadlineExceeded: (seconds: number) => new AppError('DEADLINE_EXCEEDED', { seconds }),
  },
  input: {
    invalid: (field: string, reason: string | Localised) =>
      new AppError('BAD_USER_INPUT', { field, reason }, field.split('.')),
  },
  cursor: { bad: () => new AppError('BAD_CURSOR', {}, ['after']) },
  object: { notFound: (field: string) => new AppError('NOT_FOUND', { field }, [field]) },
  mutation: {
    keyInvalid: (max: number) =>
      new AppError('IDEMPOTENCY_KEY_INVALID', { max }, ['clientMutationId']),
    keyReused: () => new AppError('IDEMPOTENCY_CONFLICT', {}, ['clientMutationId']),
  },
  stream: {
    tooManyWatched: (max: number) => new AppError('TOO_MANY_WATCHED', { max }, ['vacancyIds']),
    /** `cursor`: behind the last event that was read. */
    tooSlow: (cursor: string) => new AppError('SUBSCRIBER_TOO_SLOW', { cursor }),
  },
  simulation: {
    budgetSpent: (limit: number, minutes: number) =>
      new AppError('SIMULATION_BUDGET_SPENT', { limit, minutes }),
  },
  candidate: {
    only: () => new AppError('CANDIDATE_ONLY'),
    notMatched: (reason: Localised) => new AppError('NOT_MATCHED', { reason }),
  },
  file: {
    typeNotAccepted: () => new AppError('FILE_TYPE_NOT_ACCEPTED'),
    notReadable: (reason: Localised) => new AppError('FILE_NOT_READABLE', { reason }),
  },
  version: {
    conflict: (version: number) => new AppError('CONFLICT', { version }, ['expectedVersion']),
  },
  employer: { only: () => new AppError('EMPLOYER_ONLY') },
  office: {
    only: () => new AppError('OFFICE_ONLY'),
    auditorOnly: () => new AppError('AUDITOR_ONLY'),
    readingLimit: (max: number) => new AppError('READING_LIMIT_REACHED', { max }),
    ownMatter: (years: number) => new AppError('OWN_MATTER', { years }),
  },
  auth: {
    required: () => new AppError('UNAUTHENTICATED'),
    secondFactor: () => new AppError('SECOND_FACTOR_MISSING'),
  },
  signIn: {
    elsewhere: () => new AppError('SIGN_IN_ELSEWHERE'),
    tooMany: (minutes: number) => new AppError('TOO_MANY_CODES', { minutes }),
  },
  service: {
    unavailable: (seconds: number, cause?: unknown) =>
      new AppError('SERVICE_UNAVAILABLE', { seconds }, [], { cause }),
  },
};
