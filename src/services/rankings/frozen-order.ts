import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRaw } from 'node:zlib';
import type { RankingSnapshot } from '../../entities';
import type { Match } from '../../matching/core/explain';
import type { RankedPlace } from '../../matching/ranker';
import { readShown } from '../../matching/shown-place';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** One place of a frozen order. */
export interface FrozenPlace {
  /** Number for the engines: never leaves the process. */
  readonly person: number;
  readonly scoreBp: number;
  readonly verdict: Match['verdict'];
}

const VERDICTS: readonly Match['verdict'][] = ['STRONG', 'POSSIBLE', 'STRETCH', 'NOT_ELIGIBLE'];

/** Person 4 bytes, score 2, verdict 1. */
export const PLACE_BYTES = 7;

/** The places as bytes, the same on every machine. */
function encodePlaces(places: readonly FrozenPlace[]): Buffer {
  const bytes = Buffer.alloc(places.length * PLACE_BYTES);
  places.forEach(({ person, scoreBp, verdict }, index) => {
    const at = index * PLACE_BYTES;
    bytes.writeUInt32LE(person, at);
    bytes.writeUInt16LE(scoreBp, at + 4);
    bytes.writeUInt8(VERDICTS.indexOf(verdict), at + 6);
  });
  return bytes;
}

/**
 * The places in their order, each with its rank: one more than there are places with a higher score.
 *
 * Errors: RangeError for bytes that `encodePlaces` did not make.
 */
export function decodePlaces(bytes: Buffer, lastTiedWith: number): RankedPlace[] {
  if (bytes.length % PLACE_BYTES !== 0) throw new RangeError('A frozen order is cut off');
  const places: FrozenPlace[] = [];
  const atScore = new Map<number, { rank: number; count: number }>();
  for (let at = 0; at < bytes.length; at += PLACE_BYTES) {
    const scoreBp = bytes.readUInt16LE(at + 4);
    const verdict = VERDICTS[bytes.readUInt8(at + 6)];
    places.push({ person: bytes.readUInt32LE(at), scoreBp, verdict });
    const group = atScore.get(scoreBp);
    if (group) group.count += 1;
    else atScore.set(scoreBp, { rank: places.length, count: 1 });
  }
  const lastScore = places.at(-1)?.scoreBp;
  return places.map((place) => {
    const { rank = 0, count = 0 } = atScore.get(place.scoreBp) ?? {};
    return { ...place, rank, tiedWith: place.scoreBp === lastScore ? lastTiedWith : count - 1 };
  });
}

/**
 * Where a person stands in a complete order; null for whoever does not.
 *
 * Cost: O(places), about a millisecond for 300,000.
 */
export function findPlace(bytes: Buffer, person: number): (RankedPlace & { index: number }) | null {
  const scoreAt = (at: number) => bytes.readUInt16LE(at + 4);
  for (let at = 0; at < bytes.length; at += PLACE_BYTES) {
    if (bytes.readUInt32LE(at) !== person) continue;
    const scoreBp = scoreAt(at);
    let first = at;
    while (first > 0 && scoreAt(first - PLACE_BYTES) === scoreBp) first -= PLACE_BYTES;
    let end = at + PLACE_BYTES;
    while (end < bytes.length && scoreAt(end) === scoreBp) end += PLACE_BYTES;
    return {
      person,
      scoreBp,
      verdict: VERDICTS[bytes.readUInt8(at + 6)],
      index: at / PLACE_BYTES,
      rank: first / PLACE_BYTES + 1,
      tiedWith: (end - first) / PLACE_BYTES - 1,
    };
  }
  return null;
}

/** The bytes that `encodePlaces` made, of a snapshot. */
export const inflatePlaces = (places: Buffer): Promise<Buffer> => inflate(places);

/** What a snapshot stores; `shown` as `writeShown` makes it. Cost: about 2 ms for 100 shown places, off the main thread. */
export async function freeze(places: readonly FrozenPlace[], shown: Uint8Array) {
  const bytes = encodePlaces(places);
  // The fastest level: matches repeat one another, so the slower ones gain little.
  const options = { level: constants.Z_BEST_SPEED };
  const [packedPlaces, packedShown] = await Promise.all([
    deflate(bytes, options),
    deflate(shown, options),
  ]);
  return { bytes, places: packedPlaces, shown: packedShown };
}

/** The places of a snapshot, and what one of the first of them shows; nothing once that is forgotten. */
export async function thaw({ places, shown, lastTiedWith }: RankingSnapshot) {
  const [bytes, text] = await Promise.all([inflate(places), shown && inflate(shown)]);
  return {
    places: decodePlaces(bytes, lastTiedWith),
    shownAt: readShown(text ?? Buffer.alloc(0)),
  };
}

/** SHA-256 over everything that makes the order: what it was computed from and by, and every place. */
export function digestOrder(
  made: Pick<
    RankingSnapshot,
    'vacancyId' | 'vacancyVersion' | 'seq' | 'algorithmVersion' | 'taxonomyVersion'
  >,
  places: Buffer,
): Buffer {
  const { vacancyId, vacancyVersion, seq, algorithmVersion, taxonomyVersion } = made;
  return createHash('sha256')
    .update(JSON.stringify([vacancyId, vacancyVersion, seq, algorithmVersion, taxonomyVersion]))
    .update(places)
    .digest();
}
