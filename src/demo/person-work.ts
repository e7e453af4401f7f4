import { daysAfter, isoDay } from './days';
import type { Random } from './random';
import type { DemoOccupation } from './reference';
import { DEMO_MARK, firstWords, secondWords } from './vocabulary';

export interface DemoJob {
  title: string;
  occupationId: string;
  employerName: string;
  startedOn: string;
  endedOn: string | null;
}

const DAYS_A_MONTH = 30.44;

/** Up to three jobs in the person's trades, the latest first; some people have never worked. */
export function buildJobs(
  random: Random,
  { age, trades, now }: { age: number; trades: readonly DemoOccupation[]; now: Date },
): DemoJob[] {
  if (random.chance(age < 22 ? 0.5 : 0.12)) return [];
  const jobs: DemoJob[] = [];
  let freeMonths = (age - 17) * 12;
  let endDaysAgo = random.chance(0.35) ? 0 : random.between(10, 500);
  for (let count = random.between(1, 3); count > 0; count--) {
    const months = 2 + Math.floor(70 * random.unit() ** 2);
    freeMonths -= months + Math.ceil(endDaysAgo / DAYS_A_MONTH);
    if (freeMonths < 0) break;
    const startDaysAgo = endDaysAgo + Math.round(months * DAYS_A_MONTH);
    const trade = jobs.length === 0 ? trades[0] : random.pick(trades);
    jobs.push({
      title: trade.label,
      occupationId: trade.id,
      employerName: `${random.pick(['PT', 'CV', 'UD', 'Toko'])} ${random.pick(firstWords)} ${random.pick(secondWords)} ${DEMO_MARK}`,
      startedOn: isoDay(daysAfter(now, -startDaysAgo)),
      endedOn: endDaysAgo === 0 ? null : isoDay(daysAfter(now, -endDaysAgo)),
    });
    endDaysAgo = startDaysAgo + random.between(15, 400);
  }
  return jobs;
}

/** Whole years worked in an occupation. */
export function yearsIn(jobs: readonly DemoJob[], occupationId: string, now: Date): number {
  const days = jobs
    .filter((job) => job.occupationId === occupationId)
    .map((job) => {
      const end = job.endedOn === null ? now.getTime() : Date.parse(job.endedOn);
      return (end - Date.parse(job.startedOn)) / 86_400_000;
    });
  return Math.floor(days.reduce((sum, length) => sum + length, 0) / 365.25);
}
