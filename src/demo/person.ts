import type { Candidate, CandidateCompetency, WorkExperience } from '../entities';
import type { EducationLevel, EmploymentType } from '../entities/vocabulary';
import { daysAfter, isoDay } from './days';
import { buildSkills, type DemoSkill } from './person-skills';
import { buildJobs, type DemoJob } from './person-work';
import { Random, Weighted } from './random';
import type { DemoOccupation, DemoReference } from './reference';
import {
  DEMO_MARK,
  familyNames,
  femaleNames,
  homeRegencies,
  maleNames,
  willingAreas,
} from './vocabulary';

/** An invented person with everything that belongs to one. */
export interface DemoPerson {
  candidate: Omit<Candidate, 'number' | 'account' | 'region' | 'version' | 'updatedAt'>;
  competencies: Omit<CandidateCompetency, 'candidate' | 'competency'>[];
  experiences: Omit<WorkExperience, 'candidate' | 'occupation'>[];
}

/** What all people of one world share. */
export interface PeopleSetting {
  seed: string;
  now: Date;
  reference: DemoReference;
  /** Few occupations employ many, most employ few. */
  popular: Weighted<DemoOccupation>;
  /** By regency: the occupations of its branches. */
  local: ReadonlyMap<string, readonly DemoOccupation[]>;
}

/** One person in five has the next occupation in turn, so that even rare trades have somebody. */
const TURN = 5;

/** This share of the others works in a branch of the home regency: nickel in Morowali, fish in Donggala. */
const LOCAL_SHARE = 0.5;

/** No operator uses 0850; the numbers below it are never reachable. */
const FICTITIOUS_PHONE = '+62850';

/**
 * The person at `index` of a world; the same whatever the size of the world.
 *
 * Cost: about 40 µs.
 */
export function buildPerson(setting: PeopleSetting, index: number): DemoPerson {
  const random = new Random(`${setting.seed}/person/${index}`);
  const { now } = setting;
  const id = random.uuid();
  const regency = homeRegencies.pick(random);
  const trades = pickTrades(setting, random, { index, regency });
  const isWoman = random.chance(0.48);
  const age = 18 + Math.floor(38 * random.unit() ** 1.6);
  const jobs = buildJobs(random, { age, trades, now });
  const skills = buildSkills(random, { trades, jobs, now, reference: setting.reference });
  const status = statuses.pick(random);
  return {
    candidate: {
      id,
      accountId: null,
      status,
      fullName: `${random.pick(isWoman ? femaleNames : maleNames)} ${random.pick(familyNames)} ${DEMO_MARK}`,
      phone: FICTITIOUS_PHONE + String(index).padStart(7, '0'),
      email: random.chance(0.4) ? `orang-${index}@contoh.invalid` : null,
      birthDate: isoDay(daysAfter(now, -Math.round(age * 365.25) - random.between(0, 364))),
      gender: isWoman ? 'FEMALE' : 'MALE',
      address: `Jalan Contoh No. ${random.between(1, 250)}`,
      ...pickPlaces(setting.reference, random, regency),
      education: pickEducation(trades[0].typicalEducation, random),
      employmentTypes: random.chance(0.3) ? [] : random.sample(wantedTypes, random.between(1, 3)),
      availableFrom: pickAvailability(now, random),
      expectedWage: pickWage(setting.reference, trades[0], random),
      matchingConsentAt: random.chance(0.92) ? daysAfter(now, -random.between(1, 400)) : null,
      confirmedOn: isoDay(
        daysAfter(now, status === 'DORMANT' ? -random.between(185, 400) : -random.between(0, 175)),
      ),
      tieSalt: String(random.uint32()),
      isDemo: true,
      createdAt: daysAfter(now, -random.between(1, 700)),
    },
    competencies: skills.map((skill: DemoSkill) => ({ candidateId: id, ...skill })),
    experiences: jobs.map((job: DemoJob) => ({ id: random.uuid(), candidateId: id, ...job })),
  };
}

const statuses = new Weighted<Candidate['status']>([
  ['ACTIVE', 90],
  ['DORMANT', 7],
  ['PLACED', 3],
]);

const wantedTypes: readonly EmploymentType[] = [
  'PERMANENT',
  'FIXED_TERM',
  'DAILY',
  'PART_TIME',
  'FREELANCE',
];

function pickTrades(
  { reference: { occupations }, popular, local }: PeopleSetting,
  random: Random,
  { index, regency }: { index: number; regency: string },
): DemoOccupation[] {
  const nearby = local.get(regency) ?? occupations;
  const pickOwn = () => (random.chance(LOCAL_SHARE) ? random.pick(nearby) : popular.pick(random));
  const isTurn = index % TURN === TURN - 1;
  const own = isTurn ? occupations[Math.floor(index / TURN) % occupations.length] : pickOwn();
  const trades = [own];
  const extra = random.chance(0.5) ? random.between(1, 2) : 0;
  for (let count = 0; count < extra; count++) {
    const relatedId = random.chance(0.6) ? random.pick(own.relatedIds) : undefined;
    const related = occupations.find(({ id }) => id === relatedId);
    trades.push(related ?? popular.pick(random));
  }
  return [...new Set(trades)];
}

function pickPlaces({ districts, kelurahan }: DemoReference, random: Random, regency: string) {
  const isUrban = regency === '72.71' && random.chance(0.7);
  const regionCode = isUrban ? random.pick(kelurahan) : random.pick(districts.get(regency) ?? []);
  const wishes = random.chance(0.45) ? 0 : random.between(1, 5);
  const areas = Array.from({ length: wishes }, () => willingAreas.pick(random));
  return {
    regionCode,
    identityRegionCode: random.chance(0.8) ? regionCode : random.pick(districts.get(regency) ?? []),
    willingRegionCodes: [...new Set(areas)].filter((code) => code !== regency),
  };
}

/** The usual steps, lowest first; SMA and SMK are one. */
const ladder: readonly EducationLevel[] = ['SD', 'SMP', 'SMA', 'D3', 'S1', 'PROFESSION', 'S2'];

function pickEducation(typical: EducationLevel, random: Random): EducationLevel | null {
  if (random.chance(0.03)) return null;
  const step = ladder.indexOf(typical === 'SMK' ? 'SMA' : typical);
  const shift = random.chance(0.6) ? 0 : random.pick([-1, 1, 1, 2]);
  const level = ladder[Math.min(Math.max(step + shift, 0), ladder.length - 1)];
  return level === 'SMA' && random.chance(typical === 'SMK' ? 0.8 : 0.4) ? 'SMK' : level;
}

function pickAvailability(now: Date, random: Random): string | null {
  if (random.chance(0.15)) return null;
  return isoDay(daysAfter(now, random.chance(0.65) ? 0 : random.between(5, 120)));
}

/** Source of the factors: our choice, around the minimum wage with a premium for longer schooling. */
function pickWage(
  { minimumWages }: DemoReference,
  { typicalEducation }: DemoOccupation,
  random: Random,
): string | null {
  if (random.chance(0.12)) return null;
  const minimum = minimumWages.get('72.71') ?? 0;
  const premium = ladder.indexOf(typicalEducation) >= ladder.indexOf('D3') ? 1.3 : 1;
  const wish = minimum * premium * (0.7 + random.unit() * 0.9);
  return String(Math.round(wish / 50_000) * 50_000);
}
