import type { Lang } from '../../layout/lang';

const ID = {
  title: 'Persetujuan',
  lead: 'Apa yang Anda setujui, dengan kata-kata yang mana, sampai kapan. Mencabut tidak perlu alasan.',
  live: 'berlaku',
  none: 'tidak berlaku',
  since: 'sejak',
  until: 'sampai',
  grant: 'Saya setuju',
  withdraw: 'Cabut',
  effects: {
    MATCHING:
      'Bila dicabut: Anda hilang dari semua pemeringkatan dalam 5 detik; kartu yang pernah dilihat ditutup.',
    RESERVED_LIST: 'Tanpa ini: tidak dipertimbangkan untuk tempat yang disediakan.',
    STATISTICS: 'Tanpa ini: tidak dihitung dalam statistik.',
    CREDIT_REFERRAL: 'Tanpa ini: tidak diteruskan ke bank.',
    TRAINING_REFERRAL: 'Tanpa ini: tidak diteruskan ke penyelenggara pelatihan.',
    SHARE_WITH_EMPLOYER:
      'Bila dicabut: pemberi kerja itu langsung tidak lagi melihat siapa Anda, dan lamaran di sana ditarik.',
    SHARE_ACCOMMODATIONS: 'Bila dicabut: penyesuaian Anda tidak lagi terlihat.',
  } as Record<string, string>,
  sharing: 'Yang Anda bagikan kepada pemberi kerja',
  noSharing:
    'Saat ini Anda tidak berbagi dengan siapa pun. Persetujuan ini muncul saat Anda melamar.',
  history: 'Riwayat semua persetujuan',
  withdrawn: 'dicabut',
  ended: 'berakhir',
  version: 'teks versi',
};

export type ConsentsTexts = typeof ID;

const EN: ConsentsTexts = {
  title: 'Consents',
  lead: 'What you agreed to, in which words, until when. Taking back needs no reason.',
  live: 'holds',
  none: 'does not hold',
  since: 'since',
  until: 'until',
  grant: 'I agree',
  withdraw: 'Take back',
  effects: {
    MATCHING:
      'Taken back: you leave all rankings within 5 seconds; cards that were seen are closed.',
    RESERVED_LIST: 'Without it: not considered for reserved places.',
    STATISTICS: 'Without it: not counted in statistics.',
    CREDIT_REFERRAL: 'Without it: not passed on to a bank.',
    TRAINING_REFERRAL: 'Without it: not passed on to training providers.',
    SHARE_WITH_EMPLOYER:
      'Taken back: that employer no longer sees who you are, and your applications there are taken back.',
    SHARE_ACCOMMODATIONS: 'Taken back: your accommodations are no longer seen.',
  },
  sharing: 'What you share with employers',
  noSharing: 'You share with nobody at present. These consents come with an application.',
  history: 'Every consent so far',
  withdrawn: 'taken back',
  ended: 'ended',
  version: 'text version',
};

export const CONSENTS_TEXTS: Record<Lang, ConsentsTexts> = { id: ID, en: EN };
