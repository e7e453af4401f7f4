import type { CloseReason, VacancyState, VerificationStatus } from '../../entities/vocabulary';

/** What the office can say of an ad with a code; never a bare "genuine". */
export const verifyOutcomes = [
  'VERIFIED',
  'NOT_CHECKED',
  'SUSPENDED',
  'CLOSED',
  'UNKNOWN_CODE',
] as const;
export type VerifyOutcome = (typeof verifyOutcomes)[number];

/** What the outcome of a public vacancy depends on. */
export interface Standing {
  readonly state: VacancyState;
  readonly validThrough: Date;
  readonly closedReason: CloseReason | null;
  readonly verification: VerificationStatus;
}

/**
 * What the office says of a public vacancy: VERIFIED only for an open one of an employer that it has checked. What the office
 * stopped is SUSPENDED, also where it closed it as a fraud; what is not open, for whatever reason, is CLOSED.
 */
export function outcomeOf(standing: Standing, now: Date): VerifyOutcome {
  const { state, validThrough, closedReason, verification } = standing;
  if (verification === 'SUSPENDED' || closedReason === 'FRAUD') return 'SUSPENDED';
  if (state !== 'PUBLISHED' || validThrough <= now) return 'CLOSED';
  return verification === 'VERIFIED' ? 'VERIFIED' : 'NOT_CHECKED';
}
