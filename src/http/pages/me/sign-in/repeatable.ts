/** As long as an impatient person may tap again. */
const KEPT_MS = 20_000;
const MOST = 1_000;

/**
 * Gives an attempt that is sent twice the answer of the first one: a code opens one session, so that without this the
 * second of two taps would be refused and its page replace the first one's.
 *
 * Shape: `key` is known to nobody but the browser that holds the cookie. Cost: what the last seconds told, in memory.
 */
export function repeatable<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key, work) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const [oldest] = kept.keys();
    if (kept.size >= MOST && oldest !== undefined) kept.delete(oldest);
    const answer = work();
    kept.set(key, answer);
    setTimeout(() => kept.delete(key), KEPT_MS).unref();
    return answer;
  };
}
