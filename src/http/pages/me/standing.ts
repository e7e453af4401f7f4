import type { Lang } from '../layout/lang';
import { type Dated, whyClosed } from '../vacancy/standing';
import type { Offer } from './match-card';

/** A vacancy with what the fragment `Standing` tells. */
export interface StandingOffer extends Offer, Dated {
  employer: { name: string; verification: string };
}

/** Taken down by the office: nothing of it is recommended any more. */
export const isFraud = ({ closedReason }: Pick<Dated, 'closedReason'>): boolean =>
  closedReason === 'FRAUD';

const NOT_VERIFIED: Record<Lang, string> = {
  id: 'Dinas tenaga kerja belum memeriksa pemberi kerja ini, jadi lamaran belum diterima di sini. Jangan kirim uang atau data.',
  en: 'The labour office has not checked this employer, so that no application is taken here yet. Send neither money nor data.',
};

/** Why nobody can apply, in a few sentences; null where people can. The API refuses for the same reasons. */
export function whyNoApplication(vacancy: StandingOffer, lang: Lang, now: Date): string | null {
  const closed = whyClosed(vacancy, lang, now);
  if (closed !== null) return closed;
  return vacancy.employer.verification === 'VERIFIED' ? null : NOT_VERIFIED[lang];
}
