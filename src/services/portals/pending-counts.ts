import type { Shown } from './shown';
import type { CountedVacancy } from './write-counts';

/** Vacancies under one code between two writings: more than are open at one time in a province. */
const MOST_VACANCIES = 10_000;
/** The same for all codes together, some 20 MB. */
const MOST_ENTRIES = 100_000;
/** Of codes that nobody knows yet; whoever invents codes cannot crowd out those that are known. */
const MOST_UNKNOWN_CODES = 50;
const MOST_UNKNOWN_VACANCIES = 200;

interface Sum {
  views: number;
  opens: number;
}

/** What was shown since the last writing, summed; bounded, and what does not fit is not counted. */
export class PendingCounts {
  private readonly codes = new Map<string, Map<string, Sum>>();
  private entries = 0;
  private unknown = 0;

  /** Cost: O(vacancies shown). */
  add(code: string, shown: Shown, isKnown: boolean): void {
    const sums = this.sumsOf(code, isKnown);
    if (sums === null) return;
    const most = isKnown ? MOST_VACANCIES : MOST_UNKNOWN_VACANCIES;
    for (const id of shown.views) this.count(sums, id, 'views', most);
    for (const id of shown.opens) this.count(sums, id, 'opens', most);
  }

  list(): CountedVacancy[] {
    return [...this.codes].flatMap(([code, sums]) =>
      [...sums].map(([vacancyId, sum]) => ({ code, vacancyId, ...sum })),
    );
  }

  private sumsOf(code: string, isKnown: boolean): Map<string, Sum> | null {
    const found = this.codes.get(code);
    if (found !== undefined) return found;
    if (!isKnown && this.unknown >= MOST_UNKNOWN_CODES) return null;
    if (!isKnown) this.unknown += 1;
    const made = new Map<string, Sum>();
    this.codes.set(code, made);
    return made;
  }

  private count(sums: Map<string, Sum>, id: string, kind: keyof Sum, most: number): void {
    const sum = sums.get(id);
    if (sum !== undefined) {
      sum[kind] += 1;
      return;
    }
    if (sums.size >= most || this.entries >= MOST_ENTRIES) return;
    this.entries += 1;
    sums.set(id, { views: 0, opens: 0, [kind]: 1 });
  }
}
