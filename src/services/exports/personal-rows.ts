import type { EntityManager } from 'typeorm';

/** A table with rows of people, and the column that says of whom. */
interface PersonalTable {
  table: string;
  column: string;
  of: 'candidate' | 'account';
}

/** Rows of a person by table, each as PostgreSQL writes it in JSON. */
export type PersonalRows = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** Tables that name a person or an account without a foreign key; earlier answers, kept for a day, tell nothing more. */
const LOOSE: readonly PersonalTable[] = [
  { table: 'accounts', column: 'id', of: 'account' },
  { table: 'candidates', column: 'id', of: 'candidate' },
  { table: 'matches', column: 'candidate_id', of: 'candidate' },
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
  for (const { table, column, of } of await listTables(manager)) {
    const id = of === 'candidate' ? candidateId : accountId;
    if (id === null) continue;
    const rows = await manager.query<{ row: Record<string, unknown> }[]>(
      `SELECT to_jsonb(t) - (
         SELECT coalesce(array_agg(attname::text), '{}') FROM pg_attribute
         WHERE attrelid = '${table}'::regclass AND attnum > 0 AND (atttypid = 'bytea'::regtype OR attname ~ $2)
       ) AS row FROM ${table} t WHERE ${column} = $1 ORDER BY 1`,
      [id, HIDDEN],
    );
    if (rows.length > 0) found[table] = [...(found[table] ?? []), ...rows.map(({ row }) => row)];
  }
  return found;
}

/** Rows that go with the person or the account belong to it; others only mention it. */
async function listTables(manager: EntityManager): Promise<PersonalTable[]> {
  const rows = await manager.query<PersonalTable[]>(
    `SELECT quote_ident(c.relname) AS "table", quote_ident(a.attname) AS "column",
       CASE confrelid WHEN 'candidates'::regclass THEN 'candidate' ELSE 'account' END AS "of"
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE contype = 'f' AND confdeltype = 'c' AND c.relnamespace = 'public'::regnamespace
       AND confrelid IN ('candidates'::regclass, 'accounts'::regclass)`,
  );
  return [...LOOSE, ...rows].sort((a, b) => (a.table < b.table ? -1 : 1));
}
