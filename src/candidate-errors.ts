import type { ErrorDefinition } from './error-definition';

/** What is refused to a person about the own record; part of the error catalogue. */
export const candidateErrors = {
  ALREADY_REGISTERED: {
    status: 200,
    level: 'info',
    en: 'Somebody is already registered with this account.',
    id: 'Akun ini sudah terdaftar sebagai pencari kerja.',
  },
  GUARDIAN_CONSENT_REQUIRED: {
    status: 200,
    level: 'info',
    en: 'Whoever is under {years} is matched only with the consent of a guardian; ask at the labour office.',
    id: 'Yang berusia di bawah {years} tahun hanya dicocokkan dengan persetujuan wali; hubungi dinas tenaga kerja.',
  },
  BIRTH_DATE_DIFFERS: {
    status: 200,
    level: 'info',
    en: 'The labour office has an entry under your telephone number or e-mail address: give the {field} as it stands there; after three tries only the office hands it over.',
    id: 'Dinas tenaga kerja memiliki data dengan nomor atau surel Anda: isi {field} seperti yang tercatat di sana; setelah tiga percobaan hanya dinas yang dapat menyerahkannya.',
  },
  DATE_INVALID: {
    status: 200,
    level: 'info',
    en: '{field} lies in the future or before the day that it follows.',
    id: '{field} berada di masa depan atau sebelum tanggal yang mendahuluinya.',
  },
  SEARCH_STATE_NOT_ALLOWED: {
    status: 200,
    level: 'info',
    en: 'This is not possible for a job search in state {state}.',
    id: 'Tindakan ini tidak dapat dilakukan pada pencarian kerja berstatus {state}.',
  },
  FILE_TYPE_NOT_ACCEPTED: {
    status: 415,
    level: 'info',
    en: 'Only PDF and Word documents (DOCX) are read.',
    id: 'Hanya dokumen PDF dan Word (DOCX) yang dibaca.',
  },
  FILE_NOT_READABLE: {
    status: 422,
    level: 'info',
    en: 'The file cannot be read: {reason}.',
    id: 'Berkas tidak dapat dibaca: {reason}.',
  },
} as const satisfies Record<string, ErrorDefinition>;
