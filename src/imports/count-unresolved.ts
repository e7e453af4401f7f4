import type { EntityManager } from 'typeorm';
import { countableTerm } from '../text/plausible-term';

/**
 * Counts the advertisements with a word that nobody understood and that names nobody, so that the taxonomy can learn it.
 *
 * Shape: one list an advertisement. Cost: 1 query.
 */
export async function countUnresolved(
  manager: EntityManager,
  advertisements: readonly (readonly { type: string; term: string }[])[],
  at: Date,
): Promise<void> {
  const counts = new Map<string, { type: string; term: string; count: number }>();
  for (const terms of advertisements) {
    const found = new Map<string, { type: string; term: string }>();
    for (const { type, term: words } of terms) {
      const term = countableTerm(words);
      if (term !== null) found.set(`${type} ${term}`, { type, term });
    }
    for (const [key, word] of found) {
      counts.set(key, { ...word, count: (counts.get(key)?.count ?? 0) + 1 });
    }
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
