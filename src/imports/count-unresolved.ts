import type { EntityManager } from 'typeorm';
import { plausibleTerm } from '../text/plausible-term';

/** Counts the words that nobody understood and that name nobody, so that the taxonomy can learn them. Cost: 1 query. */
export async function countUnresolved(
  manager: EntityManager,
  terms: readonly { type: string; term: string }[],
  at: Date,
): Promise<void> {
  const counts = new Map<string, { type: string; term: string; count: number }>();
  for (const { type, term: words } of terms) {
    const term = plausibleTerm(words);
    if (term === null) continue;
    const key = `${type} ${term}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { type, term, count: 1 });
    else known.count++;
  }
  // Sorted, so that two imports at once lock the rows in one order.
  const rows = [...counts.values()].sort((a, b) =>
    `${a.type} ${a.term}` < `${b.type} ${b.term}` ? -1 : 1,
  );
  await manager.query(
    `INSERT INTO unresolved_terms (term, concept_type, origin, count, last_seen_at)
     SELECT term, type, 'import', count, $2 FROM json_to_recordset($1::json) AS row(type text, term text, count integer)
     ON CONFLICT (term, concept_type, origin) DO UPDATE
       SET count = unresolved_terms.count + excluded.count, last_seen_at = excluded.last_seen_at`,
    [JSON.stringify(rows), at],
  );
}
