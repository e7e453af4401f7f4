import type { EntityManager } from 'typeorm';

/** A table with rows of people, and which of them are a person's: `$1` is the id. */
interface PersonalTable {
  table: string;
  rows: string;
  of: 'candidate' | 'account';
}

/** Rows of a person by table, each as PostgreSQL writes it in JSON. */
export type PersonalRows = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** Tables that name a person or an account without a foreign key; earlier answers, kept for a day, tell nothing more. */
const LOOSE: readonly PersonalTable[] = [
  { table: 'accounts', rows: 'id = $1', of: 'account' },
  { table: 'candidates', rows: 'id = $1', of: 'candidate' },
  { table: 'matches', rows: 'candidate_id = $1', of: 'candidate' },
];

/**
 * What an export leaves out: keys and hashes of secrets (all bytes, too), the engines' numbers, and the pseudonyms under
 * which employers know the person, by which two of them could put their cards together.
 */
const HIDDEN =
  '(^|_)(secret|hash|token|salt|otp|totp|ciphertext|handle)(_|$)|^number$|^person$|^tie$';

/**
 * Every row of a person and of the person's account, from every table that there is: new tables come by themselves.
 *
 * Shape: a table without rows is left out. Row level security applies.
 * Cost: 1 query, and 2 a table.
 */
export async function readPersonalRows(
  manager: EntityManager,
  { candidateId, accountId }: { candidateId: string; accountId: string | null },
): Promise<PersonalRows> {
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const { table, rows: condition, of } of await listTables(manager)) {
    const id = of === 'candidate' ? candidateId : accountId;
    if (id === null) continue;
    const rows = await manager.query<{ row: Record<string, unknown> }[]>(
      `SELECT to_jsonb(t) - (
         SELECT coalesce(array_agg(attname::text), '{}') FROM pg_attribute
         WHERE attrelid = '${table}'::regclass AND attnum > 0 AND (atttypid = 'bytea'::regtype OR attname ~ $2)
       ) AS row FROM ${table} t WHERE ${condition} ORDER BY 1`,
      [id, HIDDEN],
    );
    if (rows.length > 0) found[table] = [...(found[table] ?? []), ...rows.map(({ row }) => row)];
  }
  return found;
}

/**
 * Rows that go with the person or the account belong to it, and rows that go with those; others only mention it. A table
 * that names the person and one of these rows is found by the person.
 */
async function listTables(manager: EntityManager): Promise<PersonalTable[]> {
  const rows = await manager.query<PersonalTable[]>(
    `WITH owned AS (
       SELECT conrelid, confrelid, quote_ident(c.relname) AS "table", quote_ident(a.attname) AS "column",
         quote_ident(r.attname) AS referred
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
       JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
       JOIN pg_attribute r ON r.attrelid = k.confrelid AND r.attnum = k.confkey[1]
       WHERE contype = 'f' AND confdeltype = 'c' AND c.relnamespace = 'public'::regnamespace
     ), first AS (
       SELECT *, CASE confrelid WHEN 'candidates'::regclass THEN 'candidate' ELSE 'account' END AS "of" FROM owned
       WHERE confrelid IN ('candidates'::regclass, 'accounts'::regclass)
     )
     SELECT "table", format('%s = $1', "column") AS rows, "of" FROM first
     UNION ALL
     SELECT o."table", format('%s IN (SELECT %s FROM %s WHERE %s = $1)', o."column", o.referred, f."table", f."column"), f."of"
     FROM owned o JOIN first f ON f.conrelid = o.confrelid
     WHERE o.conrelid NOT IN (SELECT conrelid FROM first)`,
  );
  return [...LOOSE, ...rows].sort((a, b) => (a.table < b.table ? -1 : 1));
}
