import type { Vacancy } from '../../entities';
import type { CloseReason, VacancyState, VerificationStatus } from '../../entities/vocabulary';
import type { Localised } from '../../errors/reasons';

type Standing = Pick<Vacancy, 'state' | 'validThrough' | 'closedReason'> & {
  readonly employer: { readonly verification: VerificationStatus };
};

const FRAUD: Localised = {
  en: 'the labour office took it down for fraud; send neither money nor documents nor data',
  id: 'dinas tenaga kerja menurunkannya karena penipuan; jangan kirim uang, dokumen, atau data',
};
const STOPPED: Localised = {
  en: 'the labour office stopped it; send neither money nor data',
  id: 'dinas tenaga kerja menghentikannya; jangan kirim uang atau data',
};
const FILLED: Localised = { en: 'it has been filled', id: 'sudah terisi' };
const OVER: Localised = { en: 'its time is over', id: 'batas waktunya sudah lewat' };
const CLOSED: Localised = { en: 'it is closed', id: 'sudah ditutup' };
const NOT_ANNOUNCED: Localised = { en: 'it is not announced', id: 'tidak diumumkan' };
const PAUSED: Localised = {
  en: 'the employer has paused it',
  id: 'pemberi kerja sedang menjedanya',
};
const STALE: Localised = {
  en: 'the employer has not confirmed it for long',
  id: 'sudah lama tidak dikonfirmasi oleh pemberi kerja',
};
const NOT_CHECKED: Localised = {
  en: 'the labour office has not checked its employer yet',
  id: 'pemberi kerjanya belum diperiksa dinas tenaga kerja',
};

const BY_REASON: Partial<Record<CloseReason, Localised>> = {
  FRAUD,
  FILLED_HERE: FILLED,
  FILLED_ELSEWHERE: FILLED,
  EXPIRED: OVER,
  STALE_UNCONFIRMED: STALE,
};

const BY_STATE: Partial<Record<VacancyState, Localised>> = {
  PAUSED,
  STALE,
  FILLED,
  EXPIRED: OVER,
  CLOSED,
  SUSPENDED: STOPPED,
};

/** Why nobody gets in touch about a vacancy, to complete VACANCY_CLOSED; null while people can. */
export function closedReasonOf(
  { state, validThrough, closedReason, employer }: Standing,
  now: Date,
): Localised | null {
  if (closedReason !== null) return BY_REASON[closedReason] ?? CLOSED;
  if (state !== 'PUBLISHED') return BY_STATE[state] ?? NOT_ANNOUNCED;
  if (validThrough <= now) return OVER;
  if (employer.verification === 'VERIFIED') return null;
  return employer.verification === 'SUSPENDED' ? STOPPED : NOT_CHECKED;
}
