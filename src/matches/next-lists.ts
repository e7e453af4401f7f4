import type { FactsStore, OpenVacancy } from '../matching/facts-store';
import { causesOf, type ListedChange, type Why } from './causes';
import type { ListBatch, NextList } from './list-batch';
import type { Moves } from './moves';
import { KEPT, listOf, movePerson, needsReading, type StandingList } from './standing-list';

/** The changes behind one place up to another one. */
export type ChangesBetween = (after: number, until: number) => Promise<readonly ListedChange[]>;

/** The vacancy, if people are matched with it at this moment. */
export function openVacancy(store: FactsStore, vacancyId: string, now: Date): OpenVacancy | null {
  const open = store.vacancies.get(vacancyId);
  return open !== undefined && open.validThrough > now ? open : null;
}

/** The lists of vacancies that changed, of those that are open: read anew. */
export async function readChanged(
  batch: ListBatch,
  changed: { vacancies: ReadonlyMap<string, Why>; people: ReadonlyMap<string, Why> },
  changesBetween: ChangesBetween,
): Promise<NextList[]> {
  const next: NextList[] = [];
  for (const [vacancyId, why] of changed.vacancies) {
    const open = openVacancy(batch.store, vacancyId, batch.now);
    if (open === null) continue;
    const { list, later } = await readOrder(batch, open, changesBetween);
    const cause = batch.before.has(vacancyId) ? 'REQUIREMENT_CHANGED' : 'VACANCY_PUBLISHED';
    const people = new Map([...changed.people, ...causesOf(later, 'candidate')]);
    const reasons = { vacancy: { ...why, cause } as const, people, isAgeing: false };
    next.push({ vacancyId, list, reasons });
  }
  return next;
}

/** The lists on which people moved; those that got too short are read anew. */
export async function applyMoves(
  batch: ListBatch,
  moves: Moves,
  people: ReadonlyMap<string, Why>,
  changesBetween: ChangesBetween,
): Promise<NextList[]> {
  const next: NextList[] = [];
  for (const [vacancyId, moved] of moves) {
    const kept = batch.before.get(vacancyId);
    const open = openVacancy(batch.store, vacancyId, batch.now);
    if (kept === undefined || open === null) continue;
    let { list } = kept;
    for (const [candidateId, standing] of moved) list = movePerson(list, candidateId, standing);
    let causes = people;
    if (needsReading(list)) {
      const read = await readOrder(batch, open, changesBetween);
      list = read.list;
      causes = new Map([...people, ...causesOf(read.later, 'candidate')]);
    }
    next.push({ vacancyId, list, reasons: { vacancy: null, people: causes, isAgeing: false } });
  }
  return next;
}

/** Lists as they are now, of open vacancies; those whose own change is still to come wait for it. */
export async function readAged(
  batch: ListBatch,
  vacancyIds: readonly string[],
  changesBetween: ChangesBetween,
): Promise<NextList[]> {
  const next: NextList[] = [];
  for (const vacancyId of vacancyIds) {
    const open = openVacancy(batch.store, vacancyId, batch.now);
    if (open === null) continue;
    const { list, later } = await readOrder(batch, open, changesBetween);
    if (causesOf(later, 'vacancy').has(vacancyId)) continue;
    const people = causesOf(later, 'candidate');
    next.push({ vacancyId, list, reasons: { vacancy: null, people, isAgeing: true } });
  }
  return next;
}

/** A vacancy's list as the engine sees it, and the changes that it saw beyond the batch's. */
async function readOrder(
  { store, seq }: ListBatch,
  { compiled }: OpenVacancy,
  changesBetween: ChangesBetween,
): Promise<{ readonly list: StandingList; readonly later: readonly ListedChange[] }> {
  const { rows, isAll, seq: seen } = await store.people.stand(compiled.facts, KEPT);
  const later = seen > seq ? await changesBetween(seq, seen) : [];
  return { list: listOf(rows, isAll), later };
}
