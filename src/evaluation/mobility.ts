import { mix } from '../matching/core/fixed-point';
import { mean, measureRanking, type RankingQuality, roundFigure } from './measures';
import { baselines, scoreByBaseline } from './mobility-baselines';
import { type PairScores, scoreByCore } from './mobility-core';
import { type Judgements, type MobilityData, withoutActivities } from './mobility-data';

/** The product, and what it was compared with. Reasons: docs/adr/0004-scoring-and-ties.md. */
export const rankingVariants = {
  product: (data) => scoreByCore(data),
  'no-specificity': (data) => scoreByCore(data, { fullFrom: null }),
  'specificity-1.0': (data) => scoreByCore(data, { fullFrom: 1 }),
  'specificity-1.6': (data) => scoreByCore(data, { fullFrom: 1.6 }),
  'no-similar-labels': (data) => scoreByCore(data, { hasSimilarLabels: false }),
  'no-occupation': (data) => scoreByCore(data, { hasOccupation: false }),
  'no-activities': (data) => scoreByCore(withoutActivities(data)),
  coverage: (data) => scoreByBaseline(data, baselines.coverage),
  jaccard: (data) => scoreByBaseline(data, baselines.jaccard),
  'idf-coverage': (data) => scoreByBaseline(data, baselines['idf-coverage']),
  'tf-idf-cosine': (data) => scoreByBaseline(data, baselines['tf-idf-cosine']),
} satisfies Record<string, (data: MobilityData) => PairScores>;

export type RankingVariant = keyof typeof rankingVariants;

/** One direction of a variant: what is printed, and the same by query for comparisons. */
export interface RankingOutcome {
  readonly task: string;
  readonly queries: number;
  readonly docs: number;
  readonly ndcg10: number;
  readonly map: number;
  readonly recall20: number;
  readonly seconds: number;
  readonly byQuery: readonly RankingQuality[];
}

interface Side {
  readonly id: string;
  readonly code: string;
}

/** Ranks in both directions by the same number and measures both. Cost: a second or two for 532 × 532 pairs. */
export function evaluateRanking(data: MobilityData, variant: RankingVariant): RankingOutcome[] {
  const start = performance.now();
  const scores = rankingVariants[variant](data);
  const { vacancies, candidates } = data;
  const seconds = (performance.now() - start) / 1_000;
  return [
    measureDirection(
      'vacancy_to_candidates',
      data.vacancyToCandidates,
      vacancies,
      candidates,
      (query, doc) => scores[query][doc],
      seconds,
    ),
    measureDirection(
      'candidate_to_vacancies',
      data.candidateToVacancies,
      candidates,
      vacancies,
      (query, doc) => scores[doc][query],
      seconds,
    ),
  ];
}

function measureDirection(
  task: string,
  judgements: Judgements,
  queries: readonly Side[],
  docs: readonly Side[],
  scoreOf: (query: number, doc: number) => number,
  secondsBefore: number,
): RankingOutcome {
  const start = performance.now();
  const byQuery = queries.flatMap(({ id, code }, query) => {
    const grades = judgements.get(id);
    if (grades === undefined) return [];
    return [measureRanking(order(query, code, docs, scoreOf), grades)];
  });
  const figure = (name: keyof RankingQuality) =>
    roundFigure(mean(byQuery.map((quality) => quality[name])));
  return {
    task,
    queries: byQuery.length,
    docs: docs.length,
    ndcg10: figure('ndcg10'),
    map: figure('map'),
    recall20: figure('recall20'),
    seconds: roundFigure(secondsBefore + (performance.now() - start) / 1_000),
    byQuery,
  };
}

/** Best first; equal scores by a number mixed from both, as in the product; never the query's own occupation. */
function order(
  query: number,
  code: string,
  docs: readonly Side[],
  scoreOf: (query: number, doc: number) => number,
): string[] {
  return docs
    .map((doc, number) => ({ ...doc, score: scoreOf(query, number), tie: mix(query, number) }))
    .filter((doc) => doc.code === '' || doc.code !== code)
    .sort((a, b) => b.score - a.score || a.tie - b.tie)
    .map(({ id }) => id);
}
