import { createHash } from 'node:crypto';
import type { Lang } from '../../errors';
import type { OperationRequest } from '../admission/admit';

/**
 * Under what the answer to an operation is kept: equal for equal texts, names, variables, languages and
 * origins of links.
 *
 * Shape: SHA-256, so that no word that somebody searched for stays in memory with it.
 */
export function answerKey(
  { query, operationName, variables }: OperationRequest,
  { lang, origin }: { lang: Lang; origin: string },
): string {
  const asked = [query, operationName ?? null, sorted(variables ?? {})];
  const text = JSON.stringify([...asked, lang, origin]);
  return createHash('sha256').update(text).digest('base64');
}

/** The same value with the keys of its objects in order; null stays, since it is not the default. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
