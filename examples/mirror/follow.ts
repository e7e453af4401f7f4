import { setTimeout as delay } from 'node:timers/promises';
import { download } from './download';
import type { Source } from './source';
import type { Store } from './store';

export interface Following {
  readonly source: Source;
  readonly store: Store;
  readonly notice: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Brings the copy up to date: from its cursor where that is still good, else from a new snapshot. */
export async function catchUp({ source, store, notice, signal }: Following): Promise<void> {
  for (let hasMore = true; hasMore; ) {
    if (store.cursor === null) {
      store.begin(await download(source, store.draft, signal));
      notice(`Begun with ${store.records.size} vacancies`);
    }
    const page = await source.changesAfter(store.cursor ?? '');
    if (page.gap === null) {
      store.apply(page.changes, page.cursor);
      hasMore = page.hasMore;
    } else {
      notice(`The cursor can no longer be gone on from (${page.gap}): beginning anew`);
      store.begin(await download(source, store.draft, signal));
    }
  }
}

/** Keeps the copy up to date until the signal aborts. */
export async function follow(following: Following, pollMs: number): Promise<void> {
  const { signal, store } = following;
  while (!signal.aborted) {
    await catchUp(following);
    await delay(pollMs, undefined, { signal });
  }
  store.merge();
}
