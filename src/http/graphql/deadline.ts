import { errors } from '../../errors';
import { limits } from '../../limits';

/**
 * What `work` gives, or a refusal once the deadline passes; `controller` is aborted then.
 *
 * Errors: DEADLINE_EXCEEDED.
 */
export async function withinDeadline<T>(
  controller: AbortController,
  work: () => Promise<T>,
  deadlineMs: number = limits.deadlineMs,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      controller.abort();
      reject(errors.request.deadlineExceeded(deadlineMs / 1000));
    }, deadlineMs);
  });
  try {
    return await Promise.race([work(), expiry]);
  } finally {
    clearTimeout(timer);
  }
}
