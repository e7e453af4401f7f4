import type { Account } from '../entities';
import { buildAccount, buildDemand, type DemoDemand } from './demand';
import { industries } from './industries';
import { buildPerson, type DemoPerson, type PeopleSetting } from './person';
import { Weighted } from './random';
import type { DemoOccupation, DemoReference } from './reference';
import { buildVacancy, type DemoVacancy } from './vacancy';
import { commonOccupationIds } from './vocabulary';

export interface DemoSize {
  people: number;
  employers: number;
  vacancies: number;
}

/** The size of the first start. Source: issue of the first stage. */
export const DEFAULT_DEMO_SIZE: DemoSize = { people: 2_000, employers: 120, vacancies: 300 };

/** Of the default world. */
const DEFAULT_DEMO_SEED = 'palu';

export interface DemoWorld extends DemoDemand {
  size: DemoSize;
  vacancies: DemoVacancy[];
  /** The people from one place to another, made while they are read: a large world fits no memory. */
  people(from: number, to: number): Iterable<DemoPerson>;
}

/** So many people can sign in, as `demo-candidate-1` and so on: the first who may be ranked. */
const PEOPLE_WITH_ACCOUNT = 3;

/**
 * An invented world: the same seed, day and reference data give the same one, and a larger world holds the
 * people of a smaller one.
 */
export function buildDemoWorld(
  reference: DemoReference,
  { seed = DEFAULT_DEMO_SEED, now, ...size }: DemoSize & { seed?: string; now: Date },
): DemoWorld {
  const demand = buildDemand(seed, now, size.employers);
  const vacancySetting = { seed, now, reference, employers: demand.employers };
  const peopleSetting: PeopleSetting = { seed, now, reference, ...rankOccupations(reference) };
  const ownAccounts = buildOwnAccounts(peopleSetting, size.people);
  return {
    ...demand,
    accounts: [...demand.accounts, ...ownAccounts.values()],
    size,
    vacancies: Array.from({ length: size.employers === 0 ? 0 : size.vacancies }, (_, index) =>
      buildVacancy(vacancySetting, index),
    ),
    *people(from, to) {
      for (let index = from; index < to; index++) {
        const person = buildPerson(peopleSetting, index);
        const accountId = ownAccounts.get(index)?.id ?? null;
        yield { ...person, candidate: { ...person.candidate, accountId } };
      }
    },
  };
}

/** Accounts of people, by their place. */
function buildOwnAccounts(setting: PeopleSetting, people: number): Map<number, Account> {
  const accounts = new Map<number, Account>();
  for (let index = 0; index < people && accounts.size < PEOPLE_WITH_ACCOUNT; index++) {
    const { status, matchingConsentAt, fullName } = buildPerson(setting, index).candidate;
    if (status !== 'ACTIVE' || matchingConsentAt === null) continue;
    const subject = `demo-candidate-${accounts.size + 1}`;
    accounts.set(index, buildAccount(setting.seed, setting.now, subject, fullName));
  }
  return accounts;
}

/** Zipf's law, flattened at the top: the first occupation has about five times the people of the fortieth. */
function rankOccupations({ occupations }: DemoReference): Pick<PeopleSetting, 'popular' | 'local'> {
  const sought = new Set([
    ...commonOccupationIds,
    ...industries.flatMap(({ occupationIds }) => occupationIds),
  ]);
  const known = new Map(occupations.map((occupation) => [occupation.id, occupation]));
  const find = (ids: Iterable<string>) => [...ids].flatMap((id) => known.get(id) ?? []);
  const byRank = [...find(sought), ...occupations.filter(({ id }) => !sought.has(id))];
  const local = new Map<string, DemoOccupation[]>();
  for (const { regencies, occupationIds } of industries) {
    for (const regency of new Set(regencies)) {
      local.set(regency, [...(local.get(regency) ?? []), ...find(occupationIds)]);
    }
  }
  const popular = new Weighted(
    byRank.map((occupation, place) => [occupation, 1 / (place + 8)] as const),
  );
  return { popular, local };
}
