import { candidateErrors } from './candidate-errors';
import { contactErrors } from './contact-errors';
import type { ErrorDefinition } from './error-definition';
import { officeErrors } from './office-errors';
import { signInErrors } from './sign-in-errors';

export type { ErrorDefinition, LogLevel } from './error-definition';

/**
 * The error catalogue: one entry a code, stable for clients, listed in docs/ERRORS.md (a test compares both).
 * `{name}` in a message is filled from the parameters; no message carries personal data.
 */
export const errorCatalogue = {
  BAD_REQUEST: {
    status: 400,
    level: 'info',
    en: 'The request cannot be read: {reason}.',
    id: 'Permintaan tidak dapat dibaca: {reason}.',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    level: 'info',
    en: 'The query cannot be read: {reason}',
    id: 'Kueri tidak dapat dibaca: {reason}',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    level: 'info',
    en: 'The query does not fit the schema: {reason}',
    id: 'Kueri tidak sesuai dengan skema: {reason}',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    level: 'info',
    en: 'The document holds several operations or none: name one of them in operationName.',
    id: 'Dokumen memuat beberapa operasi atau tidak satu pun: sebutkan salah satunya dalam operationName.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 404,
    level: 'info',
    en: 'No query is stored under this hash; send the query itself.',
    id: 'Tidak ada kueri tersimpan dengan hash ini; kirimkan kuerinya.',
  },
  QUERY_TOO_LARGE: {
    status: 400,
    level: 'info',
    en: 'The query has too many {what}: at most {limit} are allowed.',
    id: 'Kueri memuat terlalu banyak {what}: paling banyak {limit}.',
  },
  QUERY_TOO_EXPENSIVE: {
    status: 400,
    level: 'info',
    en: 'The query costs {cost} {what}; at most {limit} are allowed. Ask for fewer items or fields.',
    id: 'Kueri ini berbiaya {cost} {what}; paling banyak {limit}. Mintalah lebih sedikit data.',
  },
  RATE_LIMITED: {
    status: 429,
    level: 'info',
    en: 'Too much was asked in a short time; this operation ({cost} points) can run in {seconds} s.',
    id: 'Terlalu banyak permintaan dalam waktu singkat; operasi ini ({cost} poin) dapat dijalankan dalam {seconds} detik.',
  },
  TOO_MANY_OPERATIONS: {
    status: 429,
    level: 'info',
    en: 'At most {limit} operations may run on one socket.',
    id: 'Paling banyak {limit} operasi boleh berjalan pada satu soket.',
  },
  BAD_USER_INPUT: {
    status: 400,
    level: 'info',
    en: '{field} is not valid: {reason}.',
    id: '{field} tidak sah: {reason}.',
  },
  BAD_CURSOR: {
    status: 200,
    level: 'info',
    en: 'The cursor does not belong to this list.',
    id: 'Kursor bukan milik daftar ini.',
  },
  UNAUTHENTICATED: {
    status: 401,
    level: 'info',
    en: 'Sign in with a valid token.',
    id: 'Masuk dengan token yang sah.',
  },
  NOT_FOUND: {
    status: 404,
    level: 'info',
    en: 'Nothing was found under this {field}.',
    id: 'Tidak ada yang ditemukan untuk {field} ini.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    level: 'info',
    en: 'This method is not allowed here.',
    id: 'Metode ini tidak diizinkan di sini.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    level: 'info',
    en: 'Only application/json and application/graphql-response+json can be sent back.',
    id: 'Hanya application/json dan application/graphql-response+json yang dapat dikirim.',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    level: 'info',
    en: 'The request is larger than {limit} bytes.',
    id: 'Permintaan melebihi {limit} byte.',
  },
  ORIGIN_NOT_ALLOWED: {
    status: 403,
    level: 'info',
    en: 'Pages of other origins open no socket here. The operator can allow the origin (ALLOWED_ORIGINS).',
    id: 'Halaman dari asal lain tidak dapat membuka soket di sini. Pengelola dapat mengizinkannya (ALLOWED_ORIGINS).',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    level: 'info',
    en: 'Send the request as application/json in UTF-8.',
    id: 'Kirim permintaan sebagai application/json dalam UTF-8.',
  },
  RESPONSE_TOO_LARGE: {
    status: 400,
    level: 'info',
    en: 'The answer would exceed {limit} bytes. Ask for fewer items or fields.',
    id: 'Jawaban akan melebihi {limit} byte. Mintalah lebih sedikit data.',
  },
  DEADLINE_EXCEEDED: {
    status: 503,
    level: 'warn',
    en: 'The answer took longer than {seconds} s and was given up.',
    id: 'Jawaban memerlukan lebih dari {seconds} detik dan dihentikan.',
  },
  CONFLICT: {
    status: 200,
    level: 'info',
    en: 'The record has changed meanwhile; its version is {version}.',
    id: 'Data telah berubah; versinya kini {version}.',
  },
  FIELD_REQUIRED: {
    status: 200,
    level: 'info',
    en: '{field} is needed before the vacancy can be published.',
    id: '{field} wajib diisi sebelum lowongan dapat diterbitkan.',
  },
  TEXT_INVALID: {
    status: 200,
    level: 'info',
    en: '{field} is blank, too long (more than {max} characters) or holds characters that are not allowed.',
    id: '{field} kosong, terlalu panjang (lebih dari {max} karakter), atau memuat karakter yang tidak diizinkan.',
  },
  UNKNOWN_REFERENCE: {
    status: 200,
    level: 'info',
    en: '{field} names something that does not exist or is no longer in use.',
    id: '{field} menyebut sesuatu yang tidak ada atau tidak dipakai lagi.',
  },
  DUPLICATE_ENTRY: {
    status: 200,
    level: 'info',
    en: '{field} repeats an earlier entry.',
    id: '{field} mengulang isian sebelumnya.',
  },
  TERM_TAKEN: {
    status: 200,
    level: 'info',
    en: '{field} already means something else: {label}.',
    id: '{field} sudah berarti hal lain: {label}.',
  },
  TERM_INVALID: {
    status: 200,
    level: 'info',
    en: '{field} is no word to explain: {reason}.',
    id: '{field} bukan kata yang dapat dijelaskan: {reason}.',
  },
  TERM_MEANINGLESS: {
    status: 200,
    level: 'info',
    en: '{field} stands in any sentence and means nothing by itself.',
    id: '{field} ada di kalimat apa pun dan tidak bermakna sendiri.',
  },
  TERM_NOT_MAPPED: {
    status: 200,
    level: 'info',
    en: '{field} was not explained by an officer as this.',
    id: '{field} tidak pernah dijelaskan petugas dengan arti ini.',
  },
  EMPLOYER_ONLY: {
    status: 200,
    level: 'info',
    en: 'Only somebody who acts for an employer may do this.',
    id: 'Hanya yang bertindak untuk pemberi kerja yang dapat melakukan ini.',
  },
  CANDIDATE_ONLY: {
    status: 200,
    level: 'info',
    en: 'Only somebody who looks for work may do this.',
    id: 'Hanya pencari kerja yang dapat melakukan ini.',
  },
  OFFICE_ONLY: {
    status: 200,
    level: 'info',
    en: 'Only an officer of a labour office may do this.',
    id: 'Hanya petugas dinas tenaga kerja yang dapat melakukan ini.',
  },
  AUDITOR_ONLY: {
    status: 200,
    level: 'info',
    en: 'Only an auditor of a labour office may do this.',
    id: 'Hanya auditor dinas tenaga kerja yang dapat melakukan ini.',
  },
  IDENTITY_NUMBER_INVALID: {
    status: 200,
    level: 'info',
    en: '{field} is not an identity number (NIK): 16 digits with place, day of birth and serial.',
    id: '{field} bukan NIK: 16 angka berisi wilayah, tanggal lahir, dan nomor urut.',
  },
  CONFIRMATION_MISSING: {
    status: 200,
    level: 'info',
    en: 'This cannot be undone: write {word} in {field} to confirm.',
    id: 'Tindakan ini tidak dapat dibatalkan: tulis {word} pada {field} untuk memastikan.',
  },
  ...contactErrors,
  REQUIREMENT_MISMATCH: {
    status: 200,
    level: 'info',
    en: '{field} does not fit a requirement of kind {kind}.',
    id: '{field} tidak sesuai dengan persyaratan jenis {kind}.',
  },
  WAGE_RANGE_INVALID: {
    status: 200,
    level: 'info',
    en: 'The lowest wage is above the highest one, or the unit of pay is missing.',
    id: 'Upah terendah melebihi upah tertinggi, atau satuan upah belum diisi.',
  },
  VALIDITY_PAST: {
    status: 200,
    level: 'info',
    en: 'The closing time has already passed.',
    id: 'Batas waktu lowongan sudah lewat.',
  },
  VALIDITY_TOO_LONG: {
    status: 200,
    level: 'info',
    en: 'A vacancy stays open for at most {days} days.',
    id: 'Lowongan berlaku paling lama {days} hari.',
  },
  STATE_NOT_ALLOWED: {
    status: 200,
    level: 'info',
    en: 'This is not possible in state {state}.',
    id: 'Tindakan ini tidak dapat dilakukan pada status {state}.',
  },
  EMPLOYER_NOT_VERIFIED: {
    status: 200,
    level: 'info',
    en: 'Only a verified employer may do this.',
    id: 'Hanya pemberi kerja terverifikasi yang dapat melakukan ini.',
  },
  BUSINESS_NUMBER_INVALID: {
    status: 200,
    level: 'info',
    en: '{field} is no business identification number (NIB): 13 digits are expected.',
    id: '{field} bukan Nomor Induk Berusaha (NIB): harus 13 digit.',
  },
  VISIT_NEEDED: {
    status: 200,
    level: 'info',
    en: 'An employer without NIB is visited before it is verified.',
    id: 'Pemberi kerja tanpa NIB dikunjungi dahulu sebelum diverifikasi.',
  },
  PERIOD_INVALID: {
    status: 200,
    level: 'info',
    en: '{field} is over already or ends before it begins.',
    id: '{field} sudah lewat atau berakhir sebelum dimulai.',
  },
  LAST_OWNER: {
    status: 200,
    level: 'info',
    en: 'An employer keeps at least one owner: let somebody else become owner first.',
    id: 'Pemberi kerja harus memiliki sedikitnya satu pemilik: tunjuk pemilik lain terlebih dahulu.',
  },
  CODE_INVALID: {
    status: 200,
    level: 'info',
    en: 'This code is not valid, was used already or has expired.',
    id: 'Kode ini tidak sah, sudah dipakai, atau sudah kedaluwarsa.',
  },
  URL_NOT_ALLOWED: {
    status: 200,
    level: 'info',
    en: '{field} cannot be called: {reason}.',
    id: '{field} tidak dapat dipanggil: {reason}.',
  },
  LIMIT_REACHED: {
    status: 200,
    level: 'info',
    en: 'There may be at most {max}; {reason}.',
    id: 'Paling banyak {max}; {reason}.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    status: 200,
    level: 'info',
    en: 'clientMutationId must have 1 to {max} characters, not only spaces.',
    id: 'clientMutationId harus terdiri atas 1 sampai {max} karakter, bukan hanya spasi.',
  },
  IDEMPOTENCY_CONFLICT: {
    status: 200,
    level: 'info',
    en: 'This clientMutationId was already used for another request.',
    id: 'clientMutationId ini sudah dipakai untuk permintaan lain.',
  },
  TOO_MANY_WATCHED: {
    status: 200,
    level: 'info',
    en: 'At most {max} vacancies can be named; without names all are meant.',
    id: 'Paling banyak {max} lowongan dapat disebutkan; tanpa menyebutkan, semuanya dimaksud.',
  },
  SUBSCRIBER_TOO_SLOW: {
    status: 429,
    level: 'info',
    en: 'Events were not read in time, so the subscription ended; subscribe again after the cursor.',
    id: 'Peristiwa tidak dibaca tepat waktu sehingga langganan berakhir; berlanggananlah lagi setelah kursor ini.',
  },
  SIMULATION_BUDGET_SPENT: {
    status: 429,
    level: 'info',
    en: 'An organisation may ask {limit} new questions about people an hour; go on in {minutes} min.',
    id: 'Satu organisasi dapat mengajukan {limit} pertanyaan baru tentang orang per jam; lanjutkan dalam {minutes} menit.',
  },
  NOT_MATCHED: {
    status: 200,
    level: 'info',
    en: 'You are not matched with vacancies at present: {reason}.',
    id: 'Anda saat ini tidak dicocokkan dengan lowongan: {reason}.',
  },
  ...signInErrors,
  ...candidateErrors,
  ...officeErrors,
  INTERNAL: {
    status: 500,
    level: 'error',
    en: 'Something went wrong on our side.',
    id: 'Terjadi kesalahan di pihak kami.',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    level: 'warn',
    en: 'The service is not available for the moment; try again in {seconds} s.',
    id: 'Layanan sedang tidak tersedia; coba lagi dalam {seconds} detik.',
  },
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof errorCatalogue;
