import { compileVacancy } from './core/compile';
import { explain } from './core/explain';
import type { CandidateFacts, VacancyFacts } from './core/facts';
import { rankCandidates } from './core/rank';
import type { FactsSource, FactsStore } from './facts-store';
import type { Ranker, Ranking, RankMethod, RankOptions } from './ranker';

/** Scores everybody. Cost: about a microsecond a person. */
export class ScanEngine implements Ranker {
  constructor(private readonly source: FactsSource) {}

  async rank(vacancy: VacancyFacts, options: RankOptions): Promise<Ranking> {
    const store = await this.source.current();
    const people = options.pool ? pick(store, options.pool) : store.candidates.values();
    return rankPeople(store, vacancy, people, options, 'SCAN');
  }
}

/** The facts of those among `numbers` who may be ranked. */
export function* pick(store: FactsStore, numbers: Iterable<number>): Generator<CandidateFacts> {
  for (const number of numbers) {
    const facts = store.candidates.get(number);
    if (facts !== undefined) yield facts;
  }
}

/** The ranking of some people, each returned row explained. */
export function rankPeople(
  store: FactsStore,
  vacancy: VacancyFacts,
  people: Iterable<CandidateFacts>,
  options: RankOptions,
  method: RankMethod,
): Ranking {
  const { taxonomy, geography } = store.catalogue;
  const compiled = compileVacancy(vacancy, taxonomy, geography);
  const { rows, ...totals } = rankCandidates(compiled, people, options);
  return {
    ...totals,
    method,
    taxonomyVersion: taxonomy.version,
    seq: store.seq,
    rows: rows.map(({ item, rank, tiedWith }) => ({
      person: item.person,
      candidateId: store.candidateId(item.person) ?? '',
      rank,
      tiedWith,
      match: explain(compiled, item),
    })),
  };
}
