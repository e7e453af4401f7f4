import { FULL_BP } from './fixed-point';
import { type LabelVectors, type SimilarPair, vectorise } from './label-vectors';

/** Below this cosine two labels count as unrelated. Source: formula m4, docs/MATCHING.md. */
export const LEAST_SIMILARITY = 0.3;

/**
 * Every pair of labels whose cosine is at least `least`, a < b, in ascending order.
 *
 * Cost: O(pairs that share a gram); 900 labels in a tenth of a second, 13,900 in a few seconds.
 */
export function similarLabels(labels: readonly string[], least = LEAST_SIMILARITY): SimilarPair[] {
  const vectors = vectorise(labels);
  const index = createIndex(vectors);
  const dots = new Float64Array(labels.length);
  const pairs: SimilarPair[] = [];
  for (let b = 0; b < labels.length; b += 1) {
    for (const a of multiply(vectors, index, b, dots)) {
      if (dots[a] >= least) pairs.push({ a, b, similarityBp: Math.round(dots[a] * FULL_BP) });
      dots[a] = 0;
    }
    addLabel(vectors, index, b);
  }
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}

/** By gram, from its start to its end, the labels that hold it and its weight in each. */
interface GramIndex {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly labels: Int32Array;
  readonly weights: Float64Array;
}

/** Room for every label, and none in it yet. */
function createIndex({ grams, gramCount }: LabelVectors): GramIndex {
  const starts = new Int32Array(gramCount + 1);
  for (const own of grams) for (const gram of own) starts[gram + 1] += 1;
  for (let gram = 0; gram < gramCount; gram += 1) starts[gram + 1] += starts[gram];
  const size = starts[gramCount];
  return {
    starts,
    ends: starts.slice(),
    labels: new Int32Array(size),
    weights: new Float64Array(size),
  };
}

function addLabel({ grams, weights }: LabelVectors, index: GramIndex, label: number): void {
  grams[label].forEach((gram, i) => {
    const at = index.ends[gram]++;
    index.labels[at] = label;
    index.weights[at] = weights[label][i];
  });
}

/** The labels in the index that share a gram with `label`, their products in `dots`, for the caller to clear. */
function multiply(
  { grams, weights }: LabelVectors,
  index: GramIndex,
  label: number,
  dots: Float64Array,
): number[] {
  const found: number[] = [];
  for (let i = 0; i < grams[label].length; i += 1) {
    const gram = grams[label][i];
    const weight = weights[label][i];
    const end = index.ends[gram];
    for (let at = index.starts[gram]; at < end; at += 1) {
      const other = index.labels[at];
      if (dots[other] === 0) found.push(other);
      dots[other] += weight * index.weights[at];
    }
  }
  return found;
}
