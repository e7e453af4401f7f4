import type { EntityManager } from 'typeorm';

const NUMBER_BYTES = 4;
const SECRET_BYTES = 32;
const ROW_BYTES = NUMBER_BYTES + SECRET_BYTES;

/** So many people at once: a statement stays far below its time limit. */
const PEOPLE_AT_ONCE = 20_000;

/**
 * The secrets of people by number; whoever has none gets one, and whoever is gone is left out.
 *
 * Cost: 2 queries for 20,000 people; their secrets come as one value.
 */
export async function provideSecrets(
  manager: EntityManager,
  people: readonly number[],
): Promise<Map<number, Uint8Array>> {
  for (const some of slicesOf(people)) {
    // Three random UUIDs hold 366 random bits.
    await manager.query(
      `INSERT INTO receipt_secrets (candidate_id, secret)
       SELECT id, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
       FROM candidates c
       WHERE number = ANY($1::int[]) AND status <> 'ERASED'
         AND NOT EXISTS (SELECT FROM receipt_secrets WHERE candidate_id = c.id)
       FOR KEY SHARE
       ON CONFLICT DO NOTHING`,
      [some],
    );
  }
  return readSecrets(manager, people);
}

/** The secrets that people have, by number. Cost: 1 query for 20,000 people. */
export async function readSecrets(
  manager: EntityManager,
  people: readonly number[],
): Promise<Map<number, Uint8Array>> {
  const secrets = new Map<number, Uint8Array>();
  for (const some of slicesOf(people)) {
    const [{ packed }]: { packed: Buffer }[] = await manager.query(
      `SELECT coalesce(string_agg(int4send(c.number) || s.secret, ''::bytea), ''::bytea) AS packed
       FROM receipt_secrets s JOIN candidates c ON c.id = s.candidate_id
       WHERE c.number = ANY($1::int[])`,
      [some],
    );
    for (let at = 0; at < packed.length; at += ROW_BYTES) {
      secrets.set(packed.readInt32BE(at), packed.subarray(at + NUMBER_BYTES, at + ROW_BYTES));
    }
  }
  return secrets;
}

function* slicesOf(people: readonly number[]): Generator<readonly number[]> {
  for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE) {
    yield people.slice(from, from + PEOPLE_AT_ONCE);
  }
}
