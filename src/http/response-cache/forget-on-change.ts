import { setMaxListeners } from 'node:events';
import type { Aggregate } from '../../changes/outbox';
import type { Tail } from '../../changes/tail';
import { pause } from '../../changes/wake';
import type { ResponseCache } from './response-cache';

/** What public answers are made of. */
const SHOWN: ReadonlySet<Aggregate> = new Set(['vacancy', 'employer', 'taxonomy', 'term']);
const RETRY_MS = 500;

/** Lets the cache forget whenever something that it shows changes, in any process; what comes back ends it. */
export function forgetOnChange(
  tail: Tail,
  cache: Pick<ResponseCache, 'forget'>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  setMaxListeners(0, signal);
  const following = follow(tail, cache, signal, onError);
  return async () => {
    ending.abort();
    await following;
  };
}

async function follow(
  tail: Tail,
  cache: Pick<ResponseCache, 'forget'>,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const { newest } = await tail.source.bounds();
      // Answers from before this place may lack what was not told here.
      cache.forget();
      for await (const events of tail.follow(newest, { signal })) {
        if (events.some(({ aggregate }) => SHOWN.has(aggregate))) cache.forget();
      }
    } catch (error) {
      if (!signal.aborted) onError(error);
      await pause(RETRY_MS, signal);
    }
  }
}
