/** How soon repetition stops to count, and how much a long document loses. Source: the usual values of BM25. */
const K1 = 1.2;
const B = 0.75;

/** Okapi BM25 over documents of words. */
export class Bm25 {
  private readonly counts: readonly ReadonlyMap<string, number>[];
  private readonly documentsWith = new Map<string, number>();
  private readonly lengths: readonly number[];
  private readonly meanLength: number;

  constructor(documents: readonly (readonly string[])[]) {
    this.counts = documents.map(countWords);
    for (const count of this.counts) {
      for (const word of count.keys()) {
        this.documentsWith.set(word, (this.documentsWith.get(word) ?? 0) + 1);
      }
    }
    this.lengths = documents.map((words) => words.length);
    this.meanLength = this.lengths.reduce((a, b) => a + b, 0) / Math.max(1, documents.length);
  }

  /** The rarer, the higher; a word in no document is the rarest. */
  idf(word: string): number {
    const holders = this.documentsWith.get(word) ?? 0;
    return Math.log(1 + (this.counts.length - holders + 0.5) / (holders + 0.5));
  }

  /** One score a document. */
  score(query: readonly string[]): number[] {
    return this.counts.map((count, document) => {
      const damping = K1 * (1 - B + (B * this.lengths[document]) / this.meanLength);
      return query.reduce((sum, word) => {
        const times = count.get(word) ?? 0;
        return sum + (this.idf(word) * times * (K1 + 1)) / (times + damping);
      }, 0);
    });
  }
}

/** How often each word occurs. */
export function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
