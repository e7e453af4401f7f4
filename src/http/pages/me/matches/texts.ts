import type { Lang } from '../../layout/lang';

const ID = {
  title: 'Lowongan saya',
  lead: 'Semua lowongan terbuka diperiksa; nilainya sama dengan yang dilihat pemberi kerja.',
  order: 'Yang paling cocok dulu',
  none: 'Belum ada lowongan yang syaratnya Anda penuhi. Lengkapi profil, atau lihat lagi besok.',
  soon: 'Baru mendaftar? Lowongan yang cocok muncul dalam beberapa detik; muat ulang halaman ini.',
  next: 'Berikutnya',
  first: 'Kembali ke awal',
  hints: 'Agar lebih banyak yang cocok',
  hint: {
    AGREE_TO_MATCHING: ['/saya/persetujuan', 'Setujui pencocokan: tanpa itu tidak ada lowongan'],
    RECONFIRM_SEARCH: ['/saya/profil#pencarian', 'Pastikan lagi bahwa Anda mencari kerja'],
    ADD_COMPETENCIES: ['/saya/mulai', 'Tambah kemampuan'],
    NAME_DISTRICT: ['/saya/profil', 'Sebut kecamatan tempat tinggal'],
    ADD_WORK_EXPERIENCE: ['/saya/profil/kerja', 'Isi pekerjaan Anda dulu'],
    NAME_OCCUPATIONS: ['/saya/profil/kerja', 'Sebut jabatan dari pekerjaan Anda'],
    STATE_EDUCATION: ['/saya/profil', 'Sebut pendidikan'],
    STATE_EMPLOYMENT_TYPES: ['/saya/profil', 'Sebut jenis kerja yang Anda mau'],
    STATE_AVAILABILITY: ['/saya/profil', 'Sebut kapan bisa mulai'],
    ADD_CONTACT: ['/saya/profil', 'Isi nomor HP atau email'],
  } as Record<string, readonly [string, string]>,
  invited: 'Ada undangan yang menunggu jawaban Anda.',
  answer: 'Jawab undangan',
  notMatched: 'Anda sedang tidak dicocokkan',
  consents: 'Lihat persetujuan',
  search: 'Aktifkan pencarian lagi',
};

export type MatchesTexts = typeof ID;

const EN: MatchesTexts = {
  title: 'My vacancies',
  lead: 'Every open vacancy is considered; the score is the one that the employer sees.',
  order: 'Best match first',
  none: 'No vacancy yet whose conditions you meet. Complete your profile, or look again tomorrow.',
  soon: 'Just registered? The vacancies that fit appear within seconds; load this page again.',
  next: 'Next',
  first: 'Back to the first',
  hints: 'For better matches',
  hint: {
    AGREE_TO_MATCHING: ['/saya/persetujuan', 'Agree to be matched: without it there are none'],
    RECONFIRM_SEARCH: ['/saya/profil#pencarian', 'Confirm that you still look for work'],
    ADD_COMPETENCIES: ['/saya/mulai', 'Add what you can do'],
    NAME_DISTRICT: ['/saya/profil', 'Name the district where you live'],
    ADD_WORK_EXPERIENCE: ['/saya/profil/kerja', 'List your past work'],
    NAME_OCCUPATIONS: ['/saya/profil/kerja', 'Name the occupations of your work'],
    STATE_EDUCATION: ['/saya/profil', 'State your education'],
    STATE_EMPLOYMENT_TYPES: ['/saya/profil', 'State which forms of employment you want'],
    STATE_AVAILABILITY: ['/saya/profil', 'State when you can begin'],
    ADD_CONTACT: ['/saya/profil', 'Give a telephone number or e-mail address'],
  },
  invited: 'An invitation waits for your answer.',
  answer: 'Answer it',
  notMatched: 'You are not matched at present',
  consents: 'Look at the consents',
  search: 'Make the search active again',
};

export const MATCHES_TEXTS: Record<Lang, MatchesTexts> = { id: ID, en: EN };
