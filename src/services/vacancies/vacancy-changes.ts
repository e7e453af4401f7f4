import type { EntityManager } from 'typeorm';
import { followLog, type LogView, type StreamItem } from '../../changes/follow-log';
import type { CursorPlace } from '../../changes/log-start';
import { type PolledPage, type PollRequest, pageLog } from '../../changes/page-log';
import type { ChangeEvent, Tail } from '../../changes/tail';
import { vacancyLog } from '../../changes/vacancy-log';
import type { Clock } from '../../clock';
import type { Vacancy } from '../../entities';
import type { VacancyQuery } from '../../search/vacancy-query';
import type { VacancySearch } from '../../search/vacancy-search';
import { sharedReads } from '../shared-reads';
import { readRecords } from '../snapshots/read-records';
import type { RunAs } from '../transaction';
import { type PublicState, readPublicStates } from './public-states';

/**
 * What a change means to who keeps a copy of the public vacancies: add it, replace it, mark it as closed, or remove it
 * because it is no longer public or no longer what was asked for.
 */
export const vacancyChangeKinds = ['CREATED', 'UPDATED', 'CLOSED', 'TOMBSTONE'] as const;
export type VacancyChangeKind = (typeof vacancyChangeKinds)[number];

/** A change of a vacancy as everybody may know it, with the vacancy as it is now. */
export interface VacancyChange {
  readonly seq: number;
  readonly nodeId: string;
  readonly at: Date;
  readonly kind: VacancyChangeKind;
  readonly vacancyId: string;
  /** Null for a TOMBSTONE. */
  readonly vacancy: Vacancy | null;
}

/** The changes of public vacancies, for everybody. */
export interface VacancyChanges {
  /** Those behind a place (null = from now on) until the signal aborts. Errors: ReaderTooSlow. */
  follow(
    query: VacancyQuery,
    after: CursorPlace | null,
    signal: AbortSignal,
  ): AsyncGenerator<StreamItem<VacancyChange>>;
  /** The first of them behind a place. */
  list(query: VacancyQuery, request: PollRequest): Promise<PolledPage<VacancyChange>>;
  /** The record of the vacancy as it is now, as a snapshot has it; null where it is no longer public. */
  recordOf(change: Pick<VacancyChange, 'seq' | 'vacancyId'>): Promise<string | null>;
}

interface Deps {
  manager: EntityManager;
  readAs: RunAs;
  search: VacancySearch;
  clock: Clock;
  changeTail: Tail;
}

/** Changes of all kinds that are looked at in one go, and vacancies among them. */
const STRETCH = 1_000;
const MOST_VACANCIES = 200;
/** What is told was read after the change, so it holds the change. */
const KEPT_MS = 500;

/** A change that somebody is to be told of, if it concerns the query. */
interface Asked {
  readonly query: VacancyQuery;
  readonly change: ChangeEvent;
}

/**
 * Cost: of a stretch of changes, for all who are told of it at one time, 2 queries, and 1 or 2 for each different query
 * with conditions.
 */
export function vacancyChanges(deps: Deps): VacancyChanges {
  const { clock, changeTail } = deps;
  const log = vacancyLog(deps.manager);
  const states = sharedReads(
    (changes: readonly ChangeEvent[]) =>
      readPublicStates(
        deps.readAs,
        changes.map(({ aggregateId }) => aggregateId),
      ),
    { keyOf: ({ seq }) => `${seq}`, keptMs: KEPT_MS },
  );
  const told = sharedReads(
    async (asked: readonly Asked[]) => {
      const found = await Promise.all(asked.map(({ change }) => states.load(change)));
      return await present(deps, asked, found);
    },
    { keyOf: ({ query, change }) => `${change.seq} ${JSON.stringify(query)}`, keptMs: KEPT_MS },
  );
  const records = sharedReads(
    (changes: readonly Pick<VacancyChange, 'seq' | 'vacancyId'>[]) =>
      readRecords(
        deps.readAs,
        changes.map(({ vacancyId }) => vacancyId),
      ),
    { keyOf: ({ seq }) => `${seq}`, keptMs: KEPT_MS },
  );
  const viewOf = (query: VacancyQuery): LogView<ChangeEvent, VacancyChange> => {
    const select = async (changes: readonly ChangeEvent[]) => {
      const concerned = changes.filter(isOfVacancy);
      const items = await Promise.all(concerned.map((change) => told.load({ query, change })));
      return items.filter((item) => item !== null);
    };
    return {
      select,
      past: async (after, upTo) => {
        const stretch = await log.read(after, STRETCH);
        const changes = stretch.filter(({ seq }) => seq <= upTo);
        const concerned = changes.filter(isOfVacancy).slice(0, MOST_VACANCIES);
        const end = concerned[MOST_VACANCIES - 1] ?? changes[STRETCH - 1];
        return { items: await select(concerned), upTo: end?.seq ?? upTo };
      },
    };
  };
  return {
    follow: (query, after, signal) =>
      followLog(changeTail, viewOf(query), {
        ...{ after, signal, reach: log, now: () => clock.now() },
      }),
    list: (query, request) => pageLog(log, viewOf(query), request),
    recordOf: (change) => records.load(change),
  };
}

const isOfVacancy = ({ aggregate }: ChangeEvent) =>
  aggregate === 'vacancy' || aggregate === 'record';

/** What is told of changes to vacancies in these states; null = nothing. */
async function present(
  { search, clock }: Deps,
  asked: readonly Asked[],
  states: readonly PublicState[],
): Promise<(VacancyChange | null)[]> {
  const now = clock.now();
  const isOpen = states.map((state) => typeof state === 'object' && isOpenAt(state, now));
  const meeting = await findMeeting(
    search,
    asked.filter((_, index) => isOpen[index]),
  );
  return asked.map((one, index) => {
    const state = states[index];
    const { seq, nodeId, at, aggregateId: vacancyId } = one.change;
    const kind = kindOf(one.change, state, isOpen[index], meeting.has(one));
    if (kind === null) return null;
    const vacancy = kind === 'TOMBSTONE' || typeof state === 'string' ? null : state;
    return { seq, nodeId, at, kind, vacancyId, vacancy };
  });
}

const isOpenAt = ({ state, validThrough }: Vacancy, at: Date) =>
  state === 'PUBLISHED' && validThrough >= at;

/** Null for what concerns nobody. */
function kindOf(
  { kind }: ChangeEvent,
  state: PublicState,
  isOpen: boolean,
  isMet: boolean,
): VacancyChangeKind | null {
  if (state === 'HIDDEN') return null;
  if (state === 'GONE') return 'TOMBSTONE';
  if (!isOpen) return 'CLOSED';
  // A draft that is open by now: the change that published it follows.
  if (kind === 'vacancy.created') return null;
  if (kind === 'vacancy.published') return isMet ? 'CREATED' : null;
  return isMet ? 'UPDATED' : 'TOMBSTONE';
}

/** Those whose vacancy meets the query. */
async function findMeeting(
  search: VacancySearch,
  asked: readonly Asked[],
): Promise<ReadonlySet<Asked>> {
  const byQuery = new Map<VacancyQuery, Asked[]>();
  for (const one of asked) byQuery.set(one.query, [...(byQuery.get(one.query) ?? []), one]);
  const meeting = await Promise.all(
    [...byQuery].map(async ([query, some]) => {
      if (Object.values(query).every((condition) => condition === undefined)) return some;
      const ids = some.map(({ change }) => change.aggregateId);
      const found = await search.narrow(query, ids);
      return some.filter(({ change }) => found.has(change.aggregateId));
    }),
  );
  return new Set(meeting.flat());
}
