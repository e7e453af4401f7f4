import type { EntityManager } from 'typeorm';
import type { EducationLevel, Gender } from '../../entities/vocabulary';
import type { Traits } from './same-person';

/** Somebody in the database whom a row may name. */
export interface KnownPerson extends Traits {
  readonly id: string;
  readonly version: number;
  readonly gender: Gender | null;
  readonly address: string | null;
  readonly regionCode: string | null;
  readonly education: EducationLevel | null;
  /** Whether a book brought the person and nobody has taken the entry over: the book may say it anew. */
  readonly isBooks: boolean;
}

/** What an earlier import kept of a row. */
export interface KnownRow {
  readonly candidateId: string;
  /** Hexadecimal. */
  readonly contentHash: string;
}

/** By what people are looked for; hashes are bytes. */
export interface Wanted {
  readonly ids: readonly string[];
  readonly numbers: readonly Buffer[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

/** Rows of a book by their keys (hexadecimal). Cost: 1 query. */
export async function findKnownRows(
  manager: EntityManager,
  sourceName: string,
  keys: readonly Buffer[],
): Promise<Map<string, KnownRow>> {
  const rows = await manager.query<(KnownRow & { key: string })[]>(
    `SELECT encode(row_key, 'hex') AS key, candidate_id AS "candidateId", encode(content_hash, 'hex') AS "contentHash"
     FROM candidate_origins WHERE source_name = $1 AND row_key = ANY($2::bytea[])`,
    [sourceName, keys],
  );
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

/**
 * People with one of these ids, numbers or addresses, who was known first first; for a record that rests since a merge the
 * one that stands for it.
 *
 * Cost: 1 query.
 */
export const findKnownPeople = (
  manager: EntityManager,
  { ids, numbers, phones, emails }: Wanted,
  isLocked: boolean,
): Promise<KnownPerson[]> =>
  manager.query(
    `SELECT c.id, c.version, c.full_name AS "fullName", c.birth_date::text AS "birthDate", c.gender, c.address,
       c.region_code AS "regionCode", c.education, c.phone, c.email, encode(i.lookup_hash, 'hex') AS number,
       c.account_id IS NULL AND EXISTS (
         SELECT FROM candidate_origins o WHERE o.candidate_id = c.id AND o.is_created)
       AND NOT EXISTS (SELECT FROM candidate_merges m JOIN candidates d ON d.id = m.drop_id
         WHERE m.keep_id = c.id AND d.account_id IS NOT NULL) AS "isBooks"
     FROM candidates c LEFT JOIN candidate_identities i ON i.candidate_id = c.id
     WHERE c.status <> 'ERASED' AND c.id IN (
       SELECT coalesce(m.keep_id, named.id) FROM (
         SELECT unnest($1::uuid[]) AS id
         UNION SELECT candidate_id FROM candidate_identities WHERE lookup_hash = ANY($2::bytea[])
         UNION SELECT id FROM candidates WHERE phone = ANY($3::text[])
         UNION SELECT id FROM candidates WHERE email = ANY($4::text[])) named
       LEFT JOIN candidate_merges m ON m.drop_id = named.id)
     ORDER BY c.created_at, c.id ${isLocked ? 'FOR UPDATE OF c' : ''}`,
    [ids, numbers, phones, emails],
  );
