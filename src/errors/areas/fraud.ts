import { problem } from '../definition';

/** Reported frauds. */
export const fraudErrors = {
  NOTHING_TO_CLOSE: problem({
    en: 'Only a confirmed report closes a vacancy, and only one that the public sees.',
    id: 'Hanya laporan yang terbukti menutup lowongan, dan hanya lowongan yang terlihat umum.',
  }),
};
