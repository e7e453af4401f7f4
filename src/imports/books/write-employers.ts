import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { appendOutbox, type OutboxEntry } from '../../changes/outbox';
import { insertRows } from '../../database/insert-rows';
import { Employer } from '../../entities';
import type { VerificationStatus } from '../../entities/vocabulary';
import type { EmployerRow } from './employer-row';
import type { BookFile } from './write-people';

/** An employer in the database that a row may name. */
export interface KnownEmployer {
  readonly id: string;
  readonly name: string;
  readonly regionCode: string | null;
  readonly businessIdNumber: string | null;
  readonly version: number;
  readonly verification: VerificationStatus;
  /** Whether a book brought it and nobody has claimed it: the book may say it anew. */
  readonly isBooks: boolean;
}

export interface EmployerWrite {
  readonly employer: EmployerRow;
  readonly rowKey: Buffer;
  readonly contentHash: Buffer;
  /** Null = none yet. */
  readonly known: KnownEmployer | null;
  /** Whether the employer itself takes what the row says. */
  readonly isAnew: boolean;
}

/** What an earlier import kept of rows, by their keys (hexadecimal). Cost: 1 query. */
export async function findKnownEntries(
  manager: EntityManager,
  sourceName: string,
  keys: readonly Buffer[],
): Promise<Map<string, { employerId: string; contentHash: string }>> {
  const rows = await manager.query<{ key: string; employerId: string; contentHash: string }[]>(
    `SELECT encode(row_key, 'hex') AS key, employer_id AS "employerId", encode(content_hash, 'hex') AS "contentHash"
     FROM employer_book_entries WHERE source_name = $1 AND row_key = ANY($2::bytea[])`,
    [sourceName, keys],
  );
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

/**
 * Employers with one of these ids, business numbers or names, who was known first first; the invented and the rejected
 * ones are nobody's.
 *
 * Cost: 1 query.
 */
export const findKnownEmployers = (
  manager: EntityManager,
  wanted: { ids: readonly string[]; numbers: readonly string[]; names: readonly string[] },
): Promise<KnownEmployer[]> =>
  manager.query(
    `SELECT e.id, e.name, e.region_code AS "regionCode", e.version, e.verification,
       coalesce(r.business_id_number, b.business_id_number, n.digits) AS "businessIdNumber",
       r.employer_id IS NULL AND b.is_created IS TRUE AS "isBooks"
     FROM employers e
     LEFT JOIN employer_registrations r ON r.employer_id = e.id
     LEFT JOIN LATERAL (
       SELECT business_id_number, is_created FROM employer_book_entries
       WHERE employer_id = e.id ORDER BY is_created DESC, imported_at LIMIT 1) b ON true
     LEFT JOIN LATERAL (
       SELECT e.external_id AS digits WHERE e.external_id ~ '^[0-9]{13}$') n ON true
     WHERE NOT e.is_demo AND e.id IN (
       SELECT unnest($1::uuid[])
       UNION SELECT employer_id FROM employer_registrations WHERE business_id_number = ANY($2::text[])
       UNION SELECT employer_id FROM employer_book_entries WHERE business_id_number = ANY($2::text[])
       UNION SELECT id FROM employers WHERE external_id = ANY($2::text[]) AND source_kind = 'IMPORT'
       UNION SELECT id FROM employers WHERE name = ANY($3::text[]))
       AND (e.verification <> 'REJECTED' OR e.id = ANY($1::uuid[]) OR b.is_created IS TRUE)
     ORDER BY e.created_at, e.id`,
    [wanted.ids, wanted.numbers, wanted.names],
  );

/**
 * Writes employers of a book: unverified, and nobody acts for them.
 *
 * Cost: 3 queries, and 1 for each known employer that changes.
 */
export async function writeEmployers(
  manager: EntityManager,
  writes: readonly EmployerWrite[],
  { sourceName, digest, at }: BookFile,
): Promise<void> {
  const named = writes.map((write) => ({ ...write, id: write.known?.id ?? randomUUID() }));
  const added = named.filter(({ known }) => known === null);
  await insertRows(
    manager,
    Employer,
    added.map(({ id, employer: { name, sector, regionCode } }) => ({
      ...{ id, name, sector, regionCode, sourceKind: 'IMPORT' as const },
      ...{ createdAt: at, updatedAt: at },
    })),
  );
  const events: OutboxEntry[] = added.map(({ id }) => eventOf(id, 'employer.created', 1));
  for (const { id, known, isAnew, employer } of named) {
    if (known === null || !isAnew) continue;
    const { name, sector, regionCode } = employer;
    const version = known.version + 1;
    await manager.update(Employer, id, { name, sector, regionCode, version, updatedAt: at });
    events.push(eventOf(id, 'employer.updated', version));
  }
  await keepEntries(manager, named, { sourceName, digest, at });
  await appendOutbox(manager, events);
}

const eventOf = (aggregateId: string, kind: string, version: number): OutboxEntry => ({
  ...{ aggregate: 'employer', aggregateId, kind, version },
});

async function keepEntries(
  manager: EntityManager,
  named: readonly (EmployerWrite & { id: string })[],
  { sourceName, digest, at }: BookFile,
): Promise<void> {
  if (named.length === 0) return;
  await manager.query(
    `INSERT INTO employer_book_entries (employer_id, source_name, row_key, content_hash, file_digest, row_number,
       business_id_number, industry, address, contact_name, phone, email, is_created, imported_at)
     SELECT id, $1, row_key, content_hash, $2, row_number, business_id_number, industry, address, contact_name, phone,
       email, is_created, $3
     FROM unnest($4::uuid[], $5::bytea[], $6::bytea[], $7::integer[], $8::text[], $9::text[], $10::text[], $11::text[],
       $12::text[], $13::text[], $14::boolean[])
       AS row(id, row_key, content_hash, row_number, business_id_number, industry, address, contact_name, phone, email,
         is_created)
     ON CONFLICT (source_name, row_key) DO UPDATE SET
       employer_id = EXCLUDED.employer_id, content_hash = EXCLUDED.content_hash, file_digest = EXCLUDED.file_digest,
       row_number = EXCLUDED.row_number, business_id_number = EXCLUDED.business_id_number,
       industry = EXCLUDED.industry, address = EXCLUDED.address, contact_name = EXCLUDED.contact_name,
       phone = EXCLUDED.phone, email = EXCLUDED.email, imported_at = EXCLUDED.imported_at`,
    [
      ...[sourceName, digest, at],
      named.map(({ id }) => id),
      named.map(({ rowKey }) => rowKey),
      named.map(({ contentHash }) => contentHash),
      named.map(({ employer }) => employer.row),
      named.map(({ employer }) => employer.businessIdNumber),
      named.map(({ employer }) => employer.industry),
      named.map(({ employer }) => employer.address),
      named.map(({ employer }) => employer.contactName),
      named.map(({ employer }) => employer.phone),
      named.map(({ employer }) => employer.email),
      named.map(({ known }) => known === null),
    ],
  );
}
