import { fold, type Token, tokenise, wordSet } from './tokens';

/** An advertisement's running text, cleaned, with the words that are no evidence of a demand. */
export interface AdText {
  readonly text: string;
  readonly tokens: readonly Token[];
  isMasked(tokenIndex: number): boolean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  bull: '•',
  rsquo: '’',
};
/** A part of the text, from its first word on, that speaks of something else than the work. */
interface Digression {
  readonly opens: ReadonlySet<string>;
  readonly closes: ReadonlySet<string>;
  readonly maxWords: number;
  /** Commas and slashes stay inside (a list of fields of study). */
  readonly spansLists: boolean;
}

const NEXT_DEMAND = wordSet(`
  memiliki mempunyai menguasai mampu mengerti memahami berpengalaman pengalaman usia umur
  maksimal maks max pria wanita laki perempuan bersedia dapat bisa able have has having
  experience experienced must proficient proficiency fluent strong knowledge familiar
  understand understanding jujur teliti disiplin domisili berdomisili fresh ipk gpa penempatan
  sehat komunikatif menyukai terbiasa bertanggung lancar good at with willing excellent
  berpenampilan paham mahir cakap diutamakan preferable preferably melakukan membuat mengelola
  bertugas bekerja skill skills sim domicile age male female single belum sudah tidak computer
  minimum years tahun passionate working kemampuan menarik cekatan rajin ulet energik punya
  kerja
`);
const DIGRESSIONS: readonly Digression[] = [
  {
    // "S1 jurusan Akuntansi / Teknik Informatika", "Bachelor degree in Law": a field of study.
    opens: wordSet(`
  jurusan jurursan juruan prodi studi fakultas major majoring degree bachelor diploma sarjana
  s1 s2 s3 d1 d2 d3 d4 diii iii iv smk sma smu slta stm lulusan graduated graduate
`),
    closes: NEXT_DEMAND,
    maxWords: 14,
    spansLists: true,
  },
  {
    opens: new Set([
      'benefit',
      'benefits',
      'fasilitas',
      'facilities',
      'tunjangan',
      'allowance',
      'keuntungan',
    ]),
    closes: wordSet(`
  kualifikasi qualification qualifications requirement requirements persyaratan deskripsi job
  syarat
`),
    maxWords: 20,
    spansLists: true,
  },
  {
    // The employer's trade: "perusahaan yang bergerak di bidang logistik".
    opens: new Set(['perusahaan', 'company', 'pt', 'cv', 'corporation', 'startup']),
    closes: new Set([
      ...NEXT_DEMAND,
      'mencari',
      'membutuhkan',
      'sedang',
      'looking',
      'membuka',
      'is',
      'are',
      'kami',
      'sebagai',
    ]),
    maxWords: 8,
    spansLists: false,
  },
];

/** Words by which an advertisement's text is divided. */
export const AD_WORDS: readonly ReadonlySet<string>[] = [
  NEXT_DEMAND,
  ...DIGRESSIONS.flatMap(({ opens, closes }) => [opens, closes]),
];

/** Decodes entities, drops tags and control characters; what remains is what a reader sees. */
export function cleanText(raw: string): string {
  return raw
    .replace(/<[^<>]{1,200}>/g, ' ')
    .replace(/&(#x?[\da-f]{1,6}|\w{2,6});/gi, (whole, name: string) => decodeEntity(name) ?? whole)
    .replace(/[^\P{C}\t\n]/gu, ' ')
    .trim();
}

/**
 * Reads a description: what stands before " | " is the employer's list of benefits, and fields of study,
 * benefits and the employer's trade are masked: none of them is a demand on the person.
 */
export function readAdText(raw: string, isKnownWord: (word: string) => boolean): AdText {
  const text = cleanText(raw);
  const tokens = tokenise(text).flatMap((token) => splitGlued(text, token, isKnownWord));
  const masked = new Array<boolean>(tokens.length).fill(false);
  const bodyStart = text.indexOf(' | ');
  for (const [index, token] of tokens.entries()) {
    if (token.start < bodyStart) masked[index] = true;
  }
  for (const digression of DIGRESSIONS) maskDigressions(text, tokens, masked, digression);
  return { text, tokens, isMasked: (index) => masked[index] === true };
}

/** "sederajatBerpengalaman" lost the line end between two words; "JavaScript" is a name. */
function splitGlued(text: string, token: Token, isKnownWord: (word: string) => boolean): Token[] {
  const original = text.slice(token.start, token.end);
  const seam = /[\p{Ll}\d]\p{Lu}\p{Ll}/u.exec(original);
  if (seam === null || isKnownWord(token.text)) return [token];
  const middle = token.start + seam.index + 1;
  const rest = {
    text: fold(text.slice(middle, token.end)),
    start: middle,
    end: token.end,
    startsSegment: true,
  };
  return [
    { ...token, text: fold(text.slice(token.start, middle)), end: middle },
    ...splitGlued(text, rest, isKnownWord),
  ];
}

function maskDigressions(
  text: string,
  tokens: readonly Token[],
  masked: boolean[],
  digression: Digression,
): void {
  for (const [index, token] of tokens.entries()) {
    if (!digression.opens.has(token.text) || tokens[index - 1]?.text === 'fresh') continue;
    masked[index] = true;
    for (let next = index + 1; next <= index + digression.maxWords; next++) {
      const word = tokens[next];
      if (word === undefined || digression.closes.has(word.text)) break;
      const gap = text.slice(tokens[next - 1]?.end, word.start);
      if (endsDigression(gap, digression.spansLists)) break;
      masked[next] = true;
    }
  }
}

function endsDigression(gap: string, spansLists: boolean): boolean {
  return spansLists
    ? /[|;•·▪●\n\t]|\.\s|\s[-–—]|[-–—]\s/u.test(gap)
    : /[,|;:•·▪●\n\t]|\.\s|\s[-–—]\s/u.test(gap);
}

function decodeEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : ' ';
}
