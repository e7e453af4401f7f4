import { compileVacancy } from '../../src/matching/core/compile';
import { explain } from '../../src/matching/core/explain';
import type { VacancyFacts } from '../../src/matching/core/facts';
import { rankCandidates } from '../../src/matching/core/rank';
import { people } from './people';
import { shippedGeography, shippedTaxonomy } from './taxonomy';

const nameOf = new Map([...people].map(([name, { person }]) => [person, name]));

/** A ranking as it is committed: one line a factor, so that a change shows where it comes from. */
export function rankGolden(vacancy: VacancyFacts) {
  const compiled = compileVacancy(vacancy, shippedTaxonomy, shippedGeography);
  const order = rankCandidates(compiled, people.values(), { first: people.size });
  return {
    considered: order.considered,
    eligible: order.eligible,
    ranking: order.rows.map(({ item, rank, scoreBp, verdict }) => ({
      rank,
      person: nameOf.get(item.person) ?? '',
      scoreBp,
      verdict,
      factors: explain(compiled, item).factors.map(
        ({ factor, requirementId, contributionBp, weightBp, via }) =>
          `${[factor, requirementId, via === 'NONE' ? null : via].filter(Boolean).join(' ')}: ${contributionBp} of ${weightBp}`,
      ),
    })),
  };
}
