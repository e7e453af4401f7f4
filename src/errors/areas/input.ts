import { problem, refusal } from '../definition';

/** What a caller sent, in any area. */
export const inputErrors = {
  BAD_USER_INPUT: refusal(400, {
    en: '{field} is not valid: {reason}.',
    id: '{field} tidak sah: {reason}.',
  }),
  BAD_CURSOR: refusal(200, {
    en: 'The cursor does not belong to this list.',
    id: 'Kursor bukan milik daftar ini.',
  }),
  NOT_FOUND: refusal(404, {
    en: 'Nothing was found under this {field}.',
    id: 'Tidak ada yang ditemukan untuk {field} ini.',
  }),
  CONFLICT: refusal(200, {
    en: 'The record has changed meanwhile; its version is {version}.',
    id: 'Data telah berubah; versinya kini {version}.',
  }),
  TEXT_INVALID: problem({
    en: '{field} is blank, too long (more than {max} characters) or holds characters that are not allowed.',
    id: '{field} kosong, terlalu panjang (lebih dari {max} karakter), atau memuat karakter yang tidak diizinkan.',
  }),
  UNKNOWN_REFERENCE: problem({
    en: '{field} names something that does not exist or is no longer in use.',
    id: '{field} menyebut sesuatu yang tidak ada atau tidak dipakai lagi.',
  }),
  DUPLICATE_ENTRY: problem({
    en: '{field} repeats an earlier entry.',
    id: '{field} mengulang isian sebelumnya.',
  }),
  DATE_INVALID: problem({
    en: '{field} lies in the future or before the day that it follows.',
    id: '{field} berada di masa depan atau sebelum tanggal yang mendahuluinya.',
  }),
  PERIOD_INVALID: problem({
    en: '{field} is over already or ends before it begins.',
    id: '{field} sudah lewat atau berakhir sebelum dimulai.',
  }),
  WEB_ADDRESS_INVALID: problem({
    en: '{field} is no address on the web, such as https://example.com/ad.',
    id: '{field} bukan alamat di web, seperti https://contoh.co.id/iklan.',
  }),
  STATE_NOT_ALLOWED: problem({
    en: 'This is not possible in state {state}.',
    id: 'Tindakan ini tidak dapat dilakukan pada status {state}.',
  }),
  LIMIT_REACHED: problem({
    en: 'There may be at most {max}; {reason}.',
    id: 'Paling banyak {max}; {reason}.',
  }),
  DAILY_LIMIT_REACHED: problem({
    en: 'At most {max} in 24 hours; try again later.',
    id: 'Paling banyak {max} dalam 24 jam; coba lagi nanti.',
  }),
  CONFIRMATION_MISSING: problem({
    en: 'This cannot be undone: write {word} in {field} to confirm.',
    id: 'Tindakan ini tidak dapat dibatalkan: tulis {word} pada {field} untuk memastikan.',
  }),
  IDEMPOTENCY_KEY_INVALID: refusal(200, {
    en: 'clientMutationId must have 1 to {max} characters, not only spaces.',
    id: 'clientMutationId harus terdiri atas 1 sampai {max} karakter, bukan hanya spasi.',
  }),
  IDEMPOTENCY_CONFLICT: refusal(200, {
    en: 'This clientMutationId was already used for another request.',
    id: 'clientMutationId ini sudah dipakai untuk permintaan lain.',
  }),
};
