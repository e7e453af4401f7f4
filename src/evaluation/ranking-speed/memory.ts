/** Objects and typed arrays together, after a collection where Node.js was started with `--expose-gc`. */
export function memoryInUse(): number {
  // Twice: the first finds the arrays that the second gives back.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
