import type { ConceptMatch, ConceptType } from './concepts';
import type { Dictionary } from './dictionary';
import type { Places } from './places';
import { tokenise, wordSet } from './tokens';

/** Words of a person's sentence that stand around what they mean. */
const FILLERS = wordSet(`
  saya aku bisa dapat mampu punya memiliki pengalaman berpengalaman pernah jadi sebagai kerja
  bekerja cari mencari lowongan loker ingin mau mahir menguasai ahli dan atau i can am a an
  looking for job work as and skill keahlian
`);
/** More words that say nothing by themselves and hide no typo. */
const STOP_WORDS = wordSet(`
  tinggal di domisili orang yang serta dengan juga sudah tahun umur usia dari ke untuk pada ini itu
  in at live the of to with my is have years old experience nama
`);

/** Words of a text that nothing was found for. */
export interface Leftover {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads what a person types about themselves or looks for. */
export class QueryReader {
  constructor(
    private readonly dictionary: Dictionary,
    private readonly places: Places,
  ) {}

  /**
   * The words of a text that no match covers, as the phrases between fillers and breaks: what a typo may hide in.
   */
  leftovers(text: string, matches: readonly ConceptMatch[]): Leftover[] {
    const phrases: Leftover[] = [];
    let isOpen = false;
    for (const token of withSegmentsAtFillers(tokenise(text))) {
      const isCovered = matches.some((match) => token.start < match.end && match.start < token.end);
      const isWord = !isCovered && !isEmptyWord(token.text) && /\p{L}/u.test(token.text);
      const last = phrases.at(-1);
      if (isWord && isOpen && !token.startsSegment && last !== undefined) {
        phrases[phrases.length - 1] = {
          ...last,
          text: text.slice(last.start, token.end),
          end: token.end,
        };
      } else if (isWord) {
        phrases.push({
          text: text.slice(token.start, token.end),
          start: token.start,
          end: token.end,
        });
      }
      isOpen = isWord;
    }
    return phrases;
  }

  /**
   * The concepts named in a person's text, in reading order: "saya bisa las listrik, tinggal di Palu Barat".
   *
   * Shape: one match per concept and type; a word may be a competency and an occupation at once.
   * Ties: overlapping places and trades go to the longer term ("tukang batu" is no town).
   */
  read(text: string, types: readonly ConceptType[]): ConceptMatch[] {
    const tokens = tokenise(text);
    const spoken = withSegmentsAtFillers(tokens);
    const matches: (ConceptMatch & { firstToken: number; tokenCount: number })[] = [];
    for (const type of types) {
      if (type === 'REGION') matches.push(...this.places.find(text, tokens));
      else {
        matches.push(...this.dictionary.find(type, text, { mode: 'query' }, tokens));
        const alone = this.dictionary.find(type, text, { mode: 'query' }, spoken);
        matches.push(...alone.filter((match) => match.rule === 'WHOLE_QUERY_ONLY'));
      }
    }
    const kept = matches.filter((match) => !matches.some((other) => hides(other, match)));
    kept.sort(
      (a, b) => a.start - b.start || b.confidenceBp - a.confidenceBp || compare(a.id, b.id),
    );
    return uniqueConcepts(kept);
  }
}

/** A filler ends the words before it, so that "saya bisa las" holds the whole answer "las". */
function withSegmentsAtFillers(tokens: ReturnType<typeof tokenise>): ReturnType<typeof tokenise> {
  return tokens.map((token, index) => {
    const previous = tokens[index - 1];
    const isAtFiller =
      FILLERS.has(token.text) || (previous !== undefined && FILLERS.has(previous.text));
    return isAtFiller && !token.startsSegment ? { ...token, startsSegment: true } : token;
  });
}

/** Words that no text is about. Source: our own list, 2026. */
const FUNCTION_WORDS = wordSet(`
  adalah akan agar antara apa atas bagi bahwa banyak baru baik belum bukan dalam di dia hanya harus hari jika kami kamu
  kalau karena kita lain lagi lebih maka mereka masih oleh para pasti paling per saat saja sangat sebuah semua seperti
  setiap tetapi tapi tidak tersebut ya
  be but by can from have he if it no not on she so that they this we will you
`);

/** Words that stand around what a person means. */
export const QUERY_WORDS: readonly ReadonlySet<string>[] = [FILLERS, STOP_WORDS, FUNCTION_WORDS];

/** Whether each word of a term stands in any sentence, so that it can mean nothing by itself. */
export const saysNothing = (term: string): boolean =>
  term.split(' ').every((word) => isEmptyWord(word) || FUNCTION_WORDS.has(word));

function isEmptyWord(word: string): boolean {
  return FILLERS.has(word) || STOP_WORDS.has(word);
}

function hides(
  other: ConceptMatch & { tokenCount: number },
  match: ConceptMatch & { tokenCount: number },
): boolean {
  if (other === match || (other.type === 'REGION') === (match.type === 'REGION')) return false;
  const overlaps = other.start < match.end && match.start < other.end;
  if (!overlaps) return false;
  return (
    other.tokenCount > match.tokenCount ||
    (other.tokenCount === match.tokenCount &&
      match.type === 'REGION' &&
      other.confidenceBp > match.confidenceBp)
  );
}

function uniqueConcepts(matches: readonly ConceptMatch[]): ConceptMatch[] {
  const seen = new Set<string>();
  return matches.flatMap(({ type, id, matchedText, start, end, confidenceBp }) => {
    const key = `${type}:${id}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ type, id, matchedText, start, end, confidenceBp }];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
