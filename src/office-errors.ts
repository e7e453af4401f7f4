import type { ErrorDefinition } from './error-definition';

/** The part of the error catalogue that is about the work of a labour office. */
export const officeErrors = {
  OWN_MATTER: {
    status: 200,
    level: 'info',
    en: 'Nobody decides about themselves or about an employer for which they act or acted within {years} years: leave it to a colleague.',
    id: 'Tidak seorang pun memutuskan urusannya sendiri atau pemberi kerja yang diwakilinya dalam {years} tahun terakhir: serahkan kepada rekan lain.',
  },
  OBJECTION_OPEN: {
    status: 200,
    level: 'info',
    en: 'Your objection to the ranking of this vacancy is not answered yet.',
    id: 'Keberatan Anda atas pemeringkatan lowongan ini belum dijawab.',
  },
  DAILY_LIMIT_REACHED: {
    status: 200,
    level: 'info',
    en: 'At most {max} in 24 hours; try again later.',
    id: 'Paling banyak {max} dalam 24 jam; coba lagi nanti.',
  },
  READING_LIMIT_REACHED: {
    status: 200,
    level: 'info',
    en: 'At most {max} people may be read in 24 hours; try again later.',
    id: 'Paling banyak {max} orang dapat dibaca dalam 24 jam; coba lagi nanti.',
  },
  NODE_KEY_LIMITED: {
    status: 200,
    level: 'info',
    en: 'The key of another installation opens nothing yet but callingKey.',
    id: 'Kunci simpul saat ini hanya membuka callingKey.',
  },
  REMEDY_MISMATCH: {
    status: 200,
    level: 'info',
    en: 'An objection that is upheld names what follows from it, one that is rejected names nothing.',
    id: 'Keberatan yang diterima menyebutkan tindak lanjutnya; yang ditolak tidak.',
  },
} as const satisfies Record<string, ErrorDefinition>;
