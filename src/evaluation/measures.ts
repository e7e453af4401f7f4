/** How well an order serves one query. */
export interface RankingQuality {
  readonly ndcg10: number;
  /** Average precision. */
  readonly map: number;
  readonly recall20: number;
}

/**
 * Measures one order against graded judgements (gain 2^grade − 1, discount log2; anything above 0 is relevant).
 *
 * Shape: at least one grade above 0.
 */
export function measureRanking(
  order: readonly string[],
  grades: ReadonlyMap<string, number>,
): RankingQuality {
  const relevant = [...grades.values()].filter((grade) => grade > 0).sort((a, b) => b - a);
  const gained = order.slice(0, 10).map((id) => grades.get(id) ?? 0);
  let hits = 0;
  let precisions = 0;
  let hitsIn20 = 0;
  order.forEach((id, place) => {
    if ((grades.get(id) ?? 0) === 0) return;
    hits += 1;
    precisions += hits / (place + 1);
    if (place < 20) hitsIn20 += 1;
  });
  return {
    ndcg10: discount(gained) / discount(relevant.slice(0, 10)),
    map: precisions / relevant.length,
    recall20: hitsIn20 / relevant.length,
  };
}

function discount(grades: readonly number[]): number {
  return grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

/** How well an order serves a query with one right answer. */
export interface AnswerQuality {
  /** Reciprocal rank. */
  readonly mrr: number;
  readonly recall5: number;
}

/** Measures where the right answer stands; nowhere counts 0. */
export function measureAnswer(order: readonly string[], answer: string): AnswerQuality {
  const place = order.indexOf(answer);
  return { mrr: place === -1 ? 0 : 1 / (place + 1), recall5: place !== -1 && place < 5 ? 1 : 0 };
}

/** The mean; 0 for nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}

/** Four decimals: more would promise what the sample cannot hold. */
export function roundFigure(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
