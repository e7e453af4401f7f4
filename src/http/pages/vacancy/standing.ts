import type { Lang } from '../layout/lang';
import { formatDay } from '../parts/days';
import type { VacancyAnswer } from './answers';
import { VACANCY_TEXTS } from './texts';

/** What the standing of a vacancy depends on. */
export type Dated = Pick<VacancyAnswer, 'state' | 'validThrough' | 'closedAt' | 'closedReason'>;

/** Whether people can still apply. */
export const isOpen = (
  { state, validThrough }: Pick<Dated, 'state' | 'validThrough'>,
  now: Date,
): boolean => state === 'PUBLISHED' && Date.parse(validThrough) > now.getTime();

/** What is said wherever an ad was that the office closed as a fraud. */
export function fraudWarning(lang: Lang): string {
  const { title, lead } = VACANCY_TEXTS[lang].withdrawals.FRAUD;
  return `${title} ${lead}`;
}

/** Why nobody can apply any more, in one or two sentences; null for an open vacancy. */
export function whyClosed(vacancy: Dated, lang: Lang, now: Date): string | null {
  if (isOpen(vacancy, now)) return null;
  const texts = VACANCY_TEXTS[lang];
  if (vacancy.closedReason === 'FRAUD') return fraudWarning(lang);
  const paused = texts.closedStates[vacancy.state];
  if (paused !== undefined) return paused;
  const reason = texts.closedReasons[reasonOf(vacancy)] ?? null;
  const since = vacancy.closedAt ?? (vacancy.state === 'PUBLISHED' ? vacancy.validThrough : null);
  const closed = since === null ? texts.closed : texts.closedSince(formatDay(since, lang));
  return reason === null ? closed : `${closed} ${reason}`;
}

/** The reason as it is told, else what the state itself says; a closed one without a reason has none. */
function reasonOf({ state, closedReason }: Dated): string {
  if (closedReason !== null) return closedReason;
  if (state === 'FILLED') return 'FILLED_HERE';
  return state === 'CLOSED' ? '' : 'EXPIRED';
}
