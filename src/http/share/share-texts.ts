import type { ShareChannel } from '../../services/share/channels';
import type { Lang } from '../pages/layout/lang';

interface ShareTexts {
  title: string;
  lead: string;
  closed: string;
  today: string;
  text: string;
  picture: string;
  open: string;
  download: string;
  print: string;
  qr: string;
  qrHint: string;
  link: string;
  back: string;
  channels: Record<ShareChannel, string>;
}

const ID: ShareTexts = {
  title: 'Bagikan lowongan',
  lead: 'Salin teks, unduh gambar, atau cetak selebaran. Tautan pendek selalu menunjukkan keadaan hari ini, juga di unggahan lama.',
  closed: 'Lowongan ini tidak dibuka lagi: teks dan gambar di bawah mengatakannya.',
  today: 'Lihat lowongan',
  text: 'Teks untuk disalin',
  picture: 'Gambar',
  open: 'Buka di',
  download: 'Unduh gambar (PNG)',
  print: 'Unduh selebaran A4 (PNG)',
  qr: 'Kode QR',
  qrHint: 'Kode QR ke tautan pendek',
  link: 'Tautan pendek',
  back: 'Kembali ke lowongan',
  channels: {
    WHATSAPP: 'WhatsApp',
    TELEGRAM: 'Telegram',
    FACEBOOK: 'Facebook',
    INSTAGRAM: 'Instagram',
    X: 'X',
    PRINT: 'Selebaran cetak',
  },
};

const EN: ShareTexts = {
  title: 'Share a vacancy',
  lead: 'Copy the text, download the picture, or print the sheet. The short link always shows how it stands today, also in old posts.',
  closed: 'This vacancy is not open any more: the texts and pictures below say so.',
  today: 'See the vacancy',
  text: 'Text to copy',
  picture: 'Picture',
  open: 'Open in',
  download: 'Download the picture (PNG)',
  print: 'Download the A4 sheet (PNG)',
  qr: 'QR code',
  qrHint: 'QR code of the short link',
  link: 'Short link',
  back: 'Back to the vacancy',
  channels: { ...ID.channels, PRINT: 'Printed sheet' },
};

export const SHARE_TEXTS: Record<Lang, ShareTexts> = { id: ID, en: EN };
