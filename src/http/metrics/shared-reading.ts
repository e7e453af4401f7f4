/**
 * What several gauges of one scrape show, read once for all of them.
 *
 * Shape: null where it cannot be read.
 */
export function sharedReading<T>(read: () => Promise<T>): () => Promise<T | null> {
  let reading: Promise<T | null> | null = null;
  return () => {
    reading ??= read()
      .catch(() => null)
      .finally(() => {
        reading = null;
      });
    return reading;
  };
}
