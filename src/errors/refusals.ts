import { AppError } from './app-error';
import { type Localised, reasons } from './reasons';

/** Factories by topic, so that a call site reads as a sentence. */
export const errors = {
  request: {
    bad: (reason: Localised) => new AppError('BAD_REQUEST', { reason }),
    /** An address of this service under which nothing is. */
    unknownAddress: () => new AppError('NOT_FOUND', { field: reasons.address }, ['address']),
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
