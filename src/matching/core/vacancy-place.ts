import type { CompiledVacancy } from './compile';
import type { CandidateFacts } from './facts';
import { mix } from './fixed-point';
import type { Tally } from './tally';

/** Where a vacancy stands among a person's. */
export interface VacancyPlace {
  readonly scoreBp: number;
  readonly verifiedCount: number;
  readonly tie: number;
  readonly number: number;
}

export function placeOf(
  { facts }: CompiledVacancy,
  person: Pick<CandidateFacts, 'tieSalt'>,
  { scoreBp, verifiedCount }: Tally,
): VacancyPlace {
  const tie = mix(person.tieSalt, facts.tieSalt);
  return { scoreBp, verifiedCount, tie, number: facts.vacancy };
}

/** As `rankVacancies` orders them; of one person the confirmation is the same. */
export const compareVacancyPlaces = (a: VacancyPlace, b: VacancyPlace): number =>
  b.scoreBp - a.scoreBp ||
  b.verifiedCount - a.verifiedCount ||
  a.tie - b.tie ||
  a.number - b.number;
