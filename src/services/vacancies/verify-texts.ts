import type { Lang } from '../../errors';
import type { Label } from '../labels';
import type { VerifyOutcome } from './verify-outcome';
import type { Verified } from './verify-vacancy';

/** What somebody does who was told an outcome. */
const ADVICE: Readonly<Record<VerifyOutcome, Label>> = {
  VERIFIED: {
    ID: 'Dinas tenaga kerja telah memeriksa pemberi kerja ini, dan lowongannya masih dibuka. Cocokkan judul dan nama pemberi kerja di sini dengan iklan yang Anda lihat: kode yang benar dapat disalin ke iklan palsu. Melamarlah hanya lewat halaman lowongan ini.',
    EN: 'The labour office has checked this employer, and the vacancy is open. Compare the title and the employer’s name here with the ad that you saw: a real code can be copied onto a false ad. Apply only through the page of this vacancy.',
  },
  NOT_CHECKED: {
    ID: 'Lowongan ini ada di sini, tetapi dinas tenaga kerja belum memeriksa pemberi kerjanya. Itu bukan tanda penipuan dan bukan pula jaminan. Tanyakan ke dinas tenaga kerja sebelum memberi data atau datang ke suatu tempat.',
    EN: 'This vacancy is listed here, but the labour office has not checked its employer. That is no sign of a fraud, and no assurance either. Ask the labour office before you give data or go anywhere.',
  },
  SUSPENDED: {
    ID: 'Dinas tenaga kerja menghentikan lowongan atau pemberi kerja ini. Jangan melamar, jangan membayar, jangan memberi dokumen. Jika sudah terlanjur, laporkan di sini dan ke dinas tenaga kerja.',
    EN: 'The labour office has stopped this vacancy or its employer. Do not apply, do not pay, do not hand over documents. If you already have, report it here and to the labour office.',
  },
  CLOSED: {
    ID: 'Lowongan ini pernah ada di sini dan sekarang tidak dibuka lagi. Siapa pun yang masih menawarkannya kepada Anda tidak melakukannya atas nama dinas tenaga kerja: laporkan.',
    EN: 'This vacancy was listed here and is not open any more. Whoever still offers it to you does not do so for the labour office: report it.',
  },
  UNKNOWN_CODE: {
    ID: 'Kode yang tidak kami kenal tidak mengatakan apa pun tentang iklan itu: mungkin salah ketik, mungkin bukan dari sini, mungkin karangan. Tanyakan ke dinas tenaga kerja.',
    EN: 'A code that we do not know says nothing about the ad: it may be mistyped, from elsewhere, or made up. Ask the labour office.',
  },
};

/** The classic ways of brokers (calo); told with every outcome, since a real ad can be copied. */
const ALWAYS: readonly Label[] = [
  {
    ID: 'Jangan pernah membayar untuk mendapat pekerjaan: tidak untuk pendaftaran, seragam, pelatihan, tiket, atau “uang jaminan”.',
    EN: 'Never pay to get a job: not for registration, a uniform, training, a ticket or a “deposit”.',
  },
  {
    ID: 'Jangan menyerahkan dokumen asli (KTP, ijazah, BPKB) atau kode OTP kepada siapa pun.',
    EN: 'Hand over no original document (identity card, diploma, vehicle papers) and no one-time code to anybody.',
  },
  {
    ID: 'Jangan memakai calo: pelayanan dinas tenaga kerja tidak dipungut biaya.',
    EN: 'Use no broker (calo): the labour office’s service costs nothing.',
  },
  {
    ID: 'Wawancara hanya di alamat pemberi kerja atau dinas tenaga kerja; beri tahu keluarga ke mana Anda pergi.',
    EN: 'Go to interviews only at the employer’s address or the labour office, and tell your family where you go.',
  },
];

const DEMO: Label = {
  ID: 'Lowongan contoh, bukan lowongan sungguhan.',
  EN: 'An example: made up for demonstration, no real job.',
};
const FRAUD: Label = {
  ID: 'Dinas tenaga kerja menutup lowongan ini karena terbukti penipuan.',
  EN: 'The labour office closed this vacancy since it proved to be a fraud.',
};
const REJECTED: Label = {
  ID: 'Dinas tenaga kerja memeriksa pemberi kerja ini dan tidak mengesahkannya.',
  EN: 'The labour office looked at this employer and did not approve of it.',
};

/** What somebody does next, in one paragraph. */
export const adviceOf = ({ outcome }: Verified, lang: Lang): string => ADVICE[outcome][lang];

/** What somebody is warned of: first what is known of this ad, then what holds for every ad. */
export function warningsOf({ vacancy, verification }: Verified, lang: Lang): string[] {
  const known: Label[] = [];
  if (vacancy?.isDemo) known.push(DEMO);
  if (vacancy?.closedReason === 'FRAUD') known.push(FRAUD);
  if (verification === 'REJECTED') known.push(REJECTED);
  return [...known, ...ALWAYS].map((text) => text[lang]);
}
