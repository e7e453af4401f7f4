const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** When a message that failed is sent again, and what its failing means. */
export interface RetryPolicy {
  /** Behind the first, second … failure in a row; the last one behind all others. */
  readonly delaysMs: readonly number[];
  /** Failures for so long stop the webhook, until somebody resumes it. */
  readonly disabledAfterMs: number;
}

/** Source: our choice, like the example of Standard Webhooks; five days lie well within what is kept of the events. */
export const retryPolicy: RetryPolicy = {
  delaysMs: [
    5 * SECOND_MS,
    30 * SECOND_MS,
    2 * MINUTE_MS,
    10 * MINUTE_MS,
    30 * MINUTE_MS,
    2 * HOUR_MS,
    5 * HOUR_MS,
    10 * HOUR_MS,
  ],
  disabledAfterMs: 5 * 24 * HOUR_MS,
};

/** A webhook that has failed for so long shows as failing. */
export const FAILING_AFTER_MS = HOUR_MS;

/** A delay is up to so much shorter or longer, so that webhooks that failed together do not come back together. */
const JITTER = 0.2;

/**
 * How long to wait behind a number of failures in a row.
 *
 * Shape: `failures` from 1; `random` in [0, 1).
 */
export function delayMs(
  { delaysMs }: Pick<RetryPolicy, 'delaysMs'>,
  failures: number,
  random: number,
): number {
  const delay = delaysMs[Math.min(failures, delaysMs.length) - 1] ?? 0;
  return Math.round(delay * (1 - JITTER + 2 * JITTER * random));
}
