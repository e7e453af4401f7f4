import { similarity } from '../../search/similarity';

const SHORTEST_WORD = 4;

/** The words of all documents, by how many hold them: an unknown word may be a known one with a slip of the pen. */
export class Vocabulary {
  private readonly documentsWith = new Map<string, number>();

  constructor(documents: readonly (readonly string[])[]) {
    for (const words of documents) {
      for (const word of new Set(words)) {
        this.documentsWith.set(word, (this.documentsWith.get(word) ?? 0) + 1);
      }
    }
  }

  /** A known or short word itself; else the commonest known word that is one slip away, if there is one. */
  correct(word: string): string {
    if (word.length < SHORTEST_WORD || this.documentsWith.has(word)) return word;
    let best = word;
    let most = 0;
    for (const [known, count] of this.documentsWith) {
      if (count > most && known.length >= SHORTEST_WORD && isOneSlip(word, known)) {
        best = known;
        most = count;
      }
    }
    return best;
  }
}

function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const longer = Math.max(a.length, b.length);
  return Math.round((1 - similarity(a, b)) * longer) <= 1;
}
