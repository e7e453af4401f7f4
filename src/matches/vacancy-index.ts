import type { CompiledVacancy } from '../matching/core/compile';
import type { CandidateFacts } from '../matching/core/facts';
import { tallyEligible } from '../matching/core/score';
import { createTally, type Verdict } from '../matching/core/tally';
import { comparePlaces, type MatchPlace, placeOf } from './place';

export interface AffectedVacancy {
  readonly vacancyId: string;
  readonly place: MatchPlace;
  readonly verdict: Verdict;
}

export class VacancyIndex {
  private readonly all = new Map<string, { vacancy: CompiledVacancy; floor: MatchPlace | null }>();
  get size(): number {
    return this.all.size;
  }
  put(vacancyId: string, vacancy: CompiledVacancy, floor: MatchPlace | null): void {
    this.all.set(vacancyId, { vacancy, floor });
  }
  remove(vacancyId: string): void {
    this.all.delete(vacancyId);
  }
  affectedBy(person: CandidateFacts): AffectedVacancy[] {
    const counts = createTally();
    const found: AffectedVacancy[] = [];
    for (const [vacancyId, { vacancy, floor }] of this.all) {
      if (!tallyEligible(vacancy, person, counts)) continue;
      const place = placeOf(vacancy, person, counts);
      if (floor !== null && comparePlaces(place, floor) > 0) continue;
      found.push({ vacancyId, place, verdict: counts.verdict });
    }
    return found;
  }
}
