/** Character n-gram vectors of labels. Source: design of formula m4; n = 3–5 measured, docs/MATCHING.md. */
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;

/** Two labels and their cosine in basis points. */
export interface SimilarPair {
  readonly a: number;
  readonly b: number;
  readonly similarityBp: number;
}

/** Unit vectors, one per label, over a shared gram space; grams in ascending order. */
export interface LabelVectors {
  readonly grams: readonly Int32Array[];
  readonly weights: readonly Float64Array[];
  readonly gramCount: number;
}

/** Weighs each gram by tf · ln(1 + labels / labels with it), each label to length 1; empty labels count for nothing. */
export function vectorise(labels: readonly string[]): LabelVectors {
  const numberOf = new Map<string, number>();
  const counts = labels.map((label) => countGrams(label, numberOf));
  const labelsWith = new Float64Array(numberOf.size);
  for (const count of counts) for (const gram of count.keys()) labelsWith[gram] += 1;
  const labelCount = counts.filter((count) => count.size > 0).length;
  const grams: Int32Array[] = [];
  const weights: Float64Array[] = [];
  for (const count of counts) {
    const sorted = Int32Array.from(count.keys()).sort();
    const raw = Float64Array.from(
      sorted,
      (gram) => (count.get(gram) ?? 0) * Math.log(1 + labelCount / labelsWith[gram]),
    );
    const norm = Math.sqrt(raw.reduce((sum, x) => sum + x * x, 0)) || 1;
    grams.push(sorted);
    weights.push(raw.map((x) => x / norm));
  }
  return { grams, weights, gramCount: numberOf.size };
}

function countGrams(label: string, numberOf: Map<string, number>): Map<number, number> {
  const text = ` ${foldLabel(label)} `;
  const counts = new Map<number, number>();
  for (let n = SHORTEST_GRAM; n <= LONGEST_GRAM; n += 1) {
    for (let at = 0; at + n <= text.length; at += 1) {
      const gram = text.slice(at, at + n);
      const number = numberOf.get(gram) ?? numberOf.size;
      numberOf.set(gram, number);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  }
  return counts;
}

/** Lower case, without accents, words separated by one space. */
export function foldLabel(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/**
 * The cosine of one label with every label, in [0, 1].
 *
 * Cost: O(grams of the label · labels).
 */
export function similaritiesTo(vectors: LabelVectors, label: number): Float64Array {
  const own = new Map<number, number>();
  vectors.grams[label].forEach((gram, i) => {
    own.set(gram, vectors.weights[label][i]);
  });
  return Float64Array.from(vectors.grams, (grams, other) => {
    let dot = 0;
    for (let i = 0; i < grams.length; i += 1) {
      const weight = own.get(grams[i]);
      if (weight !== undefined) dot += weight * vectors.weights[other][i];
    }
    return dot;
  });
}
