/** By what a wording turns people away who could do the work. */
const discriminationGrounds = [
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

/** What has an age of its own, unless named in the trade of who works with it ("operator alat berat"). */
const THINGS = String.raw`(?<!\b(?:operator|sopir|supir|driver|kapten|nakhoda|masinis|mekanik|teknisi|montir|awak|abk|kru|crew|peternak|penjual|sales)\s)(?:kapal|perahu|alat berat|ayam|bebek|sapi|kambing|ternak|ikan|udang|bibit|tanaman|pohon|sawit|piutang|utang|vessels?|ships?|buildings?|cars?|equipment|livestock|invoices?)`;
/** Whom a bank lends to or a school teaches. */
const CLIENTS = '(?:nasabah|debitur|peminjam|peserta didik|borrowers?)';
/** Whom the work is for, or what is sold: a pupil's age and a customer's sex are no conditions. */
const SERVED = new RegExp(
  String.raw`\b(?:${THINGS}|${CLIENTS}|anak(?:-anak)?|balita|bayi|remaja|siswa|siswi|murid|santri|pasien|lansia|pelanggan|customer|tamu|children|kids|pupils?|students?|patients?|residents?)\s(?:[^\s:.;|]+\s)?$`,
  'iu',
);
/** What else lasts years. */
const LASTING = new RegExp(
  String.raw`\b(?:${THINGS}|${CLIENTS}|(?:ber)?pengalaman|kontrak|masa|jangka|selama|tenor|cicilan|kredit|kpr|pinjaman|angsuran|garansi|kendaraan|mobil|motor|mesin|bangunan|anak|siswa|experience|contract|loans?|warranty|vehicles?|children)\b[^,.;\n\d]{0,25}$`,
  'iu',
);
/** No person's age is told in days. */
const SHORT_BEHIND =
  /^(?:\s*(?:[-–—]|s\/?d|sampai|hingga|to)\s*\d+)?\s*(?:hari|minggu|bulan|bln|jam|days?|weeks?|months?|hours?)\b/iu;
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

/** Whoever was born in the place. */
const NATIVES = String.raw`(?:putr[ai](?:\s?(?:[/&]|dan)\s?putr[ai])? (?:asli )?daerah)\b`;

/** What stands before an entry of a list; looked at behind the word, since backwards from every blank takes long. */
const ALONE = String.raw`(?:^\s{0,3}|[,;:/(•*|+]\s{0,3}|^\s{0,3}[-–—]\s{0,3}|\s[-–—]\s)`;

/** Between a measure's name and its number; the dot of "min." ends no sentence. */
const SPAN = String.raw`(?:[^.\n]|(?<=\b(?:min|max|maks))\.){0,20}?`;

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
    String.raw`\b(?:ber)?(?:usia|umur)\b(?!\s(?:kendaraan|mobil|motor|mesin|bangunan|perusahaan|produk|pakai|ekonomis|anak|dini|(?:pi)?utang|persediaan|stok|aset|kapal|alat|ternak|ayam|tanaman))${LAWFUL_AGE}(?:[^.\n]|(?<=\b(?:max|maks|min))\.){0,30}?\d{2}(?:\s*(?:tahun|thn|th)\b)?`,
    { notAfter: SERVED, notBefore: SHORT_BEHIND },
  ),
  wording('AGE', String.raw`\b(?:usia|umur)\s(?:ma(?:ks|x)(?:imal|imum)?|di ?bawah|muda)\b`, {
    notAfter: new RegExp(String.raw`\b${THINGS}\s$`, 'iu'),
    notBefore: /^\.?\s*\d+\s*(?:hari|minggu|bulan|bln|jam)\b/iu,
  }),
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
  wording(
    'AGE',
    String.raw`\b(?:not|no) older than (?:1[7-9]|[2-5]\d)\b(?:\s(?:years?(?:\s(?:old|of\sage))?|yo|y\/o)\b)?`,
    { notAfter: LASTING, notBefore: SHORT_BEHIND },
  ),
  wording(
    'AGE',
    String.raw`\bkelahiran(?:\s(?:tahun|thn|th)\b\.?)?\s(?:(?:19|20)\d{2}\s?(?:ke ?atas|ke ?bawah|[-–—]\s?(?:19|20)\d{2}|(?:s\/?d|sampai|hingga)\s(?:19|20)\d{2})|(?:min|ma(?:ks|x))(?:imal|imum)?\.?\s?(?:tahun\s|thn\s)?(?:19|20)\d{2})\b`,
    {
      notAfter: new RegExp(
        String.raw`${SERVED.source}|\b(?:data|angka|akta|statistik|jumlah|tingkat|catatan|arsip)\s$`,
        'iu',
      ),
    },
  ),
  wording('AGE', String.raw`\bmasih muda\b|\byoung (?:and|&) (?:energetic|dynamic)\b`),
  wording(
    'LOOKS',
    String.raw`\b(?:ber)?penampilan (?:\p{L}+(?: dan |, ?| & ))?(?:menarik|cantik|ganteng)\b|\b(?:cantik|ganteng)\b`,
    {
      notAfter: /\b(?:nomor|angka|plat|tampilan|display|salon|klinik|toko|butik)\s$/iu,
      notBefore: /^\s(?:salon|beauty|spa|klinik|clinic|butik|boutique|florist|store|shop)\b/iu,
    },
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
    String.raw`\btinggi badan\b${SPAN}\d{3}(?:\s*cm\b)?|\bberat badan (?:ideal|proporsional)\b`,
  ),
  // Also tuberculosis, terabytes and shelves: a person's measure, with nothing else counted behind it.
  wording(
    'LOOKS',
    String.raw`\btb\b${SPAN}1[4-9]\d(?:\s*cm\b|(?=\s*(?:$|[,;.)/+&|–-]|(?:bb|dan|ke ?atas)\b)))`,
  ),
  wording(
    'LOOKS',
    String.raw`\b(?:height\b(?!\sof\s(?!at\b|min|\d))${SPAN}|tinggi\s?:?\s?(?:min(?:imal|imum)?\.?|sekurangnya|di ?atas)\s?:?\s?)1[4-9]\d(?!\d)(?:\s*cm\b)?`,
    {
      notAfter:
        /\b(?:rak|pagar|lemari|tembok|dinding|plafon|pintu|meja|tiang|tanaman|pohon|tumpukan|bangunan|kotak|shelf|shelves|rack|ceiling|fence|wall|door|table|stack|box|working|working at)\s(?:dengan\s|setinggi\s)?$/iu,
      notBefore: /^\s*(?:mm|m|meter|metre|ft|feet|px|pixel|unit|mdpl|derajat|%)/iu,
    },
  ),
  wording('LOOKS', String.raw`\bberkulit (?:putih|cerah|terang|bersih)\b`, {
    notAfter: /\b(?:kambing|sapi|ayam|babi|boneka|buah|ikan|pelanggan|pasien)\s(?:\S+\s)?$/iu,
  }),
  wording(
    'LOOKS',
    String.raw`\b(?:tidak|tdk|tanpa|bebas) (?:ber|(?:memiliki|punya|mempunyai|ada) )?tatt?oo?\b|\bno (?:visible )?tattoos?\b`,
    { notAfter: /\bbertatt?oo?\s?(?:[/&]|dan|atau|maupun|or)\s?$/iu },
  ),
  wording(
    'MARITAL_STATUS',
    String.raw`\b(?:belum (?:pernah )?(?:menikah|nikah|kawin|berkeluarga)|(?:masih )?lajang|jomblo|tidak (?:sedang )?hamil)\b`,
    { notAfter: EITHER_BEFORE, notBefore: EITHER_BEHIND },
  ),
  wording(
    'MARITAL_STATUS',
    String.raw`\b(?:belum|tidak|tdk) (?:punya|mempunyai|memiliki) (?:anak|momongan)\b`,
    {
      notAfter:
        /\b(?:(?:pasangan|pasutri|pasien|pelanggan|nasabah)\s(?:yang\s)?|(?:sudah|punya anak)\s?(?:[/&]|dan|atau|maupun)\s?)$/iu,
      notBefore:
        /^\s(?:perusahaan|cabang|buah|didik|kunci|asuh)\b|^\s?(?:[/&]|dan|atau|maupun)\s?sudah\b/iu,
    },
  ),
  wording(
    'MARITAL_STATUS',
    String.raw`\b(?:bersedia|wajib|harus|siap) (?:(?:menjalani|melakukan|mengikuti) )?(?:di ?)?(?:test?|uji|cek) (?:kehamilan|hamil)\b`,
    { notBefore: /^\s(?:pada|kepada|bagi|untuk|pasien|ibu|klien)\b/iu },
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
    String.raw`\bber(?:agama (?:islam|kristen|katolik|hindu|bud+ha)|hijab|jilbab|kerudung)\b|\b(?:muslims?|christians?|catholics?|hindus?|buddhists?) (?:only|preferred)\b|\bmust be (?:a )?(?:muslim|christian|catholic|hindu|buddhist)\b`,
    {
      notAfter:
        /\b(?:boleh|dapat|bisa|(?:tidak|tanpa) (?:wajib|harus|diwajibkan|diharuskan)|(?:boneka|pelanggan|konsumen|tamu|pasien|siswi) (?:yang )?)\s?$/iu,
      notBefore:
        /^\s?(?:[/&]|dan|atau|maupun)\s?(?:yang\s)?(?:tidak|non)\b|^\s(?:juga\s)?(?:boleh|dipersilakan|dipersilahkan|diperbolehkan|diizinkan|welcome)\b/iu,
    },
  ),
  wording('RELIGION', String.raw`\b(?:islam|kristen|katolik|hindu|bud+ha) ${PREFERRED}\b`, {
    notAfter: new RegExp(
      String.raw`${TRADITION.source}|${EITHER_BEFORE.source}|\b(?:(?:guru|dosen|pelajaran|pendidikan) agama|universitas|kampus|perguruan|lagu|rohani|buku|panti|sd|smp|sma|tk)\s$`,
      'iu',
    ),
  }),
  wording(
    'ETHNICITY',
    String.raw`\b(?:(?:${WANTED}) )?(?:orang |warga )?(?:ber)?(?:suku|etnis|etnik|ras|keturunan|darah|orang) (?:bangsa |asli )?(?:${PEOPLES}|pribumi)\b`,
    // A province's people are no ethnic group.
    { notAfter: TRADITION, notBefore: /^\s(?:tengah|timur|barat|utara|selatan|tenggara)\b/iu },
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
    String.raw`\b(?:chinese|chindo|javanese|sundanese|bataknese|buginese|balinese|malays?|indians?) only\b`,
    {
      notAfter:
        /\b(?:bahasa|languages?|speak(?:s|ing)?|read(?:s|ing)?|writ(?:e|es|ing|ten)|fluent|in|menus?|cook(?:s|ing)?|serv(?:e|es|ing)|english|mandarin|food|cuisine)\b[^.;\n]{0,40}$/iu,
      notBefore: /^\s(?:food|dish|cuisine|menu|music|market|restaurant|speak|language)/iu,
    },
  ),
  wording('ETHNICITY', String.raw`\b(?:${WANTED}) ${NATIVES}|\b${NATIVES} ${PREFERRED}\b`),
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
