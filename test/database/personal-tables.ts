import type { Client } from 'pg';

/** Tables that hold nothing of a person who looks for work or has an account, and what they hold. */
export const withoutPeople: Readonly<Record<string, string>> = {
  alias_rules: 'reference data',
  audit_keys: 'the key of pseudonyms, for nobody but one function',
  audit_seals: 'hashes of batches',
  competencies: 'reference data',
  competency_relations: 'reference data',
  consumer_cursors: 'places in the log',
  employers: 'organisations, which the public may know',
  installations: 'the name of the installation',
  measured_places: 'places of employers',
  migrations: 'the history of the schema',
  minimum_wages: 'reference data',
  nightly_runs: 'figures of the service',
  objection_counts: 'counts by month and area',
  occupation_competencies: 'reference data',
  occupations: 'reference data',
  portal_counts: 'sums of what portals showed, by vacancy and day',
  ranking_log: 'roots of sealed orders, which the public may read',
  regions: 'reference data',
  requirements: 'parts of vacancies',
  taxonomy_versions: 'reference data',
  vacancies: 'of employers',
  vacancy_changes: 'ids of vacancies',
  vacancy_regions: 'parts of vacancies',
  vacancy_snapshot_parts: 'public vacancies',
  vacancy_snapshots: 'public vacancies',
  asked_questions: 'hashes of what employers asked',
  webhook_secrets: 'secrets of webhooks, which their account is never told again',
};

/** Tables that tell of a person without a foreign key to the person; `$1` is the person, `$2` the account. */
export const namedPersonal: Readonly<Record<string, string>> = {
  audit_entries: 'true',
  audit_unsealed: 'true',
  candidate_tombstones: 'id = $1::uuid',
  dead_letters: 'aggregate_id = $1',
  employer_book_entries: 'true',
  idempotency_keys: 'account_id = $2::uuid',
  match_lists: 'true',
  matches: 'candidate_id = $1::uuid',
  outbox: 'aggregate_id = $1',
  ranking_seals: 'true',
  ranking_snapshots: 'true',
  sign_in_codes:
    'address_hash IN (SELECT address_hash FROM account_addresses WHERE account_id = $2::uuid)',
  unresolved_terms: 'true',
};

/**
 * What the functions that read past row level security are asked of the person; `$1` is the person, `$2` and `$3` the employer and vacancy
 * of the application.
 */
export const namedFunctions: Readonly<Record<string, string>> = {
  padan_disability_for_uld: 'padan_disability_for_uld($1::uuid)',
  padan_group_counts: `padan_group_counts('GENDER', current_date, '{1}', '{1}', '{1}') WHERE $1::uuid IS NOT NULL`,
  padan_office_term_mappings: 'padan_office_term_mappings() WHERE $1::uuid IS NOT NULL',
  padan_people_named: `padan_people_named('kenari', '{ID}', 10) WHERE id = $1::uuid`,
  padan_shared_accommodations: 'padan_shared_accommodations($1::uuid, $2::uuid, $3::uuid, now())',
};

/** Why a table with ids of people is not behind row level security. */
export const withoutRowSecurity: Readonly<Record<string, string>> = {
  dead_letters: 'ids of changes that could not be carried out, never a value',
  outbox: 'ids of what changed, never a value',
};

interface Reference {
  readonly from: string;
  readonly columns: readonly string[];
  readonly to: string;
  readonly referred: readonly string[];
}

async function listReferences(owner: Client): Promise<Reference[]> {
  const { rows } = await owner.query<Reference>(
    `SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to",
       ARRAY(SELECT quote_ident(attname) FROM unnest(conkey) WITH ORDINALITY AS k (key, place)
         JOIN pg_attribute ON attrelid = conrelid AND attnum = key ORDER BY place) AS columns,
       ARRAY(SELECT quote_ident(attname) FROM unnest(confkey) WITH ORDINALITY AS k (key, place)
         JOIN pg_attribute ON attrelid = confrelid AND attnum = key ORDER BY place) AS referred
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  return rows;
}

/** Every table of the service. */
export async function listTables(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')`,
  );
  return rows.map(({ name }) => name).sort();
}

/** Those that refer to a person or an account, directly or through others, and those that tell of one without. */
export async function listPersonalTables(owner: Client): Promise<string[]> {
  const references = await listReferences(owner);
  const found = new Set(['candidates', 'accounts', ...Object.keys(namedPersonal)]);
  const seeds = new Set(['candidates', 'accounts']);
  for (let before = 0; before < seeds.size; ) {
    before = seeds.size;
    for (const { from, to } of references) if (seeds.has(to)) seeds.add(from);
  }
  for (const table of seeds) if (!(table in withoutPeople)) found.add(table);
  return [...found].sort();
}

export interface KnownIds {
  readonly candidateId: string;
  readonly accountId: string;
}

/** Where the rows of a person stand, by table: the own ones, those that refer to them, and those that name the person. */
export async function findRows(
  owner: Client,
  { candidateId, accountId }: KnownIds,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, Set<string>>();
  const add = async (table: string, condition: string, values: unknown[]) => {
    const { rows } = await owner.query<{ at: string }>(
      `SELECT ctid::text AS at FROM ${table} WHERE ${condition}`,
      values,
    );
    const known = found.get(table) ?? new Set();
    const size = known.size;
    for (const { at } of rows) known.add(at);
    found.set(table, known);
    return known.size > size;
  };
  await add('candidates', 'id = $1', [candidateId]);
  await add('accounts', 'id = $1', [accountId]);
  for (const [table, condition] of Object.entries(namedPersonal)) {
    // Both are given to each, whichever it asks for.
    await add(table, `(${condition}) AND ($1::text, $2::text) IS NOT NULL`, [
      candidateId,
      accountId,
    ]);
  }
  const references = await listReferences(owner);
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (const { from, columns, to, referred } of references) {
      const rows = [...(found.get(to) ?? [])];
      const isOfPerson = to in namedPersonal || rows.length === 0;
      if (isOfPerson) continue;
      const parents = `SELECT ${referred.join(', ')} FROM ${to} WHERE ctid = ANY ($1::tid[])`;
      if (await add(from, `(${columns.join(', ')}) IN (${parents})`, [rows])) isMore = true;
    }
  }
  return new Map([...found].map(([table, rows]) => [table, [...rows]]));
}
