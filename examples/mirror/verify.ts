import { readFileSync } from 'node:fs';
import { download } from './download';
import { removeIfThere } from './files';
import { catchUp, type Following } from './follow';
import { fromLines, type Records, toLines } from './records';

/** The ids that the copy and the source do not have alike; none = equal byte for byte. */
export interface Comparison {
  readonly count: number;
  readonly differing: readonly string[];
}

/** While much happens both sides are read on some times, since they cannot stand at one place. */
const MOST_ROUNDS = 10;

/** Compares the copy with a snapshot of now, both brought up to the newest change. */
export async function verify(following: Following): Promise<Comparison> {
  const { source, store, signal } = following;
  const file = store.draft;
  let cursor = await download(source, file, signal);
  const fresh = fromLines(readFileSync(file, 'utf8'));
  removeIfThere(file);
  for (let round = 1; ; round += 1) {
    await catchUp(following);
    cursor = await readOn(following, fresh, cursor);
    const differing = compare(store.records, fresh);
    if (differing.length === 0 || round === MOST_ROUNDS) {
      return { count: fresh.size, differing };
    }
  }
}

async function readOn({ source }: Following, records: Records, start: string): Promise<string> {
  let cursor = start;
  for (let hasMore = true; hasMore; ) {
    const page = await source.changesAfter(cursor);
    for (const { vacancyId, record } of page.changes) {
      if (record === null) records.delete(vacancyId);
      else records.set(vacancyId, record);
    }
    cursor = page.cursor;
    hasMore = page.hasMore;
  }
  return cursor;
}

function compare(own: Records, fresh: Records): string[] {
  if (toLines(own) === toLines(fresh)) return [];
  const ids = new Set([...own.keys(), ...fresh.keys()]);
  return [...ids].filter((id) => own.get(id) !== fresh.get(id));
}
