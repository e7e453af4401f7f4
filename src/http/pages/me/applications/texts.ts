import type { Lang } from '../../layout/lang';

const ID = {
  title: 'Lamaran dan undangan',
  lead: 'Apa yang Anda lamar, siapa yang mengundang Anda, dan setiap langkahnya.',
  invitations: 'Undangan',
  noInvitations: 'Belum ada undangan.',
  invitedUntil: 'dapat dijawab sampai',
  agree: 'Saya membaca dan menyetujuinya',
  accept: 'Terima dan lamar',
  decline: 'Tolak untuk seterusnya',
  applications: 'Lamaran',
  noApplications: 'Belum ada lamaran. Buka salah satu lowongan Anda untuk melamar.',
  gone: 'lowongan yang tidak lagi terbuka untuk umum',
  history: 'Riwayat',
  withdraw: 'Tarik lamaran',
};

export type ApplicationsTexts = typeof ID;

const EN: ApplicationsTexts = {
  title: 'Applications and invitations',
  lead: 'What you applied for, who invited you, and every step.',
  invitations: 'Invitations',
  noInvitations: 'No invitation yet.',
  invitedUntil: 'can be answered until',
  agree: 'I have read it and agree',
  accept: 'Accept and apply',
  decline: 'Decline for good',
  applications: 'Applications',
  noApplications: 'No application yet. Open one of your vacancies to apply.',
  gone: 'a vacancy that is no longer public',
  history: 'What happened',
  withdraw: 'Take it back',
};

export const APPLICATIONS_TEXTS: Record<Lang, ApplicationsTexts> = { id: ID, en: EN };
