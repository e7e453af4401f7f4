import { fault, refusal } from '../definition';

/** A request that is refused before it runs, whatever it asks for. */
export const requestErrors = {
  BAD_REQUEST: refusal(400, {
    en: 'The request cannot be read: {reason}.',
    id: 'Permintaan tidak dapat dibaca: {reason}.',
  }),
  GRAPHQL_PARSE_FAILED: refusal(400, {
    en: 'The query cannot be read: {reason}',
    id: 'Kueri tidak dapat dibaca: {reason}',
  }),
  GRAPHQL_VALIDATION_FAILED: refusal(400, {
    en: 'The query does not fit the schema: {reason}',
    id: 'Kueri tidak sesuai dengan skema: {reason}',
  }),
  OPERATION_RESOLUTION_FAILURE: refusal(400, {
    en: 'The document holds several operations or none: name one of them in operationName.',
    id: 'Dokumen memuat beberapa operasi atau tidak satu pun: sebutkan salah satunya dalam operationName.',
  }),
  PERSISTED_QUERY_NOT_FOUND: refusal(404, {
    en: 'No operation is stored under this hash: /operations.json lists those that are. Or send the query itself.',
    id: 'Tidak ada operasi tersimpan dengan hash ini: /operations.json memuat daftarnya. Atau kirimkan kuerinya.',
  }),
  QUERY_TOO_LARGE: refusal(400, {
    en: 'The query has too many {what}: at most {limit} are allowed.',
    id: 'Kueri memuat terlalu banyak {what}: paling banyak {limit}.',
  }),
  QUERY_TOO_EXPENSIVE: refusal(400, {
    en: 'The query costs {cost} {what}; at most {limit} are allowed. Ask for fewer items or fields.',
    id: 'Kueri ini berbiaya {cost} {what}; paling banyak {limit}. Mintalah lebih sedikit data.',
  }),
  RATE_LIMITED: refusal(429, {
    en: 'Too much was asked in a short time; this operation ({cost} points) can run in {seconds} s.',
    id: 'Terlalu banyak permintaan dalam waktu singkat; operasi ini ({cost} poin) dapat dijalankan dalam {seconds} detik.',
  }),
  TOO_MANY_OPERATIONS: refusal(429, {
    en: 'At most {limit} operations may run on one socket.',
    id: 'Paling banyak {limit} operasi boleh berjalan pada satu soket.',
  }),
  METHOD_NOT_ALLOWED: refusal(405, {
    en: 'This method is not allowed here.',
    id: 'Metode ini tidak diizinkan di sini.',
  }),
  NOT_ACCEPTABLE: refusal(406, {
    en: 'Only application/json and application/graphql-response+json can be sent back.',
    id: 'Hanya application/json dan application/graphql-response+json yang dapat dikirim.',
  }),
  PAYLOAD_TOO_LARGE: refusal(413, {
    en: 'The request is larger than {limit} bytes.',
    id: 'Permintaan melebihi {limit} byte.',
  }),
  ORIGIN_NOT_ALLOWED: refusal(403, {
    en: 'Pages of other origins open no socket here. The operator can allow the origin (ALLOWED_ORIGINS).',
    id: 'Halaman dari asal lain tidak dapat membuka soket di sini. Pengelola dapat mengizinkannya (ALLOWED_ORIGINS).',
  }),
  UNSUPPORTED_MEDIA_TYPE: refusal(415, {
    en: 'Send the request as application/json in UTF-8.',
    id: 'Kirim permintaan sebagai application/json dalam UTF-8.',
  }),
  RESPONSE_TOO_LARGE: refusal(400, {
    en: 'The answer would exceed {limit} bytes. Ask for fewer items or fields.',
    id: 'Jawaban akan melebihi {limit} byte. Mintalah lebih sedikit data.',
  }),
  DEADLINE_EXCEEDED: fault(503, 'warn', {
    en: 'The answer took longer than {seconds} s and was given up.',
    id: 'Jawaban memerlukan lebih dari {seconds} detik dan dihentikan.',
  }),
};
