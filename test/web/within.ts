/**
 * What a promise gives; an error that says what was waited for when it takes too long: `evaluate` and events of a
 * page have no limit of their own.
 */
export async function within<T>(limitMs: number, awaited: string, promise: Promise<T>): Promise<T> {
  // Made here, so that its stack tells who waits.
  const error = new Error(`Waited ${limitMs / 1_000} s in vain for ${awaited}`);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(error), limitMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
