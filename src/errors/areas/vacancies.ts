import { problem } from '../definition';

/** Vacancies. */
export const vacancyErrors = {
  FIELD_REQUIRED: problem({
    en: '{field} is needed before the vacancy can be published.',
    id: '{field} wajib diisi sebelum lowongan dapat diterbitkan.',
  }),
  REQUIREMENT_MISMATCH: problem({
    en: '{field} does not fit a requirement of kind {kind}.',
    id: '{field} tidak sesuai dengan persyaratan jenis {kind}.',
  }),
  WAGE_RANGE_INVALID: problem({
    en: 'The lowest wage is above the highest one, or the unit of pay is missing.',
    id: 'Upah terendah melebihi upah tertinggi, atau satuan upah belum diisi.',
  }),
  VALIDITY_PAST: problem({
    en: 'The closing time has already passed.',
    id: 'Batas waktu lowongan sudah lewat.',
  }),
  VALIDITY_TOO_LONG: problem({
    en: 'A vacancy stays open for at most {days} days.',
    id: 'Lowongan berlaku paling lama {days} hari.',
  }),
  VACANCY_CLOSED: problem({
    en: 'This vacancy takes no applications: {reason}.',
    id: 'Lowongan ini tidak menerima lamaran: {reason}.',
  }),
};
