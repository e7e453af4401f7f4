import type { EntityManager } from 'typeorm';
import { AuditSeal } from '../entities';
import { CHAIN_START, ENTRY_HASH, hashBatch } from './batch-hash';

/** What is wrong with the first batch that is. */
export type AuditFault =
  | 'BATCH_MISSING'
  | 'CHAIN_BROKEN'
  | 'ENTRY_MISSING'
  | 'ENTRY_CHANGED'
  | 'ENTRY_UNSEALED'
  | 'HEAD_UNKNOWN';

/** What a recomputation of the audit log's chain found. */
export interface AuditVerification {
  readonly batches: number;
  /** In sealed batches. */
  readonly entries: number;
  /** Entries that wait for the sealer. */
  readonly unsealed: number;
  /** Hash of the last batch, in hex: kept elsewhere, it later proves that nothing was cut off. */
  readonly head: string;
  /** The first batch that is broken; null = none. Batch 0 = what no batch holds. */
  readonly broken: { readonly batch: number; readonly fault: AuditFault } | null;
}

const SEALS_AT_ONCE = 50;

/**
 * Recomputes the chain of the audit log from its first batch on. The reader is `system`.
 *
 * Shape: `head` = a hash that was kept elsewhere and must still be in the chain. Cost: 2 queries for 50 batches.
 */
export async function verifyAudit(
  manager: EntityManager,
  head: string | null = null,
): Promise<AuditVerification> {
  let previousHash: Buffer = CHAIN_START;
  let [batches, entries] = [0, 0];
  let isHeadFound = head === null;
  const found = async (broken: AuditVerification['broken']) => ({
    ...{ batches, entries, broken, head: previousHash.toString('hex') },
    unsealed: await countUnsealed(manager),
  });
  for (;;) {
    const seals = await readSeals(manager, batches);
    if (seals.length === 0) break;
    const hashes = await readEntryHashes(
      manager,
      seals.flatMap(({ entryIds }) => entryIds),
    );
    for (const seal of seals) {
      const fault = findFault(seal, batches + 1, previousHash, hashes);
      if (fault !== null) return found({ batch: batches + 1, fault });
      previousHash = seal.hash;
      isHeadFound ||= seal.hash.toString('hex') === head;
      batches += 1;
      entries += seal.entryIds.length;
    }
  }
  if (await hasLooseEntries(manager)) return found({ batch: 0, fault: 'ENTRY_UNSEALED' });
  return found(isHeadFound ? null : { batch: 0, fault: 'HEAD_UNKNOWN' });
}

function findFault(
  { batch, entryIds, previousHash, hash }: AuditSeal,
  expected: number,
  lastHash: Buffer,
  hashes: ReadonlyMap<string, Buffer>,
): AuditFault | null {
  if (batch !== expected) return 'BATCH_MISSING';
  if (!previousHash.equals(lastHash)) return 'CHAIN_BROKEN';
  const entryHashes = entryIds.flatMap((id) => hashes.get(id) ?? []);
  if (entryHashes.length < entryIds.length) return 'ENTRY_MISSING';
  return hashBatch({ batch, entryIds, entryHashes, previousHash }).equals(hash)
    ? null
    : 'ENTRY_CHANGED';
}

const readSeals = (manager: EntityManager, after: number) =>
  manager
    .createQueryBuilder(AuditSeal, 'seal')
    .where('seal.batch > :after', { after })
    .orderBy('seal.batch')
    .limit(SEALS_AT_ONCE)
    .getMany();

async function readEntryHashes(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Buffer>> {
  const rows = await manager.query<{ id: string; hash: Buffer }[]>(
    `SELECT id, ${ENTRY_HASH} AS hash FROM audit_entries WHERE id = ANY($1::bigint[])`,
    [ids],
  );
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}

async function countUnsealed(manager: EntityManager): Promise<number> {
  const [{ count }] = await manager.query<{ count: string }[]>(
    'SELECT count(*) FROM audit_unsealed',
  );
  return Number(count);
}

/** Whether an entry is in no batch and does not wait for one, or waits and is gone. */
async function hasLooseEntries(manager: EntityManager): Promise<boolean> {
  const [{ found }] = await manager.query<{ found: boolean }[]>(
    `SELECT EXISTS (
       SELECT FROM (SELECT id FROM audit_entries EXCEPT SELECT unnest(entry_ids) FROM audit_seals) AS entry
       FULL JOIN audit_unsealed ON entry_id = id WHERE id IS NULL OR entry_id IS NULL) AS found`,
  );
  return found;
}
