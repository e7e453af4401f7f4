import { FULL_BP } from './fixed-point';
import { type LabelVectors, type SimilarPair, vectorise } from './label-vectors';

/** Below this cosine two labels count as unrelated. Source: formula m4, docs/MATCHING.md. */
export const LEAST_SIMILARITY = 0.3;

/**
 * Every pair of labels whose cosine is at least `least`, a < b, in ascending order.
 *
 * Exact: a label's commonest grams are left out of the index only as long as they alone could not
 * reach `least`, so no pair is missed. Cost: 13,900 labels in a few seconds.
 */
export function similarLabels(labels: readonly string[], least = LEAST_SIMILARITY): SimilarPair[] {
  const vectors = vectorise(labels);
  const index = indexRareGrams(vectors, least);
  const sums = new Float64Array(labels.length);
  const pairs: SimilarPair[] = [];
  for (let b = 1; b < labels.length; b += 1) {
    for (const a of sumIndexed(vectors, index, b, sums)) {
      // What the index left out adds less than `least`; the margin covers the rounding of floats.
      if (sums[a] + index.leftOut[a] >= least - 1e-9) {
        const similarity = cosine(vectors, a, b);
        if (similarity >= least) {
          pairs.push({ a, b, similarityBp: Math.round(similarity * FULL_BP) });
        }
      }
      sums[a] = 0;
    }
  }
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}

/** By gram, the labels that hold it and its weight there; by label, the length of the part left out. */
interface GramIndex {
  readonly labels: readonly number[][];
  readonly weights: readonly number[][];
  readonly leftOut: Float64Array;
}

/** The labels below `b` that share an indexed gram, their dot products so far in `sums` (to be cleared). */
function sumIndexed(
  vectors: LabelVectors,
  index: GramIndex,
  b: number,
  sums: Float64Array,
): number[] {
  const found: number[] = [];
  vectors.grams[b].forEach((gram, i) => {
    const labels = index.labels[gram];
    const weights = index.weights[gram];
    const weight = vectors.weights[b][i];
    for (let at = 0; at < labels.length && labels[at] < b; at += 1) {
      const a = labels[at];
      if (sums[a] === 0) found.push(a);
      sums[a] += weight * weights[at];
    }
  });
  return found;
}

function indexRareGrams(vectors: LabelVectors, least: number): GramIndex {
  const labelsWith = new Int32Array(vectors.gramCount);
  for (const grams of vectors.grams) for (const gram of grams) labelsWith[gram] += 1;
  const labels: number[][] = Array.from(labelsWith, () => []);
  const weights: number[][] = Array.from(labelsWith, () => []);
  const leftOut = new Float64Array(vectors.grams.length);
  vectors.grams.forEach((grams, label) => {
    const commonFirst = [...grams.keys()].sort(
      (x, y) => labelsWith[grams[y]] - labelsWith[grams[x]] || grams[x] - grams[y],
    );
    let energy = 0;
    for (const i of commonFirst) {
      energy += vectors.weights[label][i] ** 2;
      if (energy < least * least) leftOut[label] = Math.sqrt(energy);
      else {
        labels[grams[i]].push(label);
        weights[grams[i]].push(vectors.weights[label][i]);
      }
    }
  });
  return { labels, weights, leftOut };
}

function cosine(vectors: LabelVectors, a: number, b: number): number {
  const [gramsA, gramsB] = [vectors.grams[a], vectors.grams[b]];
  const [weightsA, weightsB] = [vectors.weights[a], vectors.weights[b]];
  let dot = 0;
  let i = 0;
  let j = 0;
  while (i < gramsA.length && j < gramsB.length) {
    if (gramsA[i] === gramsB[j]) {
      dot += weightsA[i] * weightsB[j];
      i += 1;
      j += 1;
    } else if (gramsA[i] < gramsB[j]) i += 1;
    else j += 1;
  }
  return dot;
}
