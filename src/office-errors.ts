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
  MERGE_NOT_POSSIBLE: {
    status: 200,
    level: 'info',
    en: 'These records cannot be made one: they are the same, one is part of another merge, or an objection is open.',
    id: 'Kedua data ini tidak dapat digabung: keduanya sama, salah satunya bagian dari penggabungan lain, atau ada keberatan yang terbuka.',
  },
  IDENTITY_NUMBERS_DIFFER: {
    status: 200,
    level: 'info',
    en: 'The two have different identity numbers: correct the wrong one first.',
    id: 'NIK keduanya berbeda: betulkan dahulu yang salah.',
  },
  UNDO_NOT_POSSIBLE: {
    status: 200,
    level: 'info',
    en: 'This merge cannot be undone any more, or a later one must be undone first.',
    id: 'Penggabungan ini tidak dapat dibatalkan lagi, atau yang lebih baru harus dibatalkan dahulu.',
  },
} as const satisfies Record<string, ErrorDefinition>;
