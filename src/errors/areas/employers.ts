import { problem } from '../definition';

/** Employers: registration, verification, members. */
export const employerErrors = {
  EMPLOYER_NOT_VERIFIED: problem({
    en: 'Only a verified employer may do this.',
    id: 'Hanya pemberi kerja terverifikasi yang dapat melakukan ini.',
  }),
  EMPLOYER_SUSPENDED: problem({
    en: 'The office stopped this employer: nothing of it is public until the office decides anew.',
    id: 'Dinas menghentikan pemberi kerja ini: lowongannya tidak ditampilkan sampai dinas memutuskan lain.',
  }),
  BUSINESS_NUMBER_INVALID: problem({
    en: '{field} is no business identification number (NIB): 13 digits are expected.',
    id: '{field} bukan Nomor Induk Berusaha (NIB): harus 13 digit.',
  }),
  VISIT_NEEDED: problem({
    en: 'An employer without NIB is visited before it is verified.',
    id: 'Pemberi kerja tanpa NIB dikunjungi dahulu sebelum diverifikasi.',
  }),
  LAST_OWNER: problem({
    en: 'An employer keeps at least one owner: let somebody else become owner first.',
    id: 'Pemberi kerja harus memiliki sedikitnya satu pemilik: tunjuk pemilik lain terlebih dahulu.',
  }),
  CODE_INVALID: problem({
    en: 'This code is not valid, was used already or has expired.',
    id: 'Kode ini tidak sah, sudah dipakai, atau sudah kedaluwarsa.',
  }),
};
