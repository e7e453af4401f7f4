import { foldLabel } from '../../matching/core/label-vectors';

/** Words that hold a description together and name no work. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `dan atau yang di ke dari untuk pada dengan dalam oleh sebagai adalah ini itu lainnya lain tidak serta para akan
  telah dapat juga termasuk seperti meliputi mencakup tugas tugasnya kelompok subgolongan contoh bidang`.split(
    /\s+/,
  ),
);

const PREFIX = /^(?:meng|meny|mem|men|me|peng|peny|pem|pen|per|pe|ber|ter|di|ke|se)/;
const SUFFIX = /(?:kannya|annya|nya|kan|an|i)$/;
/** What is left of a word must still be one. Source: measured, docs/adr/0009-title-ranking.md. */
const SHORTEST_STEM = 5;

/** Lower-case words without punctuation. */
export function wordsOf(text: string): string[] {
  return foldLabel(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** The same without stop words, prefixes and suffixes: "pelayanan" and "melayani" become one. */
export function stemsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map((word) => strip(strip(word, SUFFIX), PREFIX));
}

function strip(word: string, affix: RegExp): string {
  const rest = word.replace(affix, '');
  return rest.length >= SHORTEST_STEM ? rest : word;
}
