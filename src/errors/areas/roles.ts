import { refusal } from '../definition';

/** Who may do what. */
export const roleErrors = {
  UNAUTHENTICATED: refusal(401, {
    en: 'Sign in with a valid token.',
    id: 'Masuk dengan token yang sah.',
  }),
  EMPLOYER_ONLY: refusal(200, {
    en: 'Only somebody who acts for an employer may do this.',
    id: 'Hanya yang bertindak untuk pemberi kerja yang dapat melakukan ini.',
  }),
  CANDIDATE_ONLY: refusal(200, {
    en: 'Only somebody who looks for work may do this.',
    id: 'Hanya pencari kerja yang dapat melakukan ini.',
  }),
  OFFICE_ONLY: refusal(200, {
    en: 'Only an officer of a labour office may do this.',
    id: 'Hanya petugas dinas tenaga kerja yang dapat melakukan ini.',
  }),
  AUDITOR_ONLY: refusal(200, {
    en: 'Only an auditor of a labour office may do this.',
    id: 'Hanya auditor dinas tenaga kerja yang dapat melakukan ini.',
  }),
  OWN_MATTER: refusal(200, {
    en: 'Nobody decides about themselves or about an employer for which they act or acted within {years} years: leave it to a colleague.',
    id: 'Tidak seorang pun memutuskan urusannya sendiri atau pemberi kerja yang diwakilinya dalam {years} tahun terakhir: serahkan kepada rekan lain.',
  }),
  READING_LIMIT_REACHED: refusal(200, {
    en: 'At most {max} people may be read in 24 hours; try again later.',
    id: 'Paling banyak {max} orang dapat dibaca dalam 24 jam; coba lagi nanti.',
  }),
  SCOPE_MISSING: refusal(200, {
    en: 'This API key may only read.',
    id: 'Kunci API ini hanya boleh membaca.',
  }),
  NODE_KEY_LIMITED: refusal(200, {
    en: 'The key of another installation opens nothing yet but callingKey.',
    id: 'Kunci simpul saat ini hanya membuka callingKey.',
  }),
};
