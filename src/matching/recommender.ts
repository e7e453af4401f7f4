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
    const store = await this.source.current();
    const order = rankVacancies(candidate, openAt(store, options.at), options);
    return {
      taxonomyVersion: store.catalogue.taxonomy.version,
      considered: order.considered,
      eligible: order.eligible,
      rows: order.rows.map(({ item, rank, tiedWith }) => ({
        vacancyId: store.vacancyId(item.facts.vacancy) ?? '',
        rank,
        tiedWith,
        match: explain(item, candidate),
      })),
    };
  }
}

function* openAt(store: FactsStore, at: Date): Generator<CompiledVacancy> {
  for (const { compiled, validThrough } of store.vacancies.values()) {
    if (validThrough > at) yield compiled;
  }
}
