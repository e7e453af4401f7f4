import type { SearchClient } from './client';
import { kbjiWord, occupationWord, skillWord } from './documents';
import { allOf, anyOf, type Filter, filterOn } from './filter';
import { atDistrict, lineageOf, NATION_CODE } from './region-codes';

const candidate = filterOn<'skills' | 'areas' | 'wideAreas' | 'work'>();

/** Whom an engine wants to score. */
export interface CandidateQuery {
  /** Anyone who holds one of these at the level or above; `number` of the competency. */
  competencies: readonly { number: number; minLevel: number }[];
  /** Or worked in one of these; `number` of the occupation. */
  occupations: readonly number[];
  /** Or worked in one of these KBJI groups (one to four digits). */
  kbjiGroups: readonly string[];
  /** Codes of the areas whose people are addressed; the nation's code, or none, means everybody. */
  scopeCodes: readonly string[];
}

export interface FoundCandidates {
  /** `candidates.number`, in no meaningful order. */
  numbers: number[];
  /** How many there are, also beyond the limit. */
  total: number;
}

/**
 * The numbers of all people who may earn credit: a superset, to be scored exactly.
 *
 * Shape: with neither competency nor work every person of the scope is found.
 * Errors: those of `isOutage`.
 * Cost: one request; shipping ids costs 4–6 µs each (ARCHITECTURE §2).
 */
export async function findCandidateNumbers(
  client: SearchClient,
  query: CandidateQuery,
  limit: number,
): Promise<FoundCandidates> {
  const filter = candidateFilter(query);
  const answer = await client.read((reader) =>
    reader.index<{ id: number }>(client.indexName('candidates')).search(null, {
      ...(filter === null ? {} : { filter }),
      limit,
      attributesToRetrieve: ['id'],
    }),
  );
  return { numbers: answer.hits.map((hit) => hit.id), total: answer.estimatedTotalHits };
}

/** The filter of a query; null when it asks for everybody. */
export function candidateFilter(query: CandidateQuery): Filter | null {
  const filters = [creditFilter(query), scopeFilter(query.scopeCodes)].filter(
    (filter) => filter !== null,
  );
  return filters.length === 0 ? null : allOf(filters);
}

function creditFilter({ competencies, occupations, kbjiGroups }: CandidateQuery): Filter | null {
  const skills = competencies.map(({ number, minLevel }) => skillWord(number, minLevel));
  const work = [...occupations.map(occupationWord), ...kbjiGroups.map(kbjiWord)];
  const filters = [
    ...(skills.length > 0 ? [candidate.isAnyOf('skills', skills)] : []),
    ...(work.length > 0 ? [candidate.isAnyOf('work', work)] : []),
  ];
  return filters.length === 0 ? null : anyOf(filters);
}

/** Inside the scope, or with a home or a wish so wide that the scope lies inside it. */
function scopeFilter(scopeCodes: readonly string[]): Filter | null {
  if (scopeCodes.length === 0 || scopeCodes.includes(NATION_CODE)) return null;
  const scopes = scopeCodes.map(atDistrict);
  return anyOf([
    candidate.isAnyOf('areas', scopes),
    candidate.isAnyOf('wideAreas', [NATION_CODE, ...new Set(scopes.flatMap(lineageOf))]),
  ]);
}
