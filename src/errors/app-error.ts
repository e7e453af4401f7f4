import { type ErrorCode, errorCatalogue } from './catalogue';
import type { ErrorDefinition, LogLevel } from './definition';
import type { Localised } from './reasons';

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

/** What another endpoint of this server refused with: said again in its words, in the language it was asked in. */
export class RelayedError extends AppError {
  constructor(
    code: ErrorCode,
    parameters: ErrorParameters,
    readonly told: string,
    field: readonly string[] = [],
  ) {
    super(code, parameters, field);
  }
}
