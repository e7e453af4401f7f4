import { asciiBytes, fromHex, toHex } from '../../../src/matching/core/bytes';
import { compileVacancy } from '../../../src/matching/core/compile';
import { explain } from '../../../src/matching/core/explain';
import type { CandidateFacts, VacancyFacts } from '../../../src/matching/core/facts';
import { type Centroid, Geography } from '../../../src/matching/core/geography';
import { hashStatement } from '../../../src/matching/core/receipt';
import { recomputeScore, recomputeVerdict } from '../../../src/matching/core/recompute';
import type { Hash } from '../../../src/matching/core/sha256';
import { writeStatement } from '../../../src/matching/core/statement';
import { CoreTaxonomy } from '../../../src/matching/core/taxonomy';
import type { TaxonomyRows } from '../../../src/matching/core/taxonomy-rows';
import { stateMatch } from '../../matching/core/state-match';

/** A world as plain data, which a page can be handed. */
export interface PlainWorld {
  readonly rows: TaxonomyRows;
  readonly centroids: readonly Centroid[];
  readonly vacancies: readonly VacancyFacts[];
  readonly candidates: readonly CandidateFacts[];
}

const ORDER = {
  snapshotId: '00000000-0000-4000-8000-000000000000',
  vacancyId: '00000000-0000-4000-8000-000000000001',
  ...{ vacancyVersion: 1, dataAsOf: 1, algorithmVersion: 'padan-1', taxonomyVersion: 1 },
};

/** Scores every pair of a world, recomputes it from its lines, and hashes its leaf: the same code here and in a page. */
export function hashPairs(world: PlainWorld, salt: string, hash: Hash): string[] {
  const taxonomy = new CoreTaxonomy(world.rows);
  const geography = new Geography(world.centroids);
  const eligible = world.candidates.length;
  return world.vacancies.flatMap((facts) => {
    const vacancy = compileVacancy(facts, taxonomy, geography);
    return world.candidates.map((candidate, index) => {
      const match = explain(vacancy, candidate);
      const place = { rank: index + 1, tiedWith: 0 };
      const statement = stateMatch({ ...ORDER, eligible }, place, match);
      const scoreBp = recomputeScore(statement.lines);
      const again = { ...statement, scoreBp, verdict: recomputeVerdict(scoreBp, statement.checks) };
      const text = asciiBytes(writeStatement(again));
      return toHex(hashStatement(hash, fromHex(salt) ?? new Uint8Array(), text));
    });
  });
}
