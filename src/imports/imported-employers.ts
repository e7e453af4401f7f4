import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../changes/outbox';
import { insertRows } from '../database/insert-rows';
import { Employer } from '../entities';
import type { VacancyRow } from './vacancy-row';

/** Rows that name no employer share one. */
const NAMELESS = 'Pemberi kerja tidak disebut';

/**
 * The employers of rows by their reference in the source; a business number (NIB) is that of
 * the office's book, too. New ones are unverified. Cost: 2–4 queries.
 */
export async function findOrCreateEmployers(
  manager: EntityManager,
  rows: readonly VacancyRow[],
  { sourceName, now }: { sourceName: string; now: Date },
): Promise<Map<string, string>> {
  const nameOf = new Map(rows.map((row) => [row.employerRef, row.employerName]));
  const known = await manager.query<{ id: string; external_id: string }[]>(
    'SELECT id, external_id FROM employers WHERE source_name = $1 AND external_id = ANY($2)',
    [sourceName, [...nameOf.keys()]],
  );
  const ids = new Map(known.map(({ id, external_id }) => [external_id, id]));
  for (const [number, id] of await findByNumber(manager, [...nameOf.keys()])) {
    if (!ids.has(number)) ids.set(number, id);
  }
  const added = [...nameOf].filter(([ref]) => !ids.has(ref));
  const employers = added.map(([ref, name]) => ({
    id: randomUUID(),
    name: name || (ref === '' ? NAMELESS : `Perusahaan ${ref}`),
    sourceKind: 'IMPORT' as const,
    sourceName,
    externalId: ref,
    createdAt: now,
    updatedAt: now,
  }));
  await insertRows(manager, Employer, employers);
  await appendOutbox(
    manager,
    employers.map(({ id }) => ({
      aggregate: 'employer',
      aggregateId: id,
      kind: 'employer.created',
      version: 1,
    })),
  );
  for (const { id, externalId } of employers) ids.set(externalId, id);
  return ids;
}

/** The employers of the office's book among references that are business numbers. */
async function findByNumber(
  manager: EntityManager,
  references: readonly string[],
): Promise<[number: string, id: string][]> {
  const rows = await manager.query<{ number: string; id: string }[]>(
    `SELECT DISTINCT ON (business_id_number) business_id_number AS number, employer_id AS id
     FROM employer_book_entries WHERE business_id_number = ANY($1::text[])
     ORDER BY business_id_number, imported_at, employer_id`,
    [references],
  );
  return rows.map(({ number, id }) => [number, id]);
}
