import { createCipheriv } from 'node:crypto';
import { HASH_BYTES } from '../../matching/core/sha256';

/**
 * The salt of a person's leaf in one snapshot, and the person's lines made unreadable, or readable again.
 *
 * Shape: both come from one stream that only the person's secret gives: AES-256 in counter mode from the snapshot's
 * id on, its first 32 bytes the salt, the rest over the lines. Without the secret neither comes back.
 */
export function blind(
  secret: Uint8Array,
  snapshotId: string,
  lines: Uint8Array,
): { salt: Buffer; lines: Buffer } {
  const counter = Buffer.from(snapshotId.replaceAll('-', ''), 'hex');
  const stream = createCipheriv('aes-256-ctr', secret, counter);
  return { salt: stream.update(NOTHING), lines: stream.update(lines) };
}

const NOTHING = new Uint8Array(HASH_BYTES);
