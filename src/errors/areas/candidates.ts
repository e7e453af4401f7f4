import { problem, refusal } from '../definition';

/** The own record of who looks for work, and the files read for it. */
export const candidateErrors = {
  ALREADY_REGISTERED: problem({
    en: 'Somebody is already registered with this account.',
    id: 'Akun ini sudah terdaftar sebagai pencari kerja.',
  }),
  GUARDIAN_CONSENT_REQUIRED: problem({
    en: 'Whoever is under {years} is matched only with the consent of a guardian; ask at the labour office.',
    id: 'Yang berusia di bawah {years} tahun hanya dicocokkan dengan persetujuan wali; hubungi dinas tenaga kerja.',
  }),
  BIRTH_DATE_DIFFERS: problem({
    en: 'The labour office has an entry under your telephone number or e-mail address: give the {field} as it stands there; after three tries only the office hands it over.',
    id: 'Dinas tenaga kerja memiliki data dengan nomor atau email Anda: isi {field} seperti yang tercatat di sana; setelah tiga percobaan hanya dinas yang dapat menyerahkannya.',
  }),
  SEARCH_STATE_NOT_ALLOWED: problem({
    en: 'This is not possible for a job search in state {state}.',
    id: 'Tindakan ini tidak dapat dilakukan pada pencarian kerja berstatus {state}.',
  }),
  NOT_MATCHED: refusal(200, {
    en: 'You are not matched with vacancies at present: {reason}.',
    id: 'Anda saat ini tidak dicocokkan dengan lowongan: {reason}.',
  }),
  FILE_TYPE_NOT_ACCEPTED: refusal(415, {
    en: 'Only PDF and Word documents (DOCX) are read.',
    id: 'Hanya dokumen PDF dan Word (DOCX) yang dibaca.',
  }),
  FILE_NOT_READABLE: refusal(422, {
    en: 'The file cannot be read: {reason}.',
    id: 'Berkas tidak dapat dibaca: {reason}.',
  }),
};
