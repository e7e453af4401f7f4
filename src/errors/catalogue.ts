import { candidateErrors } from './areas/candidates';
import { contactErrors } from './areas/contacts';
import { employerErrors } from './areas/employers';
import { fraudErrors } from './areas/fraud';
import { identityNumberErrors } from './areas/identity-numbers';
import { inputErrors } from './areas/input';
import { matchingErrors } from './areas/matching';
import { requestErrors } from './areas/request';
import { roleErrors } from './areas/roles';
import { serviceErrors } from './areas/service';
import { signInErrors } from './areas/sign-in';
import { termErrors } from './areas/terms';
import { vacancyErrors } from './areas/vacancies';
import { webhookErrors } from './areas/webhooks';
import type { ErrorDefinition } from './definition';

/**
 * The error catalogue: one entry a code, stable for clients, listed in docs/ERRORS.md (a test compares both, and writes the list).
 * `{name}` in a message is filled from the parameters; no message carries personal data.
 */
export const errorCatalogue = {
  ...requestErrors,
  ...inputErrors,
  ...roleErrors,
  ...signInErrors,
  ...candidateErrors,
  ...identityNumberErrors,
  ...employerErrors,
  ...vacancyErrors,
  ...contactErrors,
  ...matchingErrors,
  ...termErrors,
  ...fraudErrors,
  ...webhookErrors,
  ...serviceErrors,
} as const satisfies Record<string, ErrorDefinition>;

type Catalogue = typeof errorCatalogue;
export type ErrorCode = keyof Catalogue;

/** A code that a caller must handle: it travels in `userErrors`, never as a failed request. */
export type ProblemCode = {
  [C in ErrorCode]: Catalogue[C]['isProblem'] extends true ? C : never;
}[ErrorCode];

export const problemCodes = (Object.keys(errorCatalogue) as ErrorCode[]).filter(
  (code): code is ProblemCode => errorCatalogue[code].isProblem,
);
