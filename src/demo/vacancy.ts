import type { Requirement, Vacancy, VacancyRegion } from '../entities';
import type { EmploymentType, VacancyState } from '../entities/vocabulary';
import type { Part } from '../matching/core/parts';
import { slugOf } from '../services/vacancies/codes';
import { daysAfter, isoDay } from './days';
import type { DemoEmployer } from './demand';
import { Random, Weighted } from './random';
import type { DemoOccupation, DemoReference } from './reference';
import { buildRequirements } from './vacancy-requirements';
import { describeVacancy } from './vacancy-texts';

/** An invented vacancy with its places and conditions. */
export interface DemoVacancy {
  row: Omit<
    Vacancy,
    'number' | 'employer' | 'occupation' | 'version' | 'updatedAt' | `${Part}WeightBp`
  >;
  regions: Omit<VacancyRegion, 'vacancy' | 'region'>[];
  requirements: Omit<Requirement, 'vacancy' | 'competency'>[];
}

interface VacancySetting {
  seed: string;
  now: Date;
  reference: DemoReference;
  employers: readonly DemoEmployer[];
}

const states = new Weighted<VacancyState>([
  ['PUBLISHED', 87],
  ['DRAFT', 7],
  ['CLOSED', 4],
  ['FILLED', 2],
]);

const employmentTypes = new Weighted<EmploymentType>([
  ['FIXED_TERM', 47],
  ['PERMANENT', 33],
  ['DAILY', 9],
  ['PART_TIME', 6],
  ['FREELANCE', 3],
]);

/** The vacancy at `index` of a world. */
export function buildVacancy(
  { seed, now, reference, employers }: VacancySetting,
  index: number,
): DemoVacancy {
  const random = new Random(`${seed}/vacancy/${index}`);
  const id = random.uuid();
  // The first employers have more vacancies than the last ones; each of them has one before anybody has two.
  const place =
    index < employers.length ? index : Math.floor(employers.length * random.unit() ** 1.7);
  const { row: employer, industry } = employers[place];
  const occupations = reference.occupations.filter(({ id: occupationId }) =>
    industry.occupationIds.includes(occupationId),
  );
  const occupation = random.pick(occupations);
  const title = pickTitle(random, occupation);
  const requirements = buildRequirements(random, occupation).map((requirement, position) => ({
    ...requirement,
    id: random.uuid(),
    vacancyId: id,
    position,
  }));
  const regency = employer.regionCode ?? '72.71';
  const employmentType = employmentTypes.pick(random);
  const placeName = reference.names.get(regency) ?? 'Sulawesi Tengah';
  return {
    row: {
      id,
      slug: `${slugOf(title)}-${random.uuid().slice(0, 6)}`,
      verifyCode: random.uuid().replaceAll('-', '').slice(0, 10).toUpperCase(),
      employerId: employer.id,
      title,
      occupationId: occupation.id,
      description: describeVacancy(random, {
        title,
        employer: employer.name,
        placeName,
        occupation,
      }),
      openings: Math.ceil(8 * random.unit() ** 3),
      filled: 0,
      employmentType,
      measuresRegencies: false,
      isRemote: occupation.id.includes('programmer') && random.chance(0.4),
      ...pickWage(reference, { random, regency, occupation, employmentType }),
      startsOn: random.chance(0.4) ? isoDay(daysAfter(now, random.between(10, 75))) : null,
      ...pickLife(random, now),
      sourceKind: 'EMPLOYER_DIRECT',
      sourceName: null,
      externalId: null,
      contentHash: null,
      suspendedFrom: null,
      occupationMatchedText: null,
      occupationConfidenceBp: null,
      tieSalt: String(random.uint32()),
      isDemo: true,
    },
    regions: pickScope(random, reference, regency).map((regionCode) => ({
      vacancyId: id,
      regionCode,
    })),
    requirements,
  };
}

/** The label's first form, or an everyday word for it. */
function pickTitle(random: Random, { label, aliases }: DemoOccupation): string {
  const words = aliases.filter((alias) => alias.length > 4);
  const title = random.chance(0.35) && words.length > 0 ? random.pick(words) : label.split('/')[0];
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Whose people are addressed: a district, the regency, two regencies, the province, seldom the nation. */
function pickScope(random: Random, { districts }: DemoReference, regency: string): string[] {
  const draw = random.unit();
  if (draw < 0.07) return [random.pick(districts.get(regency) ?? [regency])];
  if (draw < 0.57) return [regency];
  if (draw < 0.74) return [...new Set([regency, '72.71', '72.10'])].slice(0, 2);
  return draw < 0.95 ? ['72'] : ['ID'];
}

const SCHOOLED: readonly string[] = ['D3', 'D4', 'S1', 'PROFESSION', 'S2'];
/** Working days of a month, to turn a monthly wage into a daily one. */
const WORKING_DAYS = 25;

function pickWage(
  { minimumWages }: DemoReference,
  {
    random,
    regency,
    occupation,
    employmentType,
  }: {
    random: Random;
    regency: string;
    occupation: DemoOccupation;
    employmentType: EmploymentType;
  },
) {
  const minimum = minimumWages.get(regency) ?? minimumWages.get('72') ?? 0;
  const premium = SCHOOLED.includes(occupation.typicalEducation) ? 1.25 : 1;
  const least = minimum * premium * (1 + random.unit() * 0.25);
  const isDaily = employmentType === 'DAILY';
  const [divisor, step] = isDaily ? [WORKING_DAYS, 5_000] : [1, 50_000];
  const round = (amount: number) => String(Math.ceil(amount / divisor / step) * step);
  return {
    wageMin: round(least),
    wageMax: random.chance(0.6) ? round(least * (1.1 + random.unit() * 0.5)) : null,
    wageUnit: isDaily ? ('DAY' as const) : ('MONTH' as const),
  };
}

/** State and the dates that go with it. */
function pickLife(random: Random, now: Date) {
  const state = states.pick(random);
  const createdAt = daysAfter(now, -random.between(1, 30));
  const validThrough = daysAfter(createdAt, random.between(45, 88));
  const publishedAt = state === 'DRAFT' ? null : daysAfter(createdAt, random.unit() * 0.9);
  const isOver = state === 'CLOSED' || state === 'FILLED';
  return {
    state,
    createdAt,
    validThrough,
    publishedAt,
    lastConfirmedAt: publishedAt,
    closedAt: isOver ? daysAfter(now, -random.unit()) : null,
    closedReason: isOver
      ? state === 'FILLED'
        ? ('FILLED_HERE' as const)
        : ('CANCELLED' as const)
      : null,
  };
}
