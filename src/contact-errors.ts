import type { ErrorDefinition } from './error-definition';

/** The part of the error catalogue that is about consents, invitations and applications. */
export const contactErrors = {
  CONSENT_TEXT_OUTDATED: {
    status: 200,
    level: 'info',
    en: 'The text has changed: read and agree to version {version}.',
    id: 'Teks persetujuan telah berubah: baca dan setujui versi {version}.',
  },
  CONSENT_REQUIRED: {
    status: 200,
    level: 'info',
    en: 'Nobody applies without agreeing to share with the employer who they are.',
    id: 'Lamaran memerlukan persetujuan berbagi identitas dengan pemberi kerja.',
  },
  VACANCY_CLOSED: {
    status: 200,
    level: 'info',
    en: 'This vacancy is not open.',
    id: 'Lowongan ini tidak dibuka.',
  },
  ALREADY_APPLIED: {
    status: 200,
    level: 'info',
    en: 'You have applied for this vacancy already.',
    id: 'Anda sudah melamar lowongan ini.',
  },
  NOT_INVITABLE: {
    status: 200,
    level: 'info',
    en: 'This person cannot be invited at present.',
    id: 'Orang ini saat ini tidak dapat diundang.',
  },
} as const satisfies Record<string, ErrorDefinition>;
