import DataLoader from 'dataloader';
import type { Vacancy } from '../entities';
import type { VacancyState } from '../entities/vocabulary';
import type { Services } from '../services';
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

/** Batched reads of one operation, one property a relation: each makes one statement a level of the answer. */
export type Loaders = { readonly [K in keyof Records]: LoaderOf<Records[K]> } & {
  readonly employerVacancies: DataLoader<EmployerVacanciesKey, Slice<Vacancy>, string>;
};

/** Fresh loaders, for one operation of one viewer. */
export function createLoaders(services: Services, viewer: Viewer | null): Loaders {
  const records = Object.fromEntries(
    Object.entries(services.records(viewer)).map(([name, read]: [string, ReadMany<unknown>]) => [
      name,
      new DataLoader<string, unknown>(read),
    ]),
  );
  return { ...records, employerVacancies: employerVacanciesLoader(services, viewer) } as Loaders;
}

function employerVacanciesLoader(services: Services, viewer: Viewer | null) {
  const listOf = ({ states, request }: EmployerVacanciesKey) => JSON.stringify([states, request]);
  return new DataLoader<EmployerVacanciesKey, Slice<Vacancy>, string>(
    async (keys) => {
      const lists = new Map(keys.map((key) => [listOf(key), key]));
      const read = await Promise.all(
        [...lists].map(async ([name, { states, request }]) => {
          const ids = keys.filter((key) => listOf(key) === name).map((key) => key.employerId);
          const found = await services.vacancies.listOfEmployers(viewer, ids, states, request);
          return [name, found] as const;
        }),
      );
      const slices = new Map(read);
      return keys.map(
        (key) =>
          slices.get(listOf(key))?.get(key.employerId) ?? new RangeError('An employer got no list'),
      );
    },
    { cacheKeyFn: (key) => `${key.employerId} ${listOf(key)}` },
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
