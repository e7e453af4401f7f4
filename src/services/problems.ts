import type { ErrorCode, ErrorParameters } from '../errors';

/** Codes of outcomes that a caller must handle: they travel as `userErrors`, never as a failed request. */
export const problemCodes = [
  'FIELD_REQUIRED',
  'TEXT_INVALID',
  'UNKNOWN_REFERENCE',
  'DUPLICATE_ENTRY',
  'TERM_TAKEN',
  'TERM_INVALID',
  'TERM_MEANINGLESS',
  'TERM_NOT_MAPPED',
  'CONSENT_TEXT_OUTDATED',
  'CONSENT_REQUIRED',
  'VACANCY_CLOSED',
  'ALREADY_APPLIED',
  'NOT_INVITABLE',
  'REQUIREMENT_MISMATCH',
  'WAGE_RANGE_INVALID',
  'VALIDITY_PAST',
  'VALIDITY_TOO_LONG',
  'STATE_NOT_ALLOWED',
  'EMPLOYER_NOT_VERIFIED',
  'BUSINESS_NUMBER_INVALID',
  'VISIT_NEEDED',
  'PERIOD_INVALID',
  'LAST_OWNER',
  'CODE_INVALID',
  'URL_NOT_ALLOWED',
  'LIMIT_REACHED',
  'CONFIRMATION_MISSING',
  'IDENTITY_NUMBER_INVALID',
  'ADDRESS_INVALID',
  'CHANNEL_MISSING',
  'DELIVERY_FAILED',
  'SIGN_IN_REFUSED',
  'SECOND_FACTOR_REQUIRED',
  'SECOND_FACT_REQUIRED',
  'FACTOR_EXISTS',
  'FACTOR_MISSING',
  'ADDRESS_TAKEN',
  'ACCOUNT_SHARED',
  'RECOVERY_REQUIRED',
  'ALREADY_REGISTERED',
  'GUARDIAN_CONSENT_REQUIRED',
  'BIRTH_DATE_DIFFERS',
  'DATE_INVALID',
  'SEARCH_STATE_NOT_ALLOWED',
  'OBJECTION_OPEN',
  'MERGE_NOT_POSSIBLE',
  'IDENTITY_NUMBERS_DIFFER',
  'UNDO_NOT_POSSIBLE',
  'DAILY_LIMIT_REACHED',
  'REMEDY_MISMATCH',
] as const satisfies readonly ErrorCode[];
export type ProblemCode = (typeof problemCodes)[number];

/** One reason why nothing was changed, with the path of the input field that it is about. */
export interface Problem {
  code: ProblemCode;
  path: readonly string[];
  parameters: ErrorParameters;
}

/** What a use case hands back: the value, or why there is none. */
export type Outcome<T> =
  | { value: T; problems: readonly [] }
  | { value: null; problems: readonly Problem[] };

export const done = <T>(value: T): Outcome<T> => ({ value, problems: [] });
export const refused = <T>(problems: readonly Problem[]): Outcome<T> => ({ value: null, problems });

/** A problem about the input field at `path` (dotted). */
export const problem = (
  code: ProblemCode,
  path: string,
  parameters: ErrorParameters = {},
): Problem => ({ code, path: path.split('.'), parameters: { field: path, ...parameters } });
