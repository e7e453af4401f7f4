import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRaw } from 'node:zlib';
import type { EntityManager } from 'typeorm';
import { blankShown } from '../../matching/shown-place';
import { VISIBLE_DEPTH } from '../matching/rank-candidates';
import { decodePlaces, PLACE_BYTES } from '../rankings/frozen-order';

const inflate = promisify(inflateRaw);
const deflate = promisify(deflateRaw);

/** Deflate gains nothing on random bytes and adds less than this to a short text. */
const HEAD_BYTES = VISIBLE_DEPTH * PLACE_BYTES + 100;
const SNAPSHOTS_AT_ONCE = 500;

/**
 * Blanks what frozen orders show of people who are gone; their places, without a name, stay. Returns how many orders.
 *
 * Cost: a query for 500 orders that still show anything (a day's), of each the first 800 bytes; 2 queries for each that
 * shows one of these people.
 */
export async function stripSnapshots(
  manager: EntityManager,
  people: ReadonlySet<number>,
): Promise<number> {
  let stripped = 0;
  for (let after: string | null = null; ; ) {
    const rows: { id: string; head: Buffer }[] = await manager.query(
      `SELECT id, substring(places FROM 1 FOR ${HEAD_BYTES}) AS head FROM ranking_snapshots
       WHERE shown IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT ${SNAPSHOTS_AT_ONCE}`,
      [after],
    );
    for (const { id, head } of rows) {
      const gone = await placesOf(head, people);
      if (gone.length === 0) continue;
      await blankPlaces(manager, id, gone);
      stripped += 1;
    }
    if (rows.length < SNAPSHOTS_AT_ONCE) return stripped;
    after = rows.at(-1)?.id ?? null;
  }
}

/** Where among the first places these people stand. */
async function placesOf(head: Buffer, people: ReadonlySet<number>): Promise<number[]> {
  // The rest of the order is not read, so its end is missing.
  const bytes = await inflate(head, { finishFlush: constants.Z_SYNC_FLUSH });
  const whole = Math.min(bytes.length - (bytes.length % PLACE_BYTES), VISIBLE_DEPTH * PLACE_BYTES);
  return decodePlaces(bytes.subarray(0, whole), 0).flatMap(({ person }, index) =>
    people.has(person) ? [index] : [],
  );
}

async function blankPlaces(manager: EntityManager, id: string, gone: readonly number[]) {
  const [row] = await manager.query<{ shown: Buffer | null }[]>(
    'SELECT shown FROM ranking_snapshots WHERE id = $1 FOR UPDATE',
    [id],
  );
  if (!row?.shown) return;
  const blanked = await deflate(blankShown(await inflate(row.shown), gone), {
    level: constants.Z_BEST_SPEED,
  });
  await manager.query('UPDATE ranking_snapshots SET shown = $2 WHERE id = $1', [id, blanked]);
}
