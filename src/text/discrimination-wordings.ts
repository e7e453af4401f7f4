/** By what a wording turns people away who could do the work. */
export const discriminationGrounds = [
  'AGE',
  'SEX',
  'LOOKS',
  'MARITAL_STATUS',
  'RELIGION',
  'ETHNICITY',
  'DISABILITY',
] as const;
export type DiscriminationGround = (typeof discriminationGrounds)[number];

/** Words that turn people away, unless what stands right before or behind them gives them another sense. */
export interface Wording {
  readonly ground: DiscriminationGround;
  /** With the flag g. */
  readonly pattern: RegExp;
  /** Tested against the 60 characters before. */
  readonly notAfter?: RegExp;
  /** Tested against the 60 characters behind. */
  readonly notBefore?: RegExp;
}

/** Whom the work is for, or what is sold: a pupil's age and a customer's sex are no conditions. */
const SERVED =
  /\b(?:anak(?:-anak)?|balita|bayi|remaja|siswa|siswi|murid|santri|pasien|lansia|pelanggan|customer|tamu|children|kids|pupils?|students?|patients?|residents?)\s(?:\S+\s)?$/iu;
/** What else lasts years. */
const LASTING =
  /\b(?:(?:ber)?pengalaman|kontrak|masa|jangka|selama|tenor|cicilan|kredit|kpr|pinjaman|angsuran|garansi|kendaraan|mobil|motor|mesin|bangunan|anak|siswa|experience|contract|loans?|warranty|vehicles?|children)\b[^,.;\n\d]{0,25}$/iu;
const LASTING_BEHIND =
  /^\s*(?:of\s|of\swork\s)?(?:(?:ber)?pengalaman|masa|kontrak|experience|contract|berdiri|warranty)\b/iu;
/** Goods and places that are for believers, or of a people's tradition. */
const TRADITION =
  /\b(?:busana|baju|pakaian|gamis|hijab|jilbab|mukena|fashion|salon|butik|toko|koleksi|produk|komunitas|majalah|bahasa|masakan|makanan|kuliner|restoran|resto|rumah makan|budaya|adat|musik|tari|tarian|lagu|motif|kain|batik|yayasan|pasar|pelanggan|konsumen|tamu|jamaah|wisatawan|perusahaan|pengusaha|usaha|masyarakat|bank|sekolah)\s(?:(?:khas|etnis|suku|muslim)\s?(?:(?:[/&]|dan)\s?)?)?$/iu;
/** Whatever follows is named together with its opposite, or nobody is told apart by it. */
const EITHER_BEFORE =
  /\b(?:semua|setiap|segala|maupun|or without|and without|with or|with and|membedakan|memandang|regardless of)\s$|(?:muslim|islam|pribumi|disabilitas|difabel|sudah|menikah|kawin|berkeluarga|married|janda)\s?(?:[/&]|dan|atau|maupun|or|and)\s?$/iu;
const EITHER_BEHIND =
  /^\s?(?:[/&]|dan|atau|maupun|or|and)\s?(?:yang\s)?(?:muslim|islam|pribumi|non[- ]?pribumi|(?:penyandang\s)?disabilitas|difabel|sudah|menikah|kawin|berkeluarga|married)\b|^\s(?:juga\s)?(?:dipersilakan|dipersilahkan|boleh|welcome|discrimination)\b/iu;

const PEOPLES =
  'tionghoa|tiongkok|cina|china|chinese|jawa|sunda|batak|bugis|makassar|kaili|pamona|mori|minang|padang|melayu|madura|betawi|bali|dayak|banjar|ambon|papua|manado|minahasa|toraja|gorontalo|mandar|buton|aceh|nias|arab|india|javanese|sundanese|batak(?:nese)?|buginese|malay|balinese|arab(?:ic)?|indian';
const WANTED =
  'khusus|hanya|harus|wajib|di(?:utama|prioritas|khusus)kan|lebih (?:disukai|diutamakan)|prioritas';
const PREFERRED =
  '(?:saja|only|preferred|(?:lebih )?diutamakan|lebih disukai|diprioritaskan|wajib)';

/** What stands before an entry of a list; looked at behind the word, since backwards from every blank takes long. */
const ALONE = String.raw`(?:^\s{0,3}|[,;:/(•*|+]\s{0,3}|^\s{0,3}[-–—]\s{0,3}|\s[-–—]\s)`;

/** Eighteen as the least age is the law (UU 13/2003 art. 1 no. 26, 68), unless it begins a span. */
const LAWFUL_AGE = String.raw`(?!(?:[\s:]|at least|min(?:imal|imum)?\.?|di ?atas|over|of|paling (?:sedikit|rendah)|>=?|≥)*18\b(?!\s*(?:tahun|thn|th|years?(?:\sold)?)?[.,;]?\s*(?:(?:dan\s|and\s)?ma(?:x|ks)|[-–—/]|s\/?d|sampai|hingga|to\b|until)[^\n]{0,15}\d{2}))`;

const wording = (ground: DiscriminationGround, source: string, context: Partial<Wording> = {}) => ({
  ground,
  pattern: new RegExp(source, 'giu'),
  ...context,
});

/**
 * Wordings in Indonesian and English; where several of one ground fit a line, the first here is told.
 *
 * Source: SE Menaker M/6/HK.04/V/2025 (no discrimination in recruitment), UU 8/2016 art. 11 (disability); the words are ours.
 */
export const WORDINGS: readonly Wording[] = [
  wording(
    'AGE',
    String.raw`\b(?:ber)?(?:usia|umur)\b(?!\s(?:kendaraan|mobil|motor|mesin|bangunan|perusahaan|produk|pakai|ekonomis|anak|dini))${LAWFUL_AGE}(?:[^.\n]|(?<=\b(?:max|maks|min))\.){0,30}?\d{2}(?:\s*(?:tahun|thn|th)\b)?`,
    { notAfter: SERVED },
  ),
  wording('AGE', String.raw`\b(?:usia|umur)\s(?:ma(?:ks|x)(?:imal|imum)?|di ?bawah|muda)\b`),
  wording('AGE', String.raw`\bag(?:e|ed)\b${LAWFUL_AGE}[^.\n]{0,25}?\d{2}\b`, { notAfter: SERVED }),
  wording('AGE', String.raw`\b(?:under|below|max(?:imum)?)\s\d{2}\syears\sold\b`),
  wording(
    'AGE',
    String.raw`\b(?:(?:ma(?:ks|x)(?:imal|imum)?|di ?bawah)\b\.?\s*(?:1[7-9]|[2-5]\d)\s*(?:tahun|thn|th|yo|y\/o|years?(?:\s(?:old|of\sage))?)|(?:under|below)\s(?:1[7-9]|[2-5]\d)\s(?:yo|y\/o|years?(?:\s(?:old|of\sage))?))\b`,
    { notAfter: LASTING, notBefore: LASTING_BEHIND },
  ),
  wording(
    'AGE',
    String.raw`\b(?:(?:1[7-9]|[2-5]\d)\s*(?:[-–—]|s\/?d\.?|sampai|hingga)\s*[2-5]\d\s*(?:tahun|thn|th)|[2-5]\d\s*(?:tahun|thn|th)\ske\s?bawah)\b`,
    { notAfter: LASTING, notBefore: LASTING_BEHIND },
  ),
  wording('AGE', String.raw`\bmasih muda\b|\byoung (?:and|&) (?:energetic|dynamic)\b`),
  wording(
    'LOOKS',
    String.raw`\b(?:ber)?penampilan (?:\p{L}+(?: dan |, ?| & ))?(?:menarik|cantik|ganteng)\b|\b(?:cantik|ganteng)\b`,
    { notAfter: /\b(?:nomor|angka|plat|tampilan|display)\s$/iu },
  ),
  wording(
    'LOOKS',
    String.raw`\bgood[- ]looking\b|\battractive (?:appearance|looks?)\b|\bgood appearance\b`,
    {
      notBefore:
        /^\s(?:web|site|page|ui|app|design|interface|report|slide|presentation|dish|display)/iu,
    },
  ),
  wording(
    'LOOKS',
    String.raw`\b(?:tinggi badan|tb|height)\b[^.\n]{0,20}?\d{3}(?:\s*cm\b)?|\bberat badan (?:ideal|proporsional)\b`,
  ),
  wording(
    'MARITAL_STATUS',
    String.raw`\b(?:belum (?:pernah )?(?:menikah|nikah|kawin|berkeluarga)|(?:masih )?lajang|jomblo|tidak (?:sedang )?hamil)\b`,
    { notAfter: EITHER_BEFORE, notBefore: EITHER_BEHIND },
  ),
  wording(
    'MARITAL_STATUS',
    String.raw`\b(?:unmarried|not married|(?:must be|still|masih|harus|wajib|status:?|status masih|pria|wanita|laki-laki|laki2|perempuan|female|male) single(?![- ]\p{L})|single only|single (?:wom[ae]n|m[ae]n|female|male|wanita|pria))\b`,
    { notAfter: EITHER_BEFORE, notBefore: EITHER_BEHIND },
  ),
  // Alone in a list, or what a title ends with: elsewhere "single" is said of pages, phases and coffee.
  wording(
    'MARITAL_STATUS',
    String.raw`\bsingle(?:(?<=${ALONE}single)(?=\s{0,3}(?:$|[,;/).!|+•]|[-–—]\s|saja\b))|(?=\s{0,3}[.!]?$))`,
    {
      notAfter:
        /(?:\b(?:kamar|room|bed|fasa|phase|mode|core|kabin|cabin|tiket|lagu|track|every|(?:sudah )?menikah|married)\s?[:/,(]?|(?:menikah|married)\s?(?:atau|or|maupun))\s?$/iu,
      notBefore: /^\s*[,/]\s*(?:double|twin|multi|dual|family|menikah|sudah|married)/iu,
    },
  ),
  wording(
    'RELIGION',
    String.raw`\b(?:${WANTED}) (?:yang )?(?:ber)?(?:agama )?(?:muslim(?:ah)?|islam|kristen|katolik|hindu|bud+ha)\b`,
    { notBefore: EITHER_BEHIND },
  ),
  wording(
    'RELIGION',
    String.raw`\b(?:(?:${WANTED}) (?:yang )?)?(?:non[- ]?(?:muslim(?:ah)?|islam)|nonis)\b`,
    {
      notAfter: new RegExp(`${TRADITION.source}|${EITHER_BEFORE.source}`, 'iu'),
      notBefore: EITHER_BEHIND,
    },
  ),
  wording(
    'RELIGION',
    String.raw`\bmuslimah\b|\bmuslim ${PREFERRED}\b|\bmuslim(?<=${ALONE}muslim)(?=\s{0,3}(?:$|[,;).]))`,
    {
      notAfter: TRADITION,
      notBefore: /^\s?(?:[/&]|dan|atau|maupun)\s?non\b/iu,
    },
  ),
  wording(
    'RELIGION',
    String.raw`\bber(?:agama (?:islam|kristen|katolik|hindu|bud+ha)|hijab)\b|\b(?:muslims?|christians?) (?:only|preferred)\b|\bmust be (?:a )?(?:muslim|christian|catholic|hindu|buddhist)\b`,
    { notAfter: /\b(?:boleh|dapat|bisa)\s$/iu },
  ),
  wording(
    'ETHNICITY',
    String.raw`\b(?:(?:${WANTED}) )?(?:orang |warga )?(?:ber)?(?:suku|etnis|etnik|ras|keturunan|darah|orang) (?:bangsa |asli )?(?:${PEOPLES}|pribumi)\b`,
    { notAfter: TRADITION },
  ),
  wording(
    'ETHNICITY',
    String.raw`\b(?:(?:${WANTED}) )?(?:non[- ]?)?pribumi\b|\b(?:${WANTED}) (?:warga )?tionghoa\b|\btionghoa ${PREFERRED}\b`,
    {
      notAfter: new RegExp(`${TRADITION.source}|${EITHER_BEFORE.source}`, 'iu'),
      notBefore: EITHER_BEHIND,
    },
  ),
  wording('ETHNICITY', String.raw`\btionghoa(?<=${ALONE}tionghoa)(?=\s{0,3}(?:$|[,;/).]))`, {
    notAfter: /\b(?:bahasa|masakan|makanan|menu|language)\b[^.;\n]{0,40}$/iu,
  }),
  wording(
    'ETHNICITY',
    String.raw`\b(?:ethnic (?:${PEOPLES})|(?:${PEOPLES}) (?:descent|ethnicity)|(?:indigenous|native) indonesians?(?: only)?)\b`,
    { notBefore: /^\s(?:food|dish|cuisine|music|market|restaurant|cloth)/iu },
  ),
  wording(
    'DISABILITY',
    String.raw`\b(?:tidak|tanpa|bukan|tdk) (?:(?:ada|memiliki|mempunyai|menyandang|penyandang|dalam keadaan) )?(?:cacat|disabilitas|difabel)(?: (?:fisik|tubuh|mental))?\b`,
    {
      notAfter:
        /\b(?:produk|barang|hasil|kain|jahitan|cetakan|kualitas|pengelasan|unit|kemasan|material|roti|bahan)\b[^,.;\n]{0,30}$/iu,
      notBefore: /^\s(?:produk|barang|produksi|cetak|jahit|material)/iu,
    },
  ),
  wording(
    'DISABILITY',
    String.raw`\bnon[- ]?(?:disabilitas|difabel|disabled)\b|\b(?:anggota tubuh|fisik) (?:lengkap|sempurna|normal)\b`,
    { notAfter: EITHER_BEFORE, notBefore: EITHER_BEHIND },
  ),
  wording(
    'DISABILITY',
    String.raw`\bable[- ]bodied\b|\b(?:no|without|free of|free from) (?:any )?(?:physical |mental )?(?:disabilit(?:y|ies)|handicaps?)\b|\bnot disabled\b|\bphysically perfect\b`,
    { notAfter: EITHER_BEFORE, notBefore: EITHER_BEHIND },
  ),
];
