import { inflateRawSync } from 'node:zlib';
import type { Client } from 'pg';

interface Column {
  table: string;
  column: string;
  type: string;
}

/** Every column of every table, also of the tables of jobs. */
async function readColumns(owner: Client): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `SELECT c.oid::regclass::text AS "table", quote_ident(a.attname) AS "column", format_type(a.atttypid, a.atttypmod) AS type
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
       AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, 2`,
  );
  return rows;
}

/**
 * Where in the database any of these texts stands, as `table.column`: as text, inside JSON and arrays, as bytes, and in
 * bytes that were compressed. The reader is the owner, past row level security.
 */
export async function findInDatabase(owner: Client, texts: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const { table, column, type } of await readColumns(owner)) {
    const isFound = type === 'bytea' ? findInBytes : findInText;
    if (await isFound(owner, table, column, texts)) found.add(`${table}.${column}`);
  }
  return [...found].sort();
}

async function findInText(owner: Client, table: string, column: string, texts: readonly string[]) {
  const { rows } = await owner.query(
    `SELECT 1 FROM ${table} WHERE EXISTS (
       SELECT FROM unnest($1::text[]) AS wanted WHERE position(lower(wanted) in lower(${column}::text)) > 0) LIMIT 1`,
    [texts],
  );
  return rows.length > 0;
}

async function findInBytes(owner: Client, table: string, column: string, texts: readonly string[]) {
  const { rows } = await owner.query<{ bytes: Buffer }>(
    `SELECT ${column} AS bytes FROM ${table} WHERE ${column} IS NOT NULL`,
  );
  return rows.some(({ bytes }) =>
    [bytes, inflated(bytes)].some((content) =>
      texts.some((text) => content.includes(text) || content.includes(uuidBytes(text))),
    ),
  );
}

function inflated(bytes: Buffer): Buffer {
  try {
    return inflateRawSync(bytes);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The 16 bytes of a UUID; of any other text the text. */
function uuidBytes(text: string): Buffer {
  const hex = text.replaceAll('-', '');
  return /^[0-9a-f]{32}$/.test(hex) ? Buffer.from(hex, 'hex') : Buffer.from(text);
}

/** The foreign keys to a table: where they are, and what happens when the row goes. */
export async function referencesTo(
  owner: Client,
  table: string,
): Promise<{ from: string; onDelete: string }[]> {
  const { rows } = await owner.query(
    `SELECT conrelid::regclass || '.' || a.attname AS "from",
       CASE confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'r' THEN 'RESTRICT' ELSE 'OTHER' END AS "onDelete"
     FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE contype = 'f' AND confrelid = $1::regclass ORDER BY 1`,
    [table],
  );
  return rows;
}
