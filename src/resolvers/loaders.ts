import DataLoader from 'dataloader';
import type { Vacancy, WebhookDelivery } from '../entities';
import type { AccommodationKind, VacancyState } from '../entities/vocabulary';
import type { Services } from '../services';
import type { SharedPerson } from '../services/contacts/read-shared';
import type { OwnMatch } from '../services/matching/match-own';
import type { RankedPage } from '../services/matching/rank-candidates';
import { type Showing, type Shown, showingKey } from '../services/matching/show-people';
import type { ReadMany, Records } from '../services/records';
import type { Slice, SliceRequest } from '../services/slice';
import type { Viewer } from '../services/viewer';

type LoaderOf<R> = R extends ReadMany<infer T> ? DataLoader<string, T> : never;

/** A stretch of one employer's vacancies. */
export interface EmployerVacanciesKey {
  employerId: string;
  states: readonly VacancyState[];
  request: SliceRequest<string>;
}

/** A stretch of one vacancy's order. */
export interface RankingKey {
  vacancyId: string;
  /** Requirements that are left out. */
  without: readonly string[];
  /** Null = the newest. */
  snapshotId: string | null;
  request: SliceRequest<number>;
}

/** Batched reads of one operation, one property a relation: each makes one statement a level of the answer. */
export type Loaders = { readonly [K in keyof Records]: LoaderOf<Records[K]> } & {
  readonly employerVacancies: DataLoader<EmployerVacanciesKey, Slice<Vacancy>, string>;
  /** Null for a vacancy of somebody else. */
  readonly rankings: DataLoader<RankingKey, RankedPage | null, string>;
  /** The pseudonym under which a person is shown; null for nobody who may be shown. */
  readonly shown: DataLoader<Showing, Shown | null, string>;
  /** The signed-in person's match with a vacancy; null where there is none. */
  readonly ownMatches: DataLoader<string, OwnMatch | null>;
  /** Who the person of an application is; null for who does not share it with the viewer. */
  readonly sharedPeople: DataLoader<string, SharedPerson | null>;
  /** What the person of an application needs at work; null for who does not share just that. */
  readonly sharedAccommodations: DataLoader<string, readonly AccommodationKind[] | null>;
  /** The last attempts to deliver to a webhook, the newest first. */
  readonly webhookAttempts: DataLoader<string, WebhookDelivery[]>;
  /** One figure for the whole service, under any key. */
  readonly excludedByConsent: DataLoader<string, number>;
};

/** Fresh loaders, for one operation of one viewer, who waits until the signal aborts. */
export function createLoaders(
  services: Services,
  viewer: Viewer | null,
  signal?: AbortSignal,
): Loaders {
  const records = Object.fromEntries(
    Object.entries(services.records(viewer)).map(([name, read]: [string, ReadMany<unknown>]) => [
      name,
      new DataLoader<string, unknown>(read),
    ]),
  );
  return {
    ...records,
    employerVacancies: employerVacanciesLoader(services, viewer),
    rankings: rankingsLoader(services, viewer, signal),
    shown: new DataLoader<Showing, Shown | null, string>(
      async (showings) => {
        const shown = await services.matching.showPeople(showings);
        return showings.map((showing) => shown.get(showingKey(showing)) ?? null);
      },
      { cacheKeyFn: showingKey },
    ),
    ownMatches: new DataLoader<string, OwnMatch | null>(async (vacancyIds) => {
      const found = viewer && (await services.matching.matchOwn(viewer, vacancyIds));
      return vacancyIds.map((id) => found?.get(id) ?? null);
    }),
    sharedPeople: new DataLoader<string, SharedPerson | null>(async (contactIds) => {
      const found = viewer && (await services.contacts.readShared(viewer, contactIds));
      return contactIds.map((id) => found?.get(id) ?? null);
    }),
    sharedAccommodations: new DataLoader<string, readonly AccommodationKind[] | null>(
      async (contactIds) => {
        const { contacts } = services;
        const found = viewer && (await contacts.readSharedAccommodations(viewer, contactIds));
        return contactIds.map((id) => found?.get(id) ?? null);
      },
    ),
    webhookAttempts: new DataLoader<string, WebhookDelivery[]>(async (webhookIds) => {
      const found = viewer && (await services.webhooks.listAttempts(viewer, webhookIds));
      return webhookIds.map((id) => found?.get(id) ?? []);
    }),
    excludedByConsent: new DataLoader<string, number>(async (keys) => {
      const count = await services.matching.countExcludedByConsent();
      return keys.map(() => count);
    }),
  } as Loaders;
}

function employerVacanciesLoader(services: Services, viewer: Viewer | null) {
  return groupedLoader<EmployerVacanciesKey, Slice<Vacancy>>(
    (key) => key.employerId,
    ({ states, request }) => [states, request],
    (ids, { states, request }) => services.vacancies.listOfEmployers(viewer, ids, states, request),
  );
}

function rankingsLoader(services: Services, viewer: Viewer | null, signal?: AbortSignal) {
  return groupedLoader<RankingKey, RankedPage | null>(
    (key) => key.vacancyId,
    ({ request, without, snapshotId }) => [request, without, snapshotId],
    async (ids, { request, without, snapshotId }) => {
      if (!viewer) return new Map<string, RankedPage | null>();
      const { rankCandidates, rankFrozen } = services.matching;
      return without.length > 0
        ? await rankCandidates(viewer, ids, request, without, signal)
        : await rankFrozen(viewer, ids, request, snapshotId, signal);
    },
  );
}

/** Lists of several parents: those that are asked for alike (same stretch, same filter) are read together. */
function groupedLoader<K, T>(
  idOf: (key: K) => string,
  conditionsOf: (key: K) => unknown,
  read: (ids: readonly string[], like: K) => Promise<ReadonlyMap<string, T>>,
): DataLoader<K, T, string> {
  const groupOf = (key: K) => JSON.stringify(conditionsOf(key));
  return new DataLoader<K, T, string>(
    async (keys) => {
      const answers = new Map<string, Promise<ReadonlyMap<string, T>>>();
      for (const key of keys) {
        const group = groupOf(key);
        if (answers.has(group)) continue;
        const alike = keys.filter((other) => groupOf(other) === group);
        answers.set(group, read(alike.map(idOf), key));
      }
      return Promise.all(
        keys.map(async (key) => {
          const answer = await answers.get(groupOf(key));
          return answer?.get(idOf(key)) ?? (null as T);
        }),
      );
    },
    { cacheKeyFn: (key) => `${idOf(key)} ${groupOf(key)}` },
  );
}

/** What the keys name, without the keys that name nothing. */
export async function loadKnown<T>(
  loader: DataLoader<string, T | null>,
  keys: readonly string[],
): Promise<T[]> {
  const found = await Promise.all(keys.map((key) => loader.load(key)));
  return found.filter((item) => item !== null);
}

/** What a key names; null for no key. */
export const loadOptional = <T>(
  loader: DataLoader<string, T | null>,
  key: string | null,
): Promise<T | null> => (key === null ? Promise.resolve(null) : loader.load(key));
