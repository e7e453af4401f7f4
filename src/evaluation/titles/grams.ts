import { foldLabel } from '../../matching/core/label-vectors';
import { countWords } from './bm25';

const LENGTHS = [3, 4];

type Weights = ReadonlyMap<string, number>;

/** Texts as vectors of letter sequences (√tf · idf, length 1), so that a slip of the pen spoils only a part. */
export class GramVectors {
  private readonly textCount: number;
  private readonly textsWith = new Map<string, number>();
  /** By sequence, the texts that hold it and its weight in each. */
  private readonly postings = new Map<string, [number, number][]>();

  constructor(texts: readonly string[]) {
    this.textCount = texts.length;
    const counts = texts.map((text) => countWords(gramsOf(text)));
    for (const count of counts) {
      for (const gram of count.keys()) {
        this.textsWith.set(gram, (this.textsWith.get(gram) ?? 0) + 1);
      }
    }
    counts.forEach((count, text) => {
      for (const [gram, weight] of this.weigh(count)) {
        const known = this.postings.get(gram);
        if (known) known.push([text, weight]);
        else this.postings.set(gram, [[text, weight]]);
      }
    });
  }

  /** The cosine of a text with each of the texts. */
  similarities(text: string): number[] {
    const cosines = new Array<number>(this.textCount).fill(0);
    for (const [gram, weight] of this.weigh(countWords(gramsOf(text)))) {
      for (const [other, otherWeight] of this.postings.get(gram) ?? []) {
        cosines[other] += weight * otherWeight;
      }
    }
    return cosines;
  }

  private weigh(counts: Weights): Weights {
    const raw = [...counts].map(([gram, times]): [string, number] => [
      gram,
      Math.sqrt(times) * Math.log(1 + this.textCount / (this.textsWith.get(gram) ?? 1)),
    ]);
    const norm = Math.sqrt(raw.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return new Map(raw.map(([gram, weight]) => [gram, weight / norm]));
  }
}

function gramsOf(text: string): string[] {
  const folded = ` ${foldLabel(text)} `;
  return LENGTHS.flatMap((length) =>
    Array.from({ length: Math.max(0, folded.length - length + 1) }, (_, at) =>
      folded.slice(at, at + length),
    ),
  );
}
