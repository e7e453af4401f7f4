import { codeRules } from '../one-time-code';
import type { CodeMessage } from './delivery';

const MINUTES = codeRules.lifetimeMs / 60_000;

/** The words of a message; the code comes first, where a telephone shows it without opening. */
export function codeText({ code, lang }: Pick<CodeMessage, 'code' | 'lang'>): {
  subject: string;
  text: string;
} {
  if (lang === 'EN') {
    return {
      subject: 'Your Padan sign-in code',
      text: `${code} is your Padan code. It holds for ${MINUTES} minutes. Nobody of the office will ever ask you for it.`,
    };
  }
  return {
    subject: 'Kode masuk Padan Anda',
    text: `${code} adalah kode Padan Anda. Berlaku ${MINUTES} menit. Petugas dinas tidak pernah meminta kode ini.`,
  };
}
