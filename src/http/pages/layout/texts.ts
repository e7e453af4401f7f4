import type { Lang } from './lang';

const ID = {
  skip: 'Langsung ke isi',
  languages: 'Bahasa',
  vacancies: 'Lowongan',
  mine: 'Halaman saya',
  check: 'Cek iklan',
  portals: 'Portal',
  receipts: 'Periksa tanda terima',
  explorer: 'Penjelajah API',
  footer: 'Layanan pencocokan kerja untuk dinas tenaga kerja. Kode terbuka, lisensi MIT.',
  search: 'Cari lowongan',
  searchLabel: 'Kerja apa?',
  backHome: 'Ke halaman depan',
  requestId: 'Nomor permintaan',
  errors: {
    400: 'Permintaan ini tidak dapat dibaca.',
    401: 'Anda perlu masuk dulu.',
    403: 'Halaman ini tidak untuk Anda.',
    404: 'Halaman ini tidak ada.',
    405: 'Halaman ini tidak bisa diminta dengan cara itu.',
    413: 'Kiriman ini terlalu besar.',
    429: 'Terlalu banyak permintaan. Tunggu sebentar.',
    500: 'Ada yang salah di layanan ini.',
    503: 'Layanan ini sedang tidak dapat menjawab.',
  } as Record<number, string>,
  explanations: {
    404: 'Periksa alamatnya, atau cari di antara lowongan yang terbuka.',
    405: 'Buka alamatnya langsung di peramban, atau cari di antara lowongan yang terbuka.',
    429: 'Dari jaringan Anda datang banyak permintaan sekaligus. Tunggu beberapa detik, lalu buka halaman ini lagi.',
    500: 'Kesalahan ini sudah dicatat. Coba lagi nanti.',
    503: 'Coba lagi beberapa saat lagi; tidak ada yang hilang.',
  } as Record<number, string>,
};

export type LayoutTexts = typeof ID;

const EN: LayoutTexts = {
  skip: 'Skip to the content',
  languages: 'Language',
  vacancies: 'Vacancies',
  mine: 'My pages',
  check: 'Check an ad',
  portals: 'Portals',
  receipts: 'Check a receipt',
  explorer: 'API explorer',
  footer: 'Job matching for labour offices. Open source, MIT licence.',
  search: 'Search vacancies',
  searchLabel: 'What work?',
  backHome: 'To the home page',
  requestId: 'Request number',
  errors: {
    400: 'This request cannot be read.',
    401: 'You need to sign in first.',
    403: 'This page is not for you.',
    404: 'There is no such page.',
    405: 'This page cannot be asked for in that way.',
    413: 'This is too large.',
    429: 'Too many requests. Wait a little.',
    500: 'Something is wrong in this service.',
    503: 'This service cannot answer now.',
  },
  explanations: {
    404: 'Check the address, or search the open vacancies.',
    405: 'Open the address itself in the browser, or search the open vacancies.',
    429: 'Many requests came from your network at once. Wait some seconds, then open this page again.',
    500: 'The fault has been noted. Try again later.',
    503: 'Try again in a moment; nothing is lost.',
  },
};

export const LAYOUT_TEXTS: Record<Lang, LayoutTexts> = { id: ID, en: EN };
