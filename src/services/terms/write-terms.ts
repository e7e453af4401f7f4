import type { EntityManager } from 'typeorm';
import type { TermOrigin } from '../../entities/vocabulary';
import type { ConceptType } from '../../text/concepts';

export interface CountedTerm {
  readonly term: string;
  readonly type: ConceptType;
  readonly origin: TermOrigin;
  readonly count: number;
}

/** Rows of the table; what is new beyond that is dropped until old ones go. Source: our choice, some 5 MB. */
export const MOST_TERMS = 50_000;
/** Nobody has used such a word for half a year. */
const FORGOTTEN_AFTER_DAYS = 180;

/** Adds counts to the table of unresolved words. Cost: 3 statements. */
export async function writeTerms(
  manager: EntityManager,
  terms: readonly CountedTerm[],
  now: Date,
): Promise<void> {
  const oldest = new Date(now.getTime() - FORGOTTEN_AFTER_DAYS * 86_400_000);
  await manager.query('DELETE FROM unresolved_terms WHERE last_seen_at < $1', [oldest]);
  const [{ count }] = await manager.query<{ count: number }[]>(
    'SELECT count(*)::integer AS count FROM unresolved_terms',
  );
  // Sorted, so that two writers at once lock the rows in one order.
  const rows = [...terms].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  await manager.query(
    `INSERT INTO unresolved_terms (term, concept_type, origin, count, first_seen_at, last_seen_at)
     SELECT term, type, origin, count, $2, $2
     FROM ROWS FROM (json_to_recordset($1::json) AS (term text, type text, origin text, count integer))
       WITH ORDINALITY AS row(term, type, origin, count, place)
     WHERE place <= $3 OR EXISTS (
       SELECT FROM unresolved_terms t WHERE (t.term, t.concept_type, t.origin) = (row.term, type, row.origin))
     ON CONFLICT (term, concept_type, origin) DO UPDATE
       SET count = unresolved_terms.count + excluded.count, last_seen_at = excluded.last_seen_at`,
    [JSON.stringify(rows), now, Math.max(0, MOST_TERMS - count)],
  );
}

const keyOf = ({ type, origin, term }: CountedTerm) => `${type} ${origin} ${term}`;
