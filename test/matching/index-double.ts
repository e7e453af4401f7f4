import { areaRange, rangesOverlap } from '../../src/matching/core/area';
import type { CandidateFacts } from '../../src/matching/core/facts';
import { areaNumber } from '../../src/matching/facts/area-codes';
import type { CandidateQuery, FoundCandidates } from '../../src/search/candidate-search';

/** The index `candidates` in memory: finds whom the query describes. */
export const searchIn =
  (people: Iterable<CandidateFacts>) =>
  async (query: CandidateQuery, limit: number): Promise<FoundCandidates> => {
    const numbers = [...people].filter((one) => isFound(one, query)).map(({ person }) => person);
    return { numbers: numbers.slice(0, limit), total: numbers.length };
  };

function isFound(person: CandidateFacts, { competencies, scopeCodes }: CandidateQuery): boolean {
  const scopes = scopeCodes.map((code) => areaRange(areaNumber(code)));
  const homes = person.district === null ? [areaRange(0)] : [areaRange(person.district)];
  const isInside =
    scopes.length === 0 ||
    [...homes, ...person.willingAreas].some((area) =>
      scopes.some((scope) => rangesOverlap(scope, area)),
    );
  const isAble = person.competencies.some((held) =>
    competencies.some((c) => c.number === held.competency && c.minLevel <= held.level),
  );
  return isInside && isAble;
}
