/** A piece of a message that differs by language. */
export interface Localised {
  readonly id: string;
  readonly en: string;
}

/** Reasons that several places give; each completes "{field} is not valid: …" or "The request cannot be read: …". */
export const reasons = {
  malformedJson: {
    en: 'it holds JSON that is not valid',
    id: 'memuat JSON yang tidak sah',
  },
  notFrozen: {
    en: 'an order without some requirements is not frozen',
    id: 'urutan tanpa sebagian persyaratan tidak dibekukan',
  },
  emptyBody: { en: 'the body is empty', id: 'isi permintaan kosong' },
  batch: {
    en: 'several operations in one request are not taken',
    id: 'beberapa operasi dalam satu permintaan tidak diterima',
  },
  notAnObject: {
    en: 'the body must be a JSON object with a query',
    id: 'isi permintaan harus objek JSON dengan query',
  },
  missingQuery: { en: 'there is no query', id: 'tidak ada query' },
  operationNameShape: { en: 'operationName must be text', id: 'operationName harus berupa teks' },
  variablesShape: {
    en: 'variables must be a JSON object',
    id: 'variables harus berupa objek JSON',
  },
  extensionsShape: {
    en: 'extensions must be a JSON object',
    id: 'extensions harus berupa objek JSON',
  },
  formBody: {
    en: 'forms and plain text are not taken; send application/json',
    id: 'formulir dan teks biasa tidak diterima; kirim application/json',
  },
  needsSocket: {
    en: 'a subscription needs a websocket (graphql-transport-ws)',
    id: 'langganan memerlukan websocket (graphql-transport-ws)',
  },
  cookie: {
    en: 'a GET request must not carry cookies',
    id: 'permintaan GET tidak boleh membawa cookie',
  },
  address: { en: 'address', id: 'alamat' },
  malformedAddress: { en: 'the address is malformed', id: 'alamat tidak sah' },
  malformedRequest: { en: 'the request is malformed', id: 'permintaan tidak sah' },
  pageSize: { en: 'it must be between 1 and 100', id: 'harus antara 1 dan 100' },
  deleteOne: { en: 'delete one first', id: 'hapus salah satu terlebih dahulu' },
  decisionAwaited: {
    en: 'wait until the labour office has decided about one',
    id: 'tunggu sampai dinas memutuskan salah satunya',
  },
  invitationsOpen: {
    en: 'wait until one is accepted or expires',
    id: 'tunggu sampai salah satunya diterima atau kedaluwarsa',
  },
  tomorrow: {
    en: 'that is for 24 hours, try again later',
    id: 'itu untuk 24 jam, coba lagi nanti',
  },
  nothingNamed: {
    en: 'it names nothing; leave it out to mean all',
    id: 'tidak menyebut apa pun; hilangkan untuk semua',
  },
  notAnId: { en: 'it is not an id of this service', id: 'bukan id dari layanan ini' },
  date: {
    en: 'it must be a day that exists, YYYY-MM-DD',
    id: 'harus tanggal yang ada, YYYY-MM-DD',
  },
  dateTime: {
    en: 'it must be an instant such as 2026-01-31T08:00:00Z',
    id: 'harus waktu seperti 2026-01-31T08:00:00Z',
  },
  year: { en: 'the year must be between 1900 and 2199', id: 'tahun harus antara 1900 dan 2199' },
  unsafeText: {
    en: 'it holds a NUL character or a broken surrogate pair',
    id: 'memuat karakter NUL atau pasangan surrogate yang rusak',
  },
  notFinite: { en: 'it must be a finite number', id: 'harus bilangan berhingga' },
  tooDeep: {
    en: 'it is nested too deeply',
    id: 'susunannya terlalu dalam',
  },
  rupiah: {
    en: 'it must be whole rupiah, such as "3500000"',
    id: 'harus rupiah bulat, misalnya "3500000"',
  },
  idOrSlug: {
    en: 'give exactly one of id and slug',
    id: 'isi salah satu saja: id atau slug',
  },
  textOrChosen: {
    en: 'give exactly one of text and occupationId',
    id: 'isi salah satu saja: text atau occupationId',
  },
  resumeBroken: { en: 'it is damaged', id: 'berkas rusak' },
  resumeProtected: { en: 'it is protected by a password', id: 'dilindungi kata sandi' },
  resumePages: { en: 'it has more than 50 pages', id: 'lebih dari 50 halaman' },
  resumeNoText: {
    en: 'it holds no text, perhaps only pictures of it',
    id: 'tidak memuat teks, mungkin hanya gambar',
  },
  resumeDemanding: { en: 'reading it takes too much', id: 'terlalu berat untuk dibaca' },
  counterfactualCount: { en: 'it must be between 1 and 3', id: 'harus antara 1 dan 3' },
  notPlainText: {
    en: 'it is blank or holds characters that are not allowed',
    id: 'kosong atau memuat karakter yang tidak diizinkan',
  },
  shortName: {
    en: 'it must be a whole identity number, mobile number or e-mail address, or at least three letters of a name',
    id: 'harus berupa NIK, nomor ponsel, atau email yang lengkap, atau sedikitnya tiga huruf nama',
  },
  repeated: { en: 'it repeats an entry', id: 'memuat isian ganda' },
  otherRequirementKind: {
    en: 'it does not fit this kind of requirement',
    id: 'tidak sesuai dengan jenis persyaratan ini',
  },
  matchCount: { en: 'it must be between 1 and 50', id: 'harus antara 1 dan 50' },
  noProfile: {
    en: 'this account belongs to nobody who looks for work',
    id: 'akun ini bukan milik pencari kerja',
  },
  notActive: {
    en: 'your job search is not active',
    id: 'pencarian kerja Anda tidak aktif',
  },
  noConsent: {
    en: 'you have not agreed to be matched',
    id: 'Anda belum menyetujui pencocokan',
  },
  namesNobody: {
    en: 'a consent to this purpose names no employer',
    id: 'persetujuan untuk tujuan ini tidak menyebut pemberi kerja',
  },
  namesAnEmployer: {
    en: 'a consent to this purpose names an employer',
    id: 'persetujuan untuk tujuan ini harus menyebut pemberi kerja',
  },
  consentEnd: {
    en: 'it must lie within the next 180 days; a consent to be matched has no end',
    id: 'harus dalam 180 hari ke depan; persetujuan pencocokan tidak berbatas waktu',
  },
  tooLong: { en: 'it is too long', id: 'terlalu panjang' },
  wholeMonths: {
    en: 'it must be the start of a month (UTC), and not together with a vacancy',
    id: 'harus awal bulan (UTC), dan tidak bersama lowongan',
  },
  neededForDistance: {
    en: 'it is needed for distances',
    id: 'diperlukan untuk jarak',
  },
} as const satisfies Record<string, Localised>;
