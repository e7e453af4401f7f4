import type { CompiledVacancy } from './core/compile';
import { explain } from './core/explain';
import type { CandidateFacts } from './core/facts';
import type { Order } from './core/rank';
import type { FactsStore } from './facts-store';
import type { Ranking, RankMethod } from './ranker';

/** A stretch of an order as the ranker gives it: each of its rows explained. */
export function presentRanking(
  store: FactsStore,
  vacancy: CompiledVacancy,
  { rows, ...totals }: Order<CandidateFacts>,
  method: RankMethod,
): Ranking {
  return {
    ...totals,
    method,
    taxonomyVersion: store.catalogue.taxonomy.version,
    seq: store.seq,
    rows: rows.map(({ item, rank, tiedWith }) => ({
      person: item.person,
      candidateId: store.candidateId(item.person) ?? '',
      rank,
      tiedWith,
      match: explain(vacancy, item),
    })),
  };
}
