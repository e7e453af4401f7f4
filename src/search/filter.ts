declare const rendered: unique symbol;

/** A Meilisearch filter that never is empty; only this file makes one. */
export type Filter = string & { readonly [rendered]: true };

/**
 * Builds filters over the attributes `A` of one index.
 *
 * Errors: RangeError on an empty list or a number that is not finite, since Meilisearch reads an empty filter
 * as "everything"; also on a lone surrogate, which is no text.
 */
export function filterOn<A extends string>() {
  return {
    is: (attribute: A, value: string | number | boolean): Filter =>
      `${attribute} = ${literal(value)}` as Filter,
    isAnyOf: (attribute: A, values: readonly (string | number)[]): Filter =>
      `${attribute} IN [${some(values).map(literal).join(', ')}]` as Filter,
    isAtLeast: (attribute: A, value: number): Filter =>
      `${attribute} >= ${literal(value)}` as Filter,
    isAtMost: (attribute: A, value: number): Filter =>
      `${attribute} <= ${literal(value)}` as Filter,
    isMissing: (attribute: A): Filter => `${attribute} IS NULL` as Filter,
    isStated: (attribute: A): Filter => `${attribute} IS NOT NULL` as Filter,
    isWithin: (latitude: number, longitude: number, metres: number): Filter =>
      `_geoRadius(${[latitude, longitude, metres].map(literal).join(', ')})` as Filter,
  };
}

/** All of the filters hold. */
export function allOf(filters: readonly Filter[]): Filter {
  return some(filters)
    .map((filter) => `(${filter})`)
    .join(' AND ') as Filter;
}

/** At least one of the filters holds. */
export function anyOf(filters: readonly Filter[]): Filter {
  return some(filters)
    .map((filter) => `(${filter})`)
    .join(' OR ') as Filter;
}

function some<T>(values: readonly T[]): readonly T[] {
  if (values.length === 0) throw new RangeError('An empty filter would select everything');
  return values;
}

function literal(value: string | number | boolean): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('A filter needs a finite number');
    return String(value);
  }
  if (typeof value === 'boolean') return String(value);
  if (/\p{Surrogate}/u.test(value)) throw new RangeError('A filter needs well-formed text');
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
