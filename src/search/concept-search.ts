import type { MultiSearchParams } from 'meilisearch';
import type { DataSource } from 'typeorm';
import { isOutage, type SearchClient } from './client';
import type { CompetencyDocument, OccupationDocument } from './documents';
import { fold, similarity } from './similarity';

export type ConceptKind = 'COMPETENCY' | 'OCCUPATION';

/** A concept that some words may mean. */
export interface FoundConcept {
  id: string;
  type: ConceptKind;
  /** How alike the words and the matched name are, in [0, 1]; 1 = the same after folding. */
  score: number;
  /** The label or alias that is most alike. */
  matched: string;
}

/** Finds concepts by everyday words, typos forgiven. */
export interface ConceptSearch {
  /**
   * The concepts whose names are most like the words, best first.
   *
   * Ties: by concept id. Errors: none for an outage of Meilisearch, PostgreSQL answers then.
   * Cost: one request, or one statement.
   */
  findConcepts(words: string, options: ConceptSearchOptions): Promise<FoundConcept[]>;
}

export interface ConceptSearchOptions {
  types: readonly ConceptKind[];
  limit: number;
  /** The words are still being typed: a name that goes on from them is alike, the more so the shorter it is. */
  isTyping?: boolean;
}

interface NamedConcept {
  id: string;
  type: ConceptKind;
  names: string[];
}

const indexOf = { COMPETENCY: 'competencies', OCCUPATION: 'occupations' } as const;

/** Names are compared here, so more are fetched than asked for: the server's order is another one. */
const FETCHED_PER_RESULT = 3;
const WORD_QUERIES = 5;
const SHORTEST_WORD = 3;
/** Share of trigrams: "satapm" and "satpam" have .4 in common. A scan of all names takes a few milliseconds. */
const LEAST_LIKENESS = 0.3;
/** A name that goes on from what was typed is more alike than one with a typo. */
const GOES_ON = 0.9;
/** No name is longer; the rest of a longer query says something else. */
const WORDS_LIMIT = 120;

/** The search in Meilisearch (`null`: there is none) with PostgreSQL behind it. */
export function conceptSearch(client: SearchClient | null, dataSource: DataSource): ConceptSearch {
  return {
    findConcepts: async (words, { types, limit, isTyping = false }) => {
      const folded = fold(words).slice(0, WORDS_LIMIT);
      if (folded === '' || types.length === 0) return [];
      const fetched = limit * FETCHED_PER_RESULT;
      const concepts = await fetchConcepts(client, dataSource, folded, types, fetched);
      return concepts
        .map((concept) => bestName(concept, (name) => likeness(folded, name, isTyping)))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, limit);
    },
  };
}

async function fetchConcepts(
  client: SearchClient | null,
  dataSource: DataSource,
  words: string,
  types: readonly ConceptKind[],
  limit: number,
): Promise<NamedConcept[]> {
  if (client !== null) {
    try {
      return await fromMeilisearch(client, words, types, limit);
    } catch (error) {
      if (!isOutage(error)) throw error;
    }
  }
  return await fromPostgres(dataSource, words, types, limit);
}

async function fromMeilisearch(
  client: SearchClient,
  words: string,
  types: readonly ConceptKind[],
  limit: number,
): Promise<NamedConcept[]> {
  const { results } = await client.read((reader) =>
    reader.multiSearch<MultiSearchParams, CompetencyDocument | OccupationDocument>({
      queries: types.flatMap((type) =>
        queriesOf(words).map((q) => ({
          indexUid: client.indexName(indexOf[type]),
          q,
          limit,
          matchingStrategy: 'frequency',
          attributesToRetrieve: ['id', 'labelId', 'labelEn', 'aliases'],
        })),
      ),
    }),
  );
  const found = new Map<string, NamedConcept>();
  for (const { hits, indexUid } of results) {
    const type = indexUid === client.indexName(indexOf.OCCUPATION) ? 'OCCUPATION' : 'COMPETENCY';
    for (const { id, labelId, labelEn, aliases } of hits) {
      found.set(`${type} ${id}`, { id, type, names: [labelId, labelEn, ...aliases] });
    }
  }
  return [...found.values()];
}

/** The whole, and each word: a word misspelt beyond recognition must not hide the others (RANKING, titles). */
function queriesOf(words: string): string[] {
  const single = [...new Set(words.split(' '))].filter((word) => word.length >= SHORTEST_WORD);
  return [...new Set([words, ...single.slice(0, WORD_QUERIES)])];
}

async function fromPostgres(
  dataSource: DataSource,
  words: string,
  types: readonly ConceptKind[],
  limit: number,
): Promise<NamedConcept[]> {
  const selects = types.map(
    (type) =>
      `(SELECT id, '${type}' AS type, ARRAY[label_id, label_en] || aliases AS names
        FROM ${indexOf[type]}
        CROSS JOIN LATERAL word_similarity($1, padan_concept_words(label_id, label_en, aliases)) AS likeness
        WHERE status = 'ACTIVE' AND likeness >= ${LEAST_LIKENESS}
        ORDER BY likeness DESC, id LIMIT $2)`,
  );
  return await dataSource.query<NamedConcept[]>(selects.join(' UNION ALL '), [words, limit]);
}

function bestName(
  { id, type, names }: NamedConcept,
  likenessTo: (name: string) => number,
): FoundConcept {
  let best: FoundConcept = { id, type, score: -1, matched: '' };
  for (const name of names) {
    const score = likenessTo(fold(name));
    if (score > best.score) best = { id, type, score, matched: name };
  }
  return best;
}

function likeness(words: string, name: string, isTyping: boolean): number {
  const whole = similarity(words, name);
  if (!isTyping || !name.startsWith(words)) return whole;
  return Math.max(whole, GOES_ON + (1 - GOES_ON) * (words.length / name.length));
}
