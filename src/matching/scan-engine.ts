import type { VacancyFacts } from './core/facts';
import type { FactsSource } from './facts-store';
import type { Ranker, Ranking, RankOptions } from './ranker';

/** Scores everybody at home in the scope and whoever named it. Cost: some 50 ns a person, in the engine. */
export class ScanEngine implements Ranker {
  constructor(private readonly source: FactsSource) {}

  async rank(vacancy: VacancyFacts, options: RankOptions): Promise<Ranking> {
    const { people } = await this.source.current();
    return await people.rank(vacancy, options);
  }
}
