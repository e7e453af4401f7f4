import type { CompiledVacancy } from './core/compile';
import { explain } from './core/explain';
import type { CandidateFacts } from './core/facts';
import { rankVacancies } from './core/rank';
import type { FactsSource, FactsStore } from './facts-store';
import type { Recommendation, Recommender, RecommendOptions } from './ranker';

/** Scores every published vacancy for a person. Cost: about a microsecond a vacancy. */
export class VacancyRecommender implements Recommender {
  constructor(private readonly source: FactsSource) {}

  async recommend(candidate: CandidateFacts, options: RecommendOptions): Promise<Recommendation> {
    return recommendFrom(await this.source.current(), candidate, options);
  }
}

/** The same over facts in hand: those whose numbers the person's facts hold. */
export function recommendFrom(
  store: FactsStore,
  candidate: CandidateFacts,
  options: RecommendOptions,
): Recommendation {
  const { rows, ...totals } = rankVacancies(candidate, openAt(store, options.at), options);
  return {
    ...totals,
    taxonomyVersion: store.catalogue.taxonomy.version,
    rows: rows.map(({ item, rank, tiedWith }) => ({
      vacancyId: store.vacancyId(item.facts.vacancy) ?? '',
      rank,
      tiedWith,
      match: explain(item, candidate),
    })),
  };
}

/** The published vacancies that have not run out. */
export function* openAt(store: FactsStore, at: Date): Generator<CompiledVacancy> {
  for (const { compiled, validThrough } of store.vacancies.values()) {
    if (validThrough > at) yield compiled;
  }
}
