import type { ErrorParameters, ProblemCode } from '../errors';

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
