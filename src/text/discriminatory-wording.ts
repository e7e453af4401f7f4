import { type DiscriminationGround, WORDINGS, type Wording } from './discrimination-wordings';

export interface DiscriminatoryWording {
  readonly ground: DiscriminationGround;
  readonly matchedText: string;
}

const MEN =
  /\b(?:pria|laki[- ]?laki|laki[- ]?2|lelaki|lk2|cowok?|males?|men(?! at work\b)|(?:boys|gentlemen)(?=\s(?:only|preferred)\b|\s?(?:[/&]|and|or)\s?(?:girls|ladies)\b))\b(?!['’]s)|\blaki²/giu;
const WOMEN =
  /\b(?:wanita|perempuan|cewek?|females?|wom[ae]n|(?:girls|ladies)(?=\s(?:only|preferred)\b|\s?(?:[/&]|and|or)\s?(?:boys|gentlemen)\b))\b(?!['’]s)/giu;
const ONLY = /^\s(?:saja|only)\b/iu;
const GOODS =
  /\b(?:(?:pakaian|busana|baju|kaos|celana|sepatu|tas|sandal|fashion|aksesoris|salon|barbershop|pangkas rambut|toilet|asrama|kost?|produk|perawatan|kesehatan|jam tangan|parfum|pelanggan|nasabah|konsumen|pasien|lansia|tamu|siswa|atlet|pemberdayaan|perlindungan|dharma)(?: dalam)?(?: untuk)?|(?:gym|fitness|senam|kolam renang|spa|asrama|kost?|toilet)(?: (?:khusus|untuk))?)\s+$/iu;
const PLACES_BEHIND =
  /^\s(?:saja|only)\s(?:gym|class|classes|salon|spa|hostel|boarding|taxi|night)\b/iu;

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
  const named = [MEN, WOMEN]
    .map((words) => [...line.matchAll(words)])
    .filter((matches) => matches.length > 0);
  const [only] = named;
  if (named.length !== 1 || only === undefined) return [];
  // Only now: "pelanggan pria dan wanita" names both, though goods stand before one alone.
  return only.flatMap(({ 0: sex, index }) => {
    const behind = line.slice(index + sex.length, index + sex.length + CONTEXT);
    if (GOODS.test(line.slice(Math.max(0, index - CONTEXT), index)) || PLACES_BEHIND.test(behind))
      return [];
    const [alone = ''] = ONLY.exec(behind) ?? [];
    return [{ ground: 'SEX', matchedText: `${sex}${alone}` }];
  });
}
