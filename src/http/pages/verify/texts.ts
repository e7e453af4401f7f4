import type { VerifyOutcome } from '../../../services/vacancies/verify-outcome';
import type { Lang } from '../layout/lang';

interface VerifyTexts {
  title: string;
  description: string;
  lead: string;
  codeLabel: string;
  codeHint: string;
  check: string;
  another: string;
  checked: string;
  code: string;
  outcomes: Record<VerifyOutcome, string>;
  known: string;
  hidden: string;
  fields: Record<'title' | 'employer' | 'place' | 'wage' | 'until', string>;
  see: string;
  whatNow: string;
  beware: string;
  report: string;
  reportLead: string;
  text: string;
  textHint: string;
  url: string;
  send: string;
  thanks: string;
  receipt: string;
  receiptLead: string;
  foreign: string;
  tooMany: string;
}

const ID: VerifyTexts = {
  title: 'Apakah iklan ini asli?',
  description: 'Cek kode iklan lowongan di dinas tenaga kerja, atau laporkan penipuan.',
  lead: 'Ketik kode cek dari iklan. Kami sampaikan apa yang diketahui dinas tenaga kerja hari ini, tidak lebih dan tidak kurang.',
  codeLabel: 'Kode cek',
  codeHint: 'Sepuluh huruf dan angka, atau tempel seluruh tautan pendek.',
  check: 'Cek iklan',
  another: 'Cek kode lain',
  checked: 'Diperiksa',
  code: 'Kode',
  outcomes: {
    VERIFIED: 'Pemberi kerja telah diperiksa, lowongan dibuka.',
    NOT_CHECKED: 'Terdaftar, tetapi pemberi kerja belum diperiksa.',
    SUSPENDED: 'Dihentikan oleh dinas tenaga kerja.',
    CLOSED: 'Lowongan ini tidak dibuka lagi.',
    UNKNOWN_CODE: 'Kode ini tidak kami kenal.',
  },
  known: 'Cocokkan dengan iklan Anda',
  hidden: 'Rincian lowongan ini tidak ditampilkan.',
  fields: {
    title: 'Judul',
    employer: 'Pemberi kerja',
    place: 'Tempat',
    wage: 'Upah',
    until: 'Dibuka sampai',
  },
  see: 'Lihat halaman lowongan',
  whatNow: 'Yang perlu dilakukan',
  beware: 'Waspada',
  report: 'Laporkan iklan ini',
  reportLead:
    'Tanpa akun. Kami tidak menyimpan siapa Anda: tidak nama, tidak alamat jaringan. Jangan tulis data pribadi Anda.',
  text: 'Apa yang terjadi?',
  textHint: 'Misalnya: siapa yang meminta uang atau dokumen, berapa, dan di mana.',
  url: 'Di mana iklannya? (boleh kosong)',
  send: 'Kirim laporan',
  thanks: 'Terima kasih. Laporan diterima.',
  receipt: 'Nomor laporan',
  receiptLead:
    'Simpan nomor ini. Petugas dinas tenaga kerja membaca laporan Anda; tanyakan dengan nomor ini.',
  foreign: 'Laporan ini tidak dikirim dari halaman kami, jadi tidak diterima. Kirim dari sini.',
  tooMany: 'Sudah banyak laporan dari jaringan Anda. Coba lagi nanti; tidak ada yang hilang.',
};

const EN: VerifyTexts = {
  title: 'Is this ad real?',
  description: 'Check the code of a job ad with the labour office, or report a fraud.',
  lead: 'Type the verify code from the ad. We tell what the labour office knows today, no more and no less.',
  codeLabel: 'Verify code',
  codeHint: 'Ten letters and digits, or paste the whole short link.',
  check: 'Check the ad',
  another: 'Check another code',
  checked: 'Checked',
  code: 'Code',
  outcomes: {
    VERIFIED: 'The employer has been checked, and the vacancy is open.',
    NOT_CHECKED: 'It is listed, but the employer has not been checked.',
    SUSPENDED: 'Stopped by the labour office.',
    CLOSED: 'This vacancy is not open any more.',
    UNKNOWN_CODE: 'We do not know this code.',
  },
  known: 'Compare with your ad',
  hidden: 'The particulars of this vacancy are not shown.',
  fields: {
    title: 'Title',
    employer: 'Employer',
    place: 'Place',
    wage: 'Pay',
    until: 'Open until',
  },
  see: 'See the page of the vacancy',
  whatNow: 'What to do now',
  beware: 'Beware',
  report: 'Report this ad',
  reportLead:
    'Without an account. We do not store who you are: no name, no network address. Do not write your own personal data.',
  text: 'What happened?',
  textHint: 'For example: who asked for money or documents, how much, and where.',
  url: 'Where is the ad? (may stay empty)',
  send: 'Send the report',
  thanks: 'Thank you. The report was received.',
  receipt: 'Number of the report',
  receiptLead:
    'Keep this number. Officers of the labour office read your report; ask with this number.',
  foreign: 'This report was not sent from a page of ours, so it was not taken. Send it from here.',
  tooMany: 'There were many reports from your network already. Try again later; nothing is lost.',
};

export const VERIFY_TEXTS: Record<Lang, VerifyTexts> = { id: ID, en: EN };
