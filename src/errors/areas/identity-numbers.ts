import { problem } from '../definition';

/** Identity numbers, and people with two records. */
export const identityNumberErrors = {
  IDENTITY_NUMBER_INVALID: problem({
    en: '{field} is not an identity number (NIK): 16 digits with place, day of birth and serial.',
    id: '{field} bukan NIK: 16 angka berisi wilayah, tanggal lahir, dan nomor urut.',
  }),
  IDENTITY_NUMBERS_DIFFER: problem({
    en: 'The two have different identity numbers: correct the wrong one first.',
    id: 'NIK keduanya berbeda: betulkan dahulu yang salah.',
  }),
  MERGE_NOT_POSSIBLE: problem({
    en: 'These records cannot be made one: they are the same, one is part of another merge, or an objection is open.',
    id: 'Kedua data ini tidak dapat digabung: keduanya sama, salah satunya bagian dari penggabungan lain, atau ada keberatan yang terbuka.',
  }),
  UNDO_NOT_POSSIBLE: problem({
    en: 'This merge cannot be undone any more, or a later one must be undone first.',
    id: 'Penggabungan ini tidak dapat dibatalkan lagi, atau yang lebih baru harus dibatalkan dahulu.',
  }),
};
