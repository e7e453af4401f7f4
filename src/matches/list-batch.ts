import type { EntityManager } from 'typeorm';
import type { FactsStore } from '../matching/facts-store';
import { NO_BURST, overdue, several, tell } from './bursts';
import type { Why } from './causes';
import { eventsOf, type ListReasons } from './list-events';
import {
  type Basis,
  employersOf,
  type KeptList,
  readLists,
  removeLists,
  writeLists,
} from './list-rows';
import type { NewMatchEvent } from './match-event';
import { appendMatchEvents } from './match-event-rows';
import { compareLists, EMPTY_LIST, type StandingList } from './standing-list';

/** What one transaction finds before it changes lists. */
export interface ListBatch {
  readonly manager: EntityManager;
  readonly store: FactsStore;
  readonly now: Date;
  /** Place of the newest change that is handled. */
  readonly seq: number;
  readonly before: ReadonlyMap<string, KeptList>;
  readonly employers: ReadonlyMap<string, string>;
}

/** A list as it is to stand, with why. */
export interface NextList {
  readonly vacancyId: string;
  readonly list: StandingList;
  readonly reasons: Pick<ListReasons, 'vacancy' | 'people' | 'isAgeing'>;
}

/** What a transaction made of lists. */
export interface ListOutcome {
  readonly next: readonly NextList[];
  /** Vacancies that have no list any more; with why, where that is to be told. */
  readonly gone: ReadonlyMap<string, Why | null>;
}

/** Reads what stands on some lists. Cost: 3 queries. */
export async function openBatch(
  batch: Pick<ListBatch, 'manager' | 'store' | 'now' | 'seq'>,
  vacancyIds: readonly string[],
): Promise<ListBatch> {
  const before = await readLists(batch.manager, vacancyIds);
  const employers = await employersOf(batch.manager, vacancyIds);
  return { ...batch, before, employers };
}

/** On what lists rest that are made from these facts. */
export const basisOf = ({ month, catalogue }: FactsStore): Basis => ({
  month,
  taxonomyVersion: catalogue.taxonomy.version,
});

/** Writes the lists and what changed on them. Cost: 6 queries. */
export async function writeBatch(
  batch: ListBatch,
  { next, gone }: ListOutcome,
): Promise<ListOutcome> {
  const { manager, before, store } = batch;
  // A vacancy that was deleted meanwhile has no employer, and needs no list.
  const wanted = next.filter(({ vacancyId }) => batch.employers.has(vacancyId));
  const told = wanted.map((one) => tellNext(batch, one));
  const closings = [...gone].flatMap(([id, why]) => (why ? tellClosed(batch, id, why) : []));
  const lists = wanted.map(({ vacancyId, list }, at) => {
    return { ...basisOf(store), vacancyId, list, burst: told[at].burst };
  });
  await removeLists(manager, [...gone.keys()]);
  await writeLists(manager, lists, before);
  await appendMatchEvents(manager, [...told.flatMap(({ events }) => events), ...closings]);
  return { next: wanted, gone };
}

const NOTHING = { entered: [], risen: [], left: [] };

function tellNext({ before, employers, seq, now }: ListBatch, next: NextList) {
  const { vacancyId, list, reasons } = next;
  const known = before.get(vacancyId);
  // A list that was missing, and not for its vacancy being new, is made without a word.
  const isTold = known !== undefined || reasons.vacancy !== null;
  const changes = isTold ? compareLists(known?.list ?? EMPTY_LIST, list) : NOTHING;
  const employerId = employers.get(vacancyId) ?? '';
  const about = { employerId, vacancyId, changeSeq: seq, at: now };
  return tell(known?.burst ?? NO_BURST, eventsOf(changes, { ...reasons, ...about }), now);
}

function tellClosed(
  { before, employers, now }: ListBatch,
  vacancyId: string,
  { changeSeq }: Why,
): NewMatchEvent[] {
  const known = before.get(vacancyId);
  const employerId = employers.get(vacancyId);
  if (known === undefined || employerId === undefined) return [];
  const about = { changeSeq, employerId, vacancyId, at: now };
  const left = compareLists(known.list, EMPTY_LIST).left.length;
  const closed = several(about, { entered: 0, risen: 0, left }, 'VACANCY_CLOSED');
  return [...overdue(known.burst, about, now), ...(left > 0 ? [closed] : [])];
}
