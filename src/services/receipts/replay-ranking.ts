import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { RankingLogRow, RankingSeal, RankingSnapshot } from '../../entities';
import { toHex } from '../../matching/core/bytes';
import { merkleRoot } from '../../matching/core/merkle';
import { type LineFrame, widthOf } from '../../matching/core/packed-lines';
import { hashLogEntry } from '../../matching/core/ranking-log';
import { recomputeScore, recomputeVerdict } from '../../matching/core/recompute';
import { HASH_BYTES } from '../../matching/core/sha256';
import type { SealedOrder, StatementLine } from '../../matching/core/statement';
import type { RankedPlace } from '../../matching/ranker';
import { decodePlaces, inflatePlaces } from '../rankings/frozen-order';
import type { RunAs } from '../transaction';
import { blind } from './blind';
import { hashOf, statePlace } from './leaf';
import { nativeHash } from './native-hash';
import { PLACES_A_TURN, SUBTREE_LEAVES } from './seal-order';
import { toLogEntry } from './seal-rows';
import { readSecrets } from './secret-rows';

/** Whether a leaf was recomputed: to what is kept, to something else, or not, since the person is gone. */
export const leafStates = ['MATCHING', 'DIFFERING', 'SALT_DESTROYED'] as const;

/** One place of a sealed order; who stands there is not told. */
export interface ReplayedPlace {
  readonly state: (typeof leafStates)[number];
  readonly place: RankedPlace;
  readonly leafHash: Buffer;
  /** Null where the salt is destroyed, and the lines with it. */
  readonly lines: readonly StatementLine[] | null;
}

/** What a recomputation of a sealed order found. */
export interface RankingReplay {
  readonly snapshot: RankingSnapshot;
  /** Places of the order, each with a leaf. */
  readonly leaves: number;
  /** Recomputed to the same hash, with a score and a verdict that follow from the lines. */
  readonly matching: number;
  /** Not recomputed: the person is gone, and the salt with them. */
  readonly saltDestroyed: number;
  /** Recomputed to something else. */
  readonly differing: number;
  /** A place again, from 0; null behind the last. */
  placeAt(index: number): ReplayedPlace | null;
  /** The leaf hashes that are kept lead to the digest. */
  readonly isRootMatching: boolean;
  /** The public log names this root, and its entry follows from the one before it. */
  readonly isLogged: boolean;
}

/**
 * Recomputes a sealed order from what is kept of it; null for a snapshot that is not sealed, as for a missing one.
 *
 * Cost: 4 queries and some 25 microseconds a place, in turns of 2 milliseconds.
 */
export const replayRanking =
  ({ readAs }: { readAs: RunAs }) =>
  async (snapshotId: string): Promise<RankingReplay | null> => {
    const kept = await readAs('system', (manager) => readKept(manager, snapshotId));
    if (kept === null) return null;
    const { snapshot, seal, places } = kept;
    const roots = Buffer.from(
      await inTurns(places.length, SUBTREE_LEAVES, (from, to) =>
        merkleRoot(nativeHash, seal.leaves.subarray(from * HASH_BYTES, to * HASH_BYTES)),
      ).then((all) => all.flatMap((root) => [...root])),
    );
    const replayAt = placeReplayer(kept);
    const states = await inTurns(places.length, PLACES_A_TURN, (from, to) =>
      places.slice(from, to).map((_, offset) => replayAt(from + offset).state),
    ).then((all) => all.flat());
    const count = (wanted: ReplayedPlace['state']) =>
      states.filter((state) => state === wanted).length;
    return {
      snapshot,
      leaves: places.length,
      matching: count('MATCHING'),
      saltDestroyed: count('SALT_DESTROYED'),
      differing: count('DIFFERING'),
      placeAt: (index) => (index < places.length ? replayAt(index) : null),
      isRootMatching:
        seal.leaves.length === places.length * HASH_BYTES &&
        snapshot.digest.equals(merkleRoot(nativeHash, roots)),
      isLogged: isLogged(kept),
    };
  };

interface Kept {
  snapshot: RankingSnapshot;
  seal: RankingSeal;
  places: readonly RankedPlace[];
  secrets: ReadonlyMap<number, Uint8Array>;
  logged: RankingLogRow | null;
}

async function readKept(manager: EntityManager, snapshotId: string): Promise<Kept | null> {
  const seal = await manager.findOneBy(RankingSeal, { snapshotId });
  const snapshot = seal && (await manager.findOneBy(RankingSnapshot, { id: snapshotId }));
  if (!snapshot) return null;
  const places = decodePlaces(await inflatePlaces(snapshot.places), snapshot.lastTiedWith);
  const people = places.map(({ person }) => person);
  const secrets = await readSecrets(manager, people);
  const logged = await manager.findOneBy(RankingLogRow, { snapshotId });
  return { snapshot, seal, places, secrets, logged };
}

/** Recomputes a place: do its lines and its person's salt give the leaf that is kept, does its score follow from them? */
function placeReplayer({ snapshot, seal, places, secrets }: Kept) {
  const frame = JSON.parse(seal.frame) as LineFrame;
  const width = widthOf(frame);
  const order: SealedOrder = {
    snapshotId: snapshot.id,
    vacancyId: snapshot.vacancyId,
    vacancyVersion: snapshot.vacancyVersion,
    dataAsOf: Number(snapshot.seq),
    algorithmVersion: snapshot.algorithmVersion,
    taxonomyVersion: snapshot.taxonomyVersion,
    eligible: places.length,
  };
  return (index: number): ReplayedPlace => {
    const place = places[index];
    const leafHash = seal.leaves.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
    const secret = secrets.get(place.person);
    if (!secret) return { state: 'SALT_DESTROYED', place, leafHash, lines: null };
    const kept = seal.lines.subarray(index * width, (index + 1) * width);
    const opened = blind(secret, snapshot.id, kept);
    const statement = statePlace(order, place, frame, opened.lines);
    const { scoreBp, verdict, lines, checks } = statement;
    const isSame =
      kept.length === width &&
      leafHash.equals(hashOf(statement, opened.salt)) &&
      recomputeScore(lines) === scoreBp &&
      recomputeVerdict(scoreBp, checks) === verdict;
    return { state: isSame ? 'MATCHING' : 'DIFFERING', place, leafHash, lines };
  };
}

function isLogged({ snapshot, logged }: Kept): boolean {
  if (logged === null || !logged.root.equals(snapshot.digest)) return false;
  const hash = hashLogEntry(nativeHash, logged.previousHash, toLogEntry(logged));
  return toHex(hash) === toHex(logged.entryHash);
}

/** Works through places some at a time, so that others get their turn on this thread. */
async function inTurns<T>(
  count: number,
  atOnce: number,
  work: (from: number, to: number) => T,
): Promise<T[]> {
  const results: T[] = [];
  for (let from = 0; from < count; from += atOnce) {
    results.push(work(from, Math.min(from + atOnce, count)));
    await nextTurn();
  }
  return results;
}
