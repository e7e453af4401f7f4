import type { Lang } from '../../../errors';
import type { ShareStanding } from '../../../services/share/share-facts';

interface PictureTexts {
  kicker: string;
  demo: string;
  until: string;
  today: string;
  scan: string;
  /** Of what is not open. */
  scanLater: string;
  code: string;
  free: string;
  report: string;
  /** What stands in the place of the last day. */
  over: Record<ShareStanding, string | null>;
  across: Record<ShareStanding, string | null>;
}

export const PICTURE_TEXTS: Readonly<Record<Lang, PictureTexts>> = {
  ID: {
    kicker: 'LOWONGAN KERJA',
    demo: '(contoh, bukan sungguhan)',
    until: 'Dibuka sampai',
    today: 'Masih dibuka? Cek di sini:',
    scan: 'Pindai untuk melihat keadaan hari ini dan cara melamar.',
    scanLater: 'Pindai untuk melihat keadaan hari ini.',
    code: 'Kode cek',
    free: 'Melamar tidak dipungut biaya.',
    report: 'Ada yang meminta uang atau dokumen asli? Laporkan di alamat ini.',
    over: {
      OPEN: null,
      CLOSED: 'Tidak dibuka lagi',
      SUSPENDED: 'Dihentikan dinas tenaga kerja: jangan melamar',
    },
    across: { OPEN: null, CLOSED: 'DITUTUP', SUSPENDED: 'DIHENTIKAN' },
  },
  EN: {
    kicker: 'VACANCY',
    demo: '(example, no real job)',
    until: 'Open until',
    today: 'Still open? Check here:',
    scan: 'Scan to see how it stands today, and how to apply.',
    scanLater: 'Scan to see how it stands today.',
    code: 'Verify code',
    free: 'Applying costs nothing.',
    report: 'Somebody asks for money or original documents? Report it at this address.',
    over: {
      OPEN: null,
      CLOSED: 'Not open any more',
      SUSPENDED: 'Stopped by the labour office: do not apply',
    },
    across: { OPEN: null, CLOSED: 'CLOSED', SUSPENDED: 'STOPPED' },
  },
};
