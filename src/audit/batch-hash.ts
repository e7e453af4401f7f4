import { createHash } from 'node:crypto';

/** What the first batch follows. */
export const CHAIN_START = Buffer.alloc(32);

/** SHA-256 of an entry as PostgreSQL prints it: the same text wherever it is read. */
export const ENTRY_HASH = `sha256(convert_to(jsonb_build_array(
  id::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
  actor, action, subject_type, subject_id, detail)::text, 'UTF8'))`;

/** A batch as it is hashed. */
export interface Batch {
  readonly batch: number;
  readonly entryIds: readonly string[];
  readonly entryHashes: readonly Buffer[];
  readonly previousHash: Buffer;
}

/** SHA-256 over the batch before, this one's number, and its entries in their order. */
export function hashBatch({ batch, entryIds, entryHashes, previousHash }: Batch): Buffer {
  const hash = createHash('sha256').update(previousHash);
  hash.update(JSON.stringify([batch, entryIds]));
  for (const entryHash of entryHashes) hash.update(entryHash);
  return hash.digest();
}
