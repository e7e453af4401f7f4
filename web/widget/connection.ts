/** How long a line that came back may still not carry: browsers tell of it as soon as there is a network at all. */
const UNSTEADY_MS = 15_000;
const PAUSE_MS = 2000;

let backAt = Number.NEGATIVE_INFINITY;
window.addEventListener('online', () => {
  backAt = performance.now();
});

/** Whether a question failed for want of a connection, rather than of an answer. */
export const isOffline = (): boolean =>
  !navigator.onLine || performance.now() - backAt < UNSTEADY_MS;

/** Calls `again` once there is a connection (or soon, where it has just come back), unless `signal` ends the waiting. */
export function whenConnected(again: () => void, signal: AbortSignal): void {
  if (!navigator.onLine) {
    window.addEventListener('online', again, { once: true, signal });
    return;
  }
  const timer = setTimeout(again, PAUSE_MS);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
