import type { EntityManager } from 'typeorm';

/** How often a vacancy was shown under the code of a portal. */
export interface CountedVacancy {
  readonly code: string;
  readonly vacancyId: string;
  readonly views: number;
  readonly opens: number;
}

/** Which of these codes a key has that opens something. Cost: 1 query. */
export async function listKnownCodes(
  manager: EntityManager,
  codes: readonly string[],
): Promise<Set<string>> {
  const rows = await manager.query<{ portal_code: string }[]>(
    'SELECT portal_code FROM api_keys WHERE portal_code = ANY($1) AND revoked_at IS NULL',
    [codes],
  );
  return new Set(rows.map(({ portal_code }) => portal_code));
}

/** Adds counts to those of a day; what names no key or no vacancy is left out. Cost: 1 statement. */
export async function writeCounts(
  manager: EntityManager,
  counts: readonly CountedVacancy[],
  day: string,
): Promise<void> {
  if (counts.length === 0) return;
  // In one order, so that two processes cannot wait for each other.
  await manager.query(
    `INSERT INTO portal_counts AS p (api_key_id, day, vacancy_id, views, opens)
     SELECT k.id, $5::date, v.id, c.views, c.opens
     FROM unnest($1::text[], $2::uuid[], $3::integer[], $4::integer[]) AS c (code, vacancy_id, views, opens)
     JOIN api_keys k ON k.portal_code = c.code AND k.revoked_at IS NULL
     JOIN vacancies v ON v.id = c.vacancy_id
     ORDER BY k.id, v.id
     ON CONFLICT (api_key_id, day, vacancy_id)
     DO UPDATE SET views = p.views + excluded.views, opens = p.opens + excluded.opens`,
    [
      counts.map(({ code }) => code),
      counts.map(({ vacancyId }) => vacancyId),
      counts.map(({ views }) => views),
      counts.map(({ opens }) => opens),
      day,
    ],
  );
}
