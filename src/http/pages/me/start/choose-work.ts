import type { StartForm } from './start-form';

/** Work as the form shows it, days as `2026-11-21`; empty = not chosen, not known. */
export interface ChosenWork {
  readonly id: string;
  readonly since: string;
  readonly until: string;
  /** Whether the days are reckoned from a length that the words say: nobody named them. */
  readonly isReckoned: boolean;
}

/** What words say of past work. */
export interface SaidWork {
  /** Occupations that the form offers, and of them those that the words surely name. */
  readonly offered: readonly string[];
  readonly sure: readonly string[];
  /** How long the words say that it lasted; null = not said. */
  readonly months: number | null;
}

type Left = Pick<StartForm, 'occupation' | 'since' | 'until' | 'offeredWork'>;

/**
 * The work that the form begins with: what the words surely name, as long as they say, up to today. What was offered before
 * stays as the person left it.
 */
export function chooseWork(left: Left, said: SaidWork, today: string): ChosenWork {
  const { occupation: id, since, until, offeredWork } = left;
  const reckoned =
    said.months === null ? null : { since: monthsBefore(today, said.months), until: today };
  const isReckoned = since === reckoned?.since && until === reckoned.until;
  const asLeft = { id, since, until, isReckoned };
  if (said.offered.includes(id)) return asLeft;
  const sure = said.offered.find((one) => said.sure.includes(one) && !offeredWork.includes(one));
  if (sure === undefined) return asLeft;
  if (since !== '' || until !== '' || reckoned === null) return { ...asLeft, id: sure };
  return { id: sure, ...reckoned, isReckoned: true };
}

function monthsBefore(day: string, months: number): string {
  const date = new Date(day);
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months);
  // A month without that day: its last one.
  if (date.getUTCDate() !== dayOfMonth) date.setUTCDate(0);
  return date.toISOString().slice(0, 10);
}
