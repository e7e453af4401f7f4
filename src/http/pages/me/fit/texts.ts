import type { Lang } from '../../layout/lang';

const ID = {
  title: 'Apakah cocok untuk saya?',
  lead: 'Tulis apa yang Anda bisa. Tanpa akun: tidak ada yang disimpan atau dicatat.',
  about: 'Lowongan dari tautan ini',
  searchOn: 'Lowongan lain yang cocok tetap kami carikan.',
  unknown: 'Lowongan dari tautan ini tidak ditemukan. Lowongan lain yang cocok tetap kami carikan.',
  read: 'Baca lowongannya',
  words: 'Saya bisa …',
  wordsHint: 'Bahasa sehari-hari: keahlian, pekerjaan dulu, alat, SIM, pendidikan.',
  place: 'Tinggal di …',
  check: 'Periksa kecocokan',
  signIn: 'Sudah pernah daftar? Masuk',
  thisOne: 'Untuk lowongan ini',
  conditions: 'Syaratnya satu per satu',
  results: { PASS: 'terpenuhi', FAIL: 'belum', UNKNOWN: 'belum disebut' } as Record<string, string>,
  others: 'Lowongan lain yang cocok',
  best: 'Lowongan yang paling cocok',
  save: 'Simpan dan masuk',
  saveHint:
    'Yang Anda tulis ikut ke langkah berikut. Baru disimpan setelah Anda menyetujuinya di sana.',
  notWords: 'Tulis dulu apa yang Anda bisa.',
};

export type FitTexts = typeof ID;

const EN: FitTexts = {
  title: 'Does it fit me?',
  lead: 'Write what you can do. No account: nothing is stored or logged.',
  about: 'The vacancy of this link',
  searchOn: 'We still look for others that fit.',
  unknown: 'The vacancy of this link was not found. We still look for others that fit.',
  read: 'Read the vacancy',
  words: 'I can …',
  wordsHint: 'Everyday words: skills, past jobs, tools, driving licences, education.',
  place: 'I live in …',
  check: 'Check the fit',
  signIn: 'Registered already? Sign in',
  thisOne: 'For this vacancy',
  conditions: 'Its conditions one by one',
  results: { PASS: 'met', FAIL: 'not yet', UNKNOWN: 'not said' },
  others: 'Other vacancies that fit',
  best: 'The vacancies that fit best',
  save: 'Save and sign in',
  saveHint: 'What you wrote comes along. It is stored only after you agree to it there.',
  notWords: 'Write first what you can do.',
};

export const FIT_TEXTS: Record<Lang, FitTexts> = { id: ID, en: EN };
