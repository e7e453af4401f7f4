import type { EntityManager } from 'typeorm';
import { RankingLogRow, ReceiptSecret } from '../../entities';
import { errors } from '../../errors';
import { toHex } from '../../matching/core/bytes';
import { inclusionPath } from '../../matching/core/merkle';
import type { LineFrame } from '../../matching/core/packed-lines';
import { RECEIPT_FORM, type Receipt } from '../../matching/core/read-receipt';
import { HASH_BYTES } from '../../matching/core/sha256';
import { toFields } from '../../matching/core/statement';
import { findOwnCandidate } from '../candidates/own-candidate';
import { findPlace, inflatePlaces } from '../rankings/frozen-order';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';
import { blind } from './blind';
import { statePlace } from './leaf';
import { toChained } from './list-log';
import { nativeHash } from './native-hash';
import { SUBTREE_LEAVES } from './seal-order';
import { sealedOrders, type WantedReceipt } from './sealed-place';

/**
 * The signed-in person's proof of having been considered.
 *
 * Errors: NOT_FOUND, alike for no such order, an order without this person, an account that is no person's and a
 * person whose secret is gone.
 * Cost: 5 queries, 1 more for each newer order without the person; 260 hashes.
 */
export const findReceipt =
  ({ readAs }: { readAs: RunAs }) =>
  async (viewer: Viewer, wanted: WantedReceipt): Promise<Receipt> => {
    const own = await findOwnCandidate(readAs, viewer);
    const secret =
      own &&
      (await readAs(`candidate:${own.id}`, (manager) =>
        manager.findOneBy(ReceiptSecret, { candidateId: own.id }),
      ));
    const receipt =
      secret &&
      (await readAs('system', (manager) =>
        proveInNewest(manager, wanted, own.number, secret.secret),
      ));
    if (!receipt) throw errors.object.notFound(wanted.snapshotId ? 'snapshot' : 'vacancyId');
    return receipt;
  };

async function proveInNewest(
  manager: EntityManager,
  wanted: WantedReceipt,
  person: number,
  secret: Buffer,
): Promise<Receipt | null> {
  for (const id of await sealedOrders(manager, wanted)) {
    const receipt = await prove(manager, id, person, secret);
    if (receipt) return receipt;
  }
  return null;
}

async function prove(
  manager: EntityManager,
  snapshotId: string,
  person: number,
  secret: Buffer,
): Promise<Receipt | null> {
  const [{ places }]: { places: Buffer }[] = await manager.query(
    'SELECT places FROM ranking_snapshots WHERE id = $1',
    [snapshotId],
  );
  const place = findPlace(await inflatePlaces(places), person);
  const part = place && (await readPart(manager, snapshotId, place.index));
  const logged = part && (await manager.findOneBy(RankingLogRow, { snapshotId }));
  if (!logged) return null;
  const { salt, lines } = blind(secret, snapshotId, part.lines);
  const order = {
    ...{ snapshotId, vacancyId: logged.vacancyId, vacancyVersion: logged.vacancyVersion },
    ...{ algorithmVersion: logged.algorithmVersion, taxonomyVersion: logged.taxonomyVersion },
    ...{ dataAsOf: Number(part.seq), eligible: part.eligible },
  };
  const statement = statePlace(order, place, JSON.parse(part.frame) as LineFrame, lines);
  return {
    form: RECEIPT_FORM,
    leaf: toFields(statement),
    salt: toHex(salt),
    leafIndex: place.index,
    path: [
      ...inclusionPath(nativeHash, part.leaves, place.index % SUBTREE_LEAVES),
      ...inclusionPath(nativeHash, part.subtrees, Math.floor(place.index / SUBTREE_LEAVES)),
    ].map(toHex),
    log: toChained(logged),
  };
}

interface SealPart {
  seq: string;
  eligible: number;
  frame: string;
  /** Of the subtree in which the place lies. */
  leaves: Buffer;
  subtrees: Buffer;
  /** Of this place. */
  lines: Buffer;
}

/** What the proof of one place needs. Cost: 1 query that reads a few kilobytes of however large a tree. */
async function readPart(
  manager: EntityManager,
  snapshotId: string,
  index: number,
): Promise<SealPart | null> {
  const subtree = SUBTREE_LEAVES * HASH_BYTES;
  const [part]: SealPart[] = await manager.query(
    `SELECT s.seq, s.eligible, t.frame, t.subtrees,
       substring(t.leaves FROM $2 FOR ${subtree}) AS leaves,
       substring(t.lines FROM $3 * w.width + 1 FOR w.width) AS lines
     FROM ranking_seals t JOIN ranking_snapshots s ON s.id = t.snapshot_id,
       LATERAL (SELECT length(t.lines) / s.eligible AS width) w
     WHERE t.snapshot_id = $1`,
    [snapshotId, Math.floor(index / SUBTREE_LEAVES) * subtree + 1, index],
  );
  return part ?? null;
}
