import type { CandidateFacts, VacancyFacts } from './facts';
import { mix } from './fixed-point';
import type { Tally } from './tally';

/** What decides where somebody stands in a vacancy's order. */
export interface MatchPlace {
  readonly scoreBp: number;
  /** How many required competencies are verified. */
  readonly verified: number;
  readonly confirmedMonth: number;
  readonly tie: number;
  /** The engines' number of the person. */
  readonly person: number;
}

/** Negative when `a` comes first. Source: the order of `rankCandidates` (I3). */
export function comparePlaces(a: MatchPlace, b: MatchPlace): number {
  return (
    b.scoreBp - a.scoreBp ||
    b.verified - a.verified ||
    b.confirmedMonth - a.confirmedMonth ||
    a.tie - b.tie ||
    a.person - b.person
  );
}

/** The place of an eligible pair, once its tally is made. */
export function placeOf(
  { facts }: { readonly facts: Pick<VacancyFacts, 'tieSalt'> },
  candidate: Pick<CandidateFacts, 'person' | 'tieSalt' | 'confirmedMonth'>,
  { scoreBp, verifiedCount }: Pick<Tally, 'scoreBp' | 'verifiedCount'>,
): MatchPlace {
  return {
    scoreBp,
    verified: verifiedCount,
    confirmedMonth: candidate.confirmedMonth,
    tie: mix(candidate.tieSalt, facts.tieSalt),
    person: candidate.person,
  };
}
