import { errors, reasons } from '../../errors';
import { limits } from '../../limits';
import type { PlaceOf } from './variable-places';

const LONE_SURROGATE = /\p{Surrogate}/u;

/** A NUL character, which PostgreSQL cannot store, or half a surrogate pair, which is no text. */
export function isUnsafeText(text: string): boolean {
  return text.includes('\u0000') || LONE_SURROGATE.test(text);
}

/**
 * Refuses variables with text that no column can hold, or nested beyond any input type.
 *
 * Errors: BAD_USER_INPUT with the path of the value.
 */
export function checkVariables(
  variables: Readonly<Record<string, unknown>>,
  placeOf: PlaceOf,
): void {
  for (const [name, value] of Object.entries(variables)) checkValue(value, [placeOf(shown(name))]);
}

function checkValue(value: unknown, path: readonly string[]): void {
  if (typeof value === 'string') {
    if (isUnsafeText(value)) throw errors.input.invalid(path.join('.'), reasons.unsafeText);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (path.length > limits.maxVariableDepth) {
    throw errors.input.invalid(path[0] ?? 'variables', reasons.tooDeep);
  }
  for (const [key, inner] of Object.entries(value)) checkValue(inner, [...path, shown(key)]);
}

/** Names and places in lists; anything else may be what somebody typed in the wrong place. */
const shown = (key: string): string => (/^([A-Za-z_]\w{0,63}|\d{1,4})$/.test(key) ? key : '?');
