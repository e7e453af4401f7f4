/** By what a wording turns people away who could do the work. */
export const discriminationGrounds = ['AGE', 'SEX', 'LOOKS', 'MARITAL_STATUS', 'RELIGION'] as const;
export type DiscriminationGround = (typeof discriminationGrounds)[number];

export interface DiscriminatoryWording {
  readonly ground: DiscriminationGround;
  readonly matchedText: string;
}

/**
 * Wordings in Indonesian and English. Two sexes named together are no condition, nor is the trade in goods for one.
 *
 * Source: SE Menaker M/6/HK.04/V/2025 (no discrimination in recruitment); the words are ours.
 */
const WORDINGS: readonly (readonly [DiscriminationGround, RegExp])[] = [
  [
    'AGE',
    /\b(?:ber)?(?:usia|umur)\b(?:[^.\n]|(?<=\b(?:max|maks|min))\.){0,30}?\d{2}(?:\s*(?:tahun|thn|th)\b)?/giu,
  ],
  [
    'AGE',
    /\bag(?:e|ed)\b[^.\n]{0,25}?\d{2}\b|\b(?:under|below|max(?:imum)?)\s\d{2}\syears\sold\b/giu,
  ],
  ['AGE', /\bmasih muda\b|\byoung (?:and|&) (?:energetic|dynamic)\b/giu],
  ['LOOKS', /\b(?:ber)?penampilan (?:menarik|cantik|ganteng)\b|\b(?:cantik|ganteng)\b/giu],
  ['LOOKS', /\bgood[- ]looking\b|\battractive (?:appearance|looks?)\b|\bgood appearance\b/giu],
  [
    'LOOKS',
    /\b(?:tinggi badan|tb|height)\b[^.\n]{0,20}?\d{3}(?:\s*cm\b)?|\bberat badan (?:ideal|proporsional)\b/giu,
  ],
  [
    'MARITAL_STATUS',
    /\bbelum (?:menikah|nikah|kawin|berkeluarga)\b|\b(?:masih )?lajang\b|\btidak (?:sedang )?hamil\b/giu,
  ],
  [
    'MARITAL_STATUS',
    /\b(?:unmarried|not married|must be single|still single|single only|status:? single)\b/giu,
  ],
  [
    'RELIGION',
    /\b(?:khusus|hanya|harus|wajib|diutamakan) (?:yang )?(?:ber)?(?:agama )?(?:muslim(?:ah)?|islam|kristen|katolik|hindu|bud+ha)\b/giu,
  ],
  [
    'RELIGION',
    /\bber(?:agama (?:islam|kristen|katolik|hindu|bud+ha)|hijab)\b|\b(?:muslims?|christians?) only\b/giu,
  ],
];

const MEN = /\b(?:pria|laki[- ]?laki|cowok|male|men)\b/giu;
const WOMEN = /\b(?:wanita|perempuan|cewek|female|women)\b/giu;
const GOODS =
  /\b(?:pakaian|busana|baju|sepatu|tas|sandal|fashion|salon|toilet|produk|perawatan|kesehatan|jam tangan|parfum)(?: untuk)?\s+$/iu;

/** The discriminatory wordings of a text, each ground once a line. */
export function findDiscriminatoryWording(text: string): DiscriminatoryWording[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const found = WORDINGS.flatMap(([ground, pattern]) =>
      [...line.matchAll(pattern)].map(([matchedText]) => ({ ground, matchedText })),
    );
    const all = [...found, ...findOneSex(line)];
    return all.filter((one, at) => all.findIndex(({ ground }) => ground === one.ground) === at);
  });
}

function findOneSex(line: string): DiscriminatoryWording[] {
  const sexes = [MEN, WOMEN].map((words) =>
    [...line.matchAll(words)].filter(({ index }) => !GOODS.test(line.slice(0, index))),
  );
  const named = sexes.filter((matches) => matches.length > 0);
  const [only] = named;
  if (named.length !== 1 || only === undefined) return [];
  return only.map(([matchedText]) => ({ ground: 'SEX', matchedText }));
}
