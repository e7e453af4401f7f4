import { problem } from '../definition';

/** Consents, invitations and applications. */
export const contactErrors = {
  CONSENT_TEXT_OUTDATED: problem({
    en: 'The text has changed: read and agree to version {version}.',
    id: 'Teks persetujuan telah berubah: baca dan setujui versi {version}.',
  }),
  CONSENT_REQUIRED: problem({
    en: 'Nobody applies without agreeing to share with the employer who they are.',
    id: 'Lamaran memerlukan persetujuan berbagi identitas dengan pemberi kerja.',
  }),
  ALREADY_APPLIED: problem({
    en: 'You have applied for this vacancy already.',
    id: 'Anda sudah melamar lowongan ini.',
  }),
  NOT_INVITABLE: problem({
    en: 'This person cannot be invited at present.',
    id: 'Orang ini saat ini tidak dapat diundang.',
  }),
};
