import type { DataSource } from 'typeorm';
import type { MappedConceptType } from '../entities/vocabulary';
import type { TextReaders } from './term-catalogue';

/** A word that an officer explained, or took back. */
interface Learnt {
  term: string;
  type: MappedConceptType;
  id: string;
  isRetired: boolean;
}

/**
 * The same readers with the newest words, and without those taken back; the dictionary itself changes, since building it
 * anew takes too long. Null when it must be built anew all the same.
 *
 * Cost: 1 query.
 */
export async function learnTerms(
  dataSource: DataSource,
  known: TextReaders,
  revision: number,
): Promise<TextReaders | null> {
  const fresh = await dataSource.query<Learnt[]>(
    `SELECT term, type, id, "isRetired" FROM (
       SELECT revision AS place, term, concept_type AS type, concept_id AS id, false AS "isRetired" FROM term_mappings
       UNION ALL
       SELECT retired_revision, term, concept_type, concept_id, true FROM term_mappings) AS event
     WHERE place > $1 AND place <= $2 ORDER BY place`,
    [known.revision, revision],
  );
  const { dictionary } = known.vacancies;
  for (const { term, type, id, isRetired } of fresh) {
    if (!isRetired) dictionary.learn(type, id, term);
    else if (!dictionary.unlearn(type, id, term)) return null;
  }
  const { competencies, occupations } = known.catalogue;
  return {
    ...known,
    revision,
    catalogue: {
      ...known.catalogue,
      competencies: competencies.map((each) => withTerms(each, 'COMPETENCY', fresh)),
      occupations: occupations.map((each) => withTerms(each, 'OCCUPATION', fresh)),
    },
  };
}

function withTerms<T extends { id: string; aliases: readonly string[] }>(
  concept: T,
  type: MappedConceptType,
  fresh: readonly Learnt[],
): T {
  const own = fresh.filter((each) => each.type === type && each.id === concept.id);
  if (own.length === 0) return concept;
  const aliases = new Set(concept.aliases);
  for (const { term, isRetired } of own) {
    if (isRetired) aliases.delete(term);
    else aliases.add(term);
  }
  return { ...concept, aliases: [...aliases] };
}
