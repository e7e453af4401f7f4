import { compileVacancy } from './core/compile';
import type { VacancyFacts } from './core/facts';
import type { FactsSource } from './facts-store';
import { presentRanking } from './present-ranking';
import type { Ranker, Ranking, RankOptions } from './ranker';
import { rankSlots } from './slots/rank-slots';

/** Scores everybody at home in the scope and whoever named it. Cost: some 50 ns a person. */
export class ScanEngine implements Ranker {
  constructor(private readonly source: FactsSource) {}

  async rank(vacancy: VacancyFacts, options: RankOptions): Promise<Ranking> {
    const store = await this.source.current();
    const { taxonomy, geography } = store.catalogue;
    const compiled = compileVacancy(vacancy, taxonomy, geography);
    const order = rankSlots(store.candidates, compiled, options, options.pool);
    return presentRanking(store, compiled, order, 'SCAN');
  }
}
