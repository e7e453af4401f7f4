import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Client } from 'pg';

const CITY = 'Palu';
/** Ads from elsewhere that are made to address the whole nation. Source: issue of the first stage. */
const NATIONWIDE = 20;

/** The account that acts for the ads' employers. */
export const ACCOUNT = { issuer: 'padan-development', subject: 'bench' } as const;

/** The ids of the ads for the city, as the file gives them. */
export function readLocalIds(file: string): string[] {
  const rows: { external_id: string; locations: string }[] = parse(readFileSync(file), {
    columns: true,
  });
  return rows
    .filter(({ locations }) => locations.split(',').some((place) => place.trim() === CITY))
    .map(({ external_id }) => external_id);
}

/**
 * The keys of the city's vacancies and of some others, which now address the whole nation; one account acts for the
 * employers of all.
 *
 * Errors: when an ad of the city was not imported.
 */
export async function prepareAds(
  client: Client,
  localIds: readonly string[],
): Promise<{ local: string[]; nationwide: string[] }> {
  const local = await select(client, 'external_id = ANY($1)', [localIds]);
  if (local.length !== localIds.length) {
    throw new Error(`only ${local.length} of the ${localIds.length} ads for ${CITY} were imported`);
  }
  const nationwide = await select(
    client,
    `NOT external_id = ANY($1) AND state = 'PUBLISHED' ORDER BY md5(external_id) LIMIT ${NATIONWIDE}`,
    [localIds],
  );
  await addressEverybody(client, nationwide);
  await actFor(client, [...local, ...nationwide]);
  return { local, nationwide };
}

async function select(client: Client, condition: string, values: unknown[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM vacancies WHERE source_kind = 'IMPORT' AND ${condition}`,
    values,
  );
  return rows.map(({ id }) => id);
}

/** As a change of each vacancy, announced like any other. */
async function addressEverybody(client: Client, keys: readonly string[]): Promise<void> {
  await client.query('BEGIN');
  await client.query('DELETE FROM vacancy_regions WHERE vacancy_id = ANY($1)', [keys]);
  await client.query(
    "INSERT INTO vacancy_regions (vacancy_id, region_code) SELECT unnest($1::uuid[]), 'ID'",
    [keys],
  );
  await client.query(
    `WITH changed AS (
       UPDATE vacancies SET version = version + 1 WHERE id = ANY($1) RETURNING id, version)
     INSERT INTO outbox (aggregate, aggregate_id, kind, version)
     SELECT 'vacancy', id, 'vacancy.updated', version FROM changed`,
    [keys],
  );
  await client.query('COMMIT');
}

async function actFor(client: Client, keys: readonly string[]): Promise<void> {
  await client.query(
    `WITH account AS (
       INSERT INTO accounts (issuer, subject, display_name) VALUES ($1, $2, $2) RETURNING id)
     INSERT INTO memberships (account_id, employer_id, role)
     SELECT account.id, e.id, 'OWNER' FROM account, employers e
     WHERE e.id IN (SELECT employer_id FROM vacancies WHERE id = ANY($3))`,
    [ACCOUNT.issuer, ACCOUNT.subject, keys],
  );
  // Only a verified employer is told what a score is made of.
  await client.query(
    `UPDATE employers SET verification = 'VERIFIED'
     WHERE id IN (SELECT employer_id FROM vacancies WHERE id = ANY($1))`,
    [keys],
  );
}
