import type { EntityManager } from 'typeorm';

const NUMBER_BYTES = 4;
const SECRET_BYTES = 32;
const ROW_BYTES = NUMBER_BYTES + SECRET_BYTES;

/**
 * The secrets of people by number; whoever has none gets one, and whoever is gone is left out.
 *
 * Cost: 2 queries for any number of people; the secrets come as one value.
 */
export async function provideSecrets(
  manager: EntityManager,
  people: readonly number[],
): Promise<Map<number, Uint8Array>> {
  if (people.length === 0) return new Map();
  // Three random UUIDs hold 366 random bits.
  await manager.query(
    `INSERT INTO receipt_secrets (candidate_id, secret)
     SELECT id, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
     FROM candidates c
     WHERE number = ANY($1::int[]) AND status <> 'ERASED'
       AND NOT EXISTS (SELECT FROM receipt_secrets WHERE candidate_id = c.id)
     FOR KEY SHARE
     ON CONFLICT DO NOTHING`,
    [people],
  );
  return readSecrets(manager, people);
}

/** The secrets that people have, by number. Cost: 1 query. */
export async function readSecrets(
  manager: EntityManager,
  people: readonly number[],
): Promise<Map<number, Uint8Array>> {
  const [{ packed }]: { packed: Buffer | null }[] = await manager.query(
    `SELECT string_agg(int4send(c.number) || s.secret, ''::bytea) AS packed
     FROM receipt_secrets s JOIN candidates c ON c.id = s.candidate_id
     WHERE c.number = ANY($1::int[])`,
    [people],
  );
  const secrets = new Map<number, Uint8Array>();
  if (packed === null) return secrets;
  for (let at = 0; at < packed.length; at += ROW_BYTES) {
    secrets.set(packed.readInt32BE(at), packed.subarray(at + NUMBER_BYTES, at + ROW_BYTES));
  }
  return secrets;
}
