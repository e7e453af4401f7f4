/** An item that fails on its own, with its error. */
export interface Failure<T> {
  item: T;
  error: unknown;
}

/**
 * Tries all items at once; when that fails, each half, and so on: the failing items are returned, all others are
 * done.
 *
 * Errors: whatever `isOutage` recognises: then no item is to blame.
 * Cost: 1 attempt when all is well, about 2·log₂(n) more for each bad item.
 */
export async function isolateFailures<T>(
  items: readonly T[],
  attempt: (items: readonly T[]) => Promise<void>,
  isOutage: (error: unknown) => boolean,
): Promise<Failure<T>[]> {
  const [first] = items;
  if (first === undefined) return [];
  try {
    await attempt(items);
    return [];
  } catch (error) {
    if (isOutage(error)) throw error;
    if (items.length === 1) return [{ item: first, error }];
  }
  const half = Math.ceil(items.length / 2);
  return [
    ...(await isolateFailures(items.slice(0, half), attempt, isOutage)),
    ...(await isolateFailures(items.slice(half), attempt, isOutage)),
  ];
}
