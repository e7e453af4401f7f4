import { type DiscriminationGround, WORDINGS, type Wording } from './discrimination-wordings';

export interface DiscriminatoryWording {
  readonly ground: DiscriminationGround;
  readonly matchedText: string;
}

const MEN = /\b(?:pria|laki[- ]?laki|laki[- ]?2|lelaki|lk2|cowok|males?|men)\b(?!['’]s)|\blaki²/giu;
const WOMEN = /\b(?:wanita|perempuan|cewek|females?|wom[ae]n)\b(?!['’]s)/giu;
const ONLY = /^\s(?:saja|only)\b/iu;
const GOODS =
  /\b(?:pakaian|busana|baju|kaos|celana|sepatu|tas|sandal|fashion|aksesoris|salon|toilet|asrama|kost?|produk|perawatan|kesehatan|jam tangan|parfum|pelanggan|pasien|tamu|siswa|pemberdayaan|perlindungan|dharma)(?: untuk)?\s+$/iu;

/** How far around a wording its sense is looked for, in characters. */
const CONTEXT = 60;

/**
 * The discriminatory wordings of a text, each ground once a line.
 *
 * Two sexes, creeds or states named together are no condition, nor is the trade in goods for one. Cost: O(text).
 */
export function findDiscriminatoryWording(text: string): DiscriminatoryWording[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const all = [...WORDINGS.flatMap((wording) => findIn(line, wording)), ...findOneSex(line)];
    return all.filter((one, at) => all.findIndex(({ ground }) => ground === one.ground) === at);
  });
}

function findIn(line: string, { ground, pattern, notAfter, notBefore }: Wording) {
  return [...line.matchAll(pattern)]
    .filter(({ 0: words, index }) => {
      const end = index + words.length;
      const before = line.slice(Math.max(0, index - CONTEXT), index);
      return !notAfter?.test(before) && !notBefore?.test(line.slice(end, end + CONTEXT));
    })
    .map(([matchedText]) => ({ ground, matchedText }));
}

function findOneSex(line: string): DiscriminatoryWording[] {
  const sexes = [MEN, WOMEN].map((words) =>
    [...line.matchAll(words)].filter(
      ({ index }) => !GOODS.test(line.slice(Math.max(0, index - CONTEXT), index)),
    ),
  );
  const named = sexes.filter((matches) => matches.length > 0);
  const [only] = named;
  if (named.length !== 1 || only === undefined) return [];
  return only.map(({ 0: sex, index }) => {
    const [alone = ''] = ONLY.exec(line.slice(index + sex.length)) ?? [];
    return { ground: 'SEX', matchedText: `${sex}${alone}` };
  });
}
