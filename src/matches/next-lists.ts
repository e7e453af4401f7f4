import type { FactsStore, OpenVacancy } from '../matching/facts-store';
import { causesOf, type ListedChange, type Why } from './causes';
import type { ListBatch, NextList } from './list-batch';
import type { Moves } from './moves';
import {
  compareLists,
  EMPTY_LIST,
  KEPT,
  listOf,
  movePerson,
  needsReading,
  type StandingList,
} from './standing-list';

/** The changes of these people and vacancies behind one place up to another one. */
export type ChangesOf = (
  ids: readonly string[],
  after: number,
  until: number,
) => Promise<readonly ListedChange[]>;

/** The vacancy, if people are matched with it at this moment. */
export function openVacancy(store: FactsStore, vacancyId: string, now: Date): OpenVacancy | null {
  const open = store.vacancies.get(vacancyId);
  return open !== undefined && open.validThrough > now ? open : null;
}

/** The lists of vacancies that changed, of those that are open: read anew. */
export async function readChanged(
  batch: ListBatch,
  changed: { vacancies: ReadonlyMap<string, Why>; people: ReadonlyMap<string, Why> },
  changesOf: ChangesOf,
): Promise<NextList[]> {
  const next: NextList[] = [];
  for (const [vacancyId, why] of changed.vacancies) {
    const open = openVacancy(batch.store, vacancyId, batch.now);
    if (open === null) continue;
    const { list, people } = await readOrder(batch, open, changed.people, changesOf);
    const cause = batch.before.has(vacancyId) ? 'REQUIREMENT_CHANGED' : 'VACANCY_PUBLISHED';
    const reasons = { vacancy: { ...why, cause } as const, people, isAgeing: false };
    next.push({ vacancyId, list, reasons });
  }
  return next;
}

/** The lists on which people moved; those that got too short are read anew. */
export async function applyMoves(
  batch: ListBatch,
  moves: Moves,
  changed: ReadonlyMap<string, Why>,
  changesOf: ChangesOf,
): Promise<NextList[]> {
  const next: NextList[] = [];
  for (const [vacancyId, moved] of moves) {
    const kept = batch.before.get(vacancyId);
    const open = openVacancy(batch.store, vacancyId, batch.now);
    if (kept === undefined || open === null) continue;
    let [list, people] = [kept.list, changed];
    for (const [candidateId, standing] of moved) list = movePerson(list, candidateId, standing);
    if (needsReading(list)) {
      ({ list, people } = await readOrder(batch, open, changed, changesOf));
    }
    next.push({ vacancyId, list, reasons: { vacancy: null, people, isAgeing: false } });
  }
  return next;
}

/** Lists as they are now, of open vacancies, and why they differ; `isAgeing` = also by the time that has passed. */
export async function readAnew(
  batch: ListBatch,
  vacancyIds: readonly string[],
  isAgeing: boolean,
  changesOf: ChangesOf,
): Promise<NextList[]> {
  const next: NextList[] = [];
  for (const vacancyId of vacancyIds) {
    const open = openVacancy(batch.store, vacancyId, batch.now);
    if (open === null) continue;
    const { list, people, vacancy } = await readOrder(batch, open, new Map(), changesOf);
    const cause = batch.before.has(vacancyId) ? 'REQUIREMENT_CHANGED' : 'VACANCY_PUBLISHED';
    const own = vacancy && ({ ...vacancy, cause } as const);
    next.push({ vacancyId, list, reasons: { vacancy: own, people, isAgeing } });
  }
  return next;
}

interface ReadOrder {
  readonly list: StandingList;
  /** Those who changed, with those who did so beyond the batch and moved. */
  readonly people: ReadonlyMap<string, Why>;
  /** Why the vacancy differs, if it changed beyond the batch. */
  readonly vacancy: Why | null;
}

/** A vacancy's list as the engine sees it, perhaps beyond the batch's changes. */
async function readOrder(
  { store, seq, before }: ListBatch,
  { id, compiled }: OpenVacancy,
  changed: ReadonlyMap<string, Why>,
  changesOf: ChangesOf,
): Promise<ReadOrder> {
  const { rows, isAll, seq: seen } = await store.people.stand(compiled.facts, KEPT);
  const list = listOf(rows, isAll);
  const { entered, risen, left } = compareLists(before.get(id)?.list ?? EMPTY_LIST, list);
  const moved = [...entered, ...risen, ...left].map(({ candidateId }) => candidateId);
  const unknown = moved.filter((candidateId) => !changed.has(candidateId));
  const later = seen > seq ? await changesOf([id, ...unknown], seq, seen) : [];
  return {
    list,
    people: new Map([...changed, ...causesOf(later, 'candidate')]),
    vacancy: causesOf(later, 'vacancy').get(id) ?? null,
  };
}
