import type { EntityManager } from 'typeorm';
import { RankingLogRow, RankingSeal, type RankingSnapshot } from '../../entities';
import { toHex } from '../../matching/core/bytes';
import {
  hashLogEntry,
  LOG_START,
  type LogEntry,
  publicTreeSize,
} from '../../matching/core/ranking-log';
import { nativeHash } from './native-hash';
import type { Seal } from './seal-order';

/** Any constant: entries are appended one after another, by whichever instance. */
const LOG_LOCK = 'padan ranking log';

/**
 * Keeps the trees of new sealed orders and appends their roots to the public log.
 *
 * Shape: in the transaction that keeps the snapshots, so that the log has no gap and names nothing that is not there.
 * Cost: 1 query a seal, then 2 and 1 an entry under the log's lock.
 */
export async function keepSeals(
  manager: EntityManager,
  sealed: readonly { readonly snapshot: RankingSnapshot; readonly seal: Seal }[],
): Promise<void> {
  if (sealed.length === 0) return;
  for (const { snapshot, seal } of sealed) {
    const { frame, leaves, subtrees, lines } = seal;
    await manager.insert(RankingSeal, {
      snapshotId: snapshot.id,
      frame: JSON.stringify(frame),
      leaves,
      subtrees,
      lines,
    });
  }
  await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [LOG_LOCK]);
  let [last] = await manager.find(RankingLogRow, { order: { sequence: 'DESC' }, take: 1 });
  for (const { snapshot } of sealed) {
    last = nextRow(last ?? null, snapshot);
    await manager.insert(RankingLogRow, last);
  }
}

function nextRow(last: RankingLogRow | null, snapshot: RankingSnapshot): RankingLogRow {
  const { id, vacancyId, vacancyVersion, algorithmVersion, taxonomyVersion } = snapshot;
  const previousHash = last?.entryHash ?? Buffer.from(LOG_START, 'hex');
  const row = Object.assign(new RankingLogRow(), {
    sequence: (last?.sequence ?? 0) + 1,
    snapshotId: id,
    vacancyId,
    vacancyVersion,
    root: snapshot.digest,
    treeSize: publicTreeSize(snapshot.eligible),
    algorithmVersion,
    taxonomyVersion,
    sealedAt: snapshot.createdAt,
    previousHash,
  });
  const entryHash = Buffer.from(hashLogEntry(nativeHash, previousHash, toLogEntry(row)));
  return Object.assign(row, { entryHash });
}

/** An entry as it is hashed and shown. */
export function toLogEntry(row: Omit<RankingLogRow, 'entryHash'>): LogEntry {
  const { sequence, snapshotId, vacancyId, vacancyVersion, root, treeSize } = row;
  const { algorithmVersion, taxonomyVersion, sealedAt } = row;
  return {
    ...{ sequence, snapshotId, vacancyId, vacancyVersion, root: toHex(root), treeSize },
    ...{ algorithmVersion, taxonomyVersion, sealedAt: sealedAt.toISOString() },
  };
}
