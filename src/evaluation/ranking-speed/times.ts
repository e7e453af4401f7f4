/** Starts; the milliseconds since then whenever it is asked. */
export function stopwatch(): () => number {
  const start = process.hrtime.bigint();
  return () => round(Number(process.hrtime.bigint() - start) / 1e6);
}

/** Count and percentiles by nearest rank, in milliseconds. */
export function percentiles(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  return { rankings: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95) };
}

export const mean = (times: readonly number[]) =>
  times.reduce((a, b) => a + b, 0) / Math.max(1, times.length);

export const round = (value: number) => Math.round(value * 100) / 100;
