import { areaRange } from '../../src/matching/core/area';
import type { CompetencyRequirement, Necessity, VacancyFacts } from '../../src/matching/core/facts';
import { PALU, SECONDARY } from './people';
import { competencyNumber, occupationNumber } from './taxonomy';

/** `before` stands before `after`, or `after` is not in the list at all, for a reason that a person would give. */
interface Reason {
  before: string;
  after: string;
  because: string;
}

interface GoldenVacancy {
  facts: VacancyFacts;
  reasons: readonly Reason[];
}

type Asked = readonly [
  id: string,
  necessity: Necessity,
  minLevel: number,
  kind?: CompetencyRequirement['kind'],
];

/** By the name of the file that holds the ranking. */
export const vacancies: Record<string, GoldenVacancy> = {
  barista: {
    facts: ask(1, 'barista', 12, [
      ['barista', 'SHOULD', 2],
      ['pelayanan-pelanggan', 'SHOULD', 2],
      ['higienitas-pangan', 'NICE', 1],
      ['kasir-pos', 'NICE', 1],
    ]),
    reasons: [
      {
        before: 'barista with a certificate',
        after: 'barista of two years',
        because: 'equal scores are ordered by what somebody else vouches for',
      },
      {
        before: 'barista of two years',
        after: 'barista in Sigi who would work in Palu',
        because: 'the same skills live further away',
      },
      {
        before: 'barista in Sigi who would work in Palu',
        after: 'barista in Sigi',
        because: 'who lives elsewhere and named no area of the vacancy is not eligible',
      },
      {
        before: 'barista in Sigi who would work in Palu',
        after: 'course without work',
        because: 'work done counts more than some kilometres',
      },
      {
        before: 'course without work',
        after: 'cashier',
        because: 'the trade itself counts more than experience in another one',
      },
      {
        before: 'bartender',
        after: 'cashier',
        because: 'a bartender is of the same minor group, a cashier is not',
      },
    ],
  },
  'licensed-guard': {
    facts: ask(2, 'satpam-security', 24, [
      ['gada-pratama', 'MUST', 1, 'LICENCE'],
      ['laporan-kejadian', 'SHOULD', 2],
      ['cctv', 'NICE', 1],
    ]),
    reasons: [
      {
        before: 'guard commander',
        after: 'guard without a licence',
        because: 'a higher licence implies the one that is a must, experience does not',
      },
      {
        before: 'guard with a licence',
        after: 'guard without a licence',
        because: 'a must excludes who does not hold it',
      },
      {
        before: 'guard with a licence',
        after: 'cashier',
        because: 'nothing that is asked for is shared',
      },
    ],
  },
  welder: {
    facts: ask(3, 'tukang-las', 24, [
      ['las-smaw', 'SHOULD', 2],
      ['gerinda-finishing', 'SHOULD', 1],
      ['potong-plat', 'NICE', 1],
    ]),
    reasons: [
      {
        before: 'welder of gates',
        after: 'grinder',
        because: 'who makes gates can weld: the implied competency counts in full',
      },
      {
        before: 'welder of gates',
        after: 'welder who says no schooling',
        because: 'unknown schooling earns half, and excludes nobody',
      },
      {
        before: 'welder who says no schooling',
        after: 'grinder',
        because: 'unknown schooling costs less than a missing trade',
      },
    ],
  },
};

function ask(number: number, job: string, months: number, asked: readonly Asked[]): VacancyFacts {
  return {
    vacancy: number,
    tieSalt: number * 104_729,
    scope: [areaRange(PALU)],
    places: [PALU],
    isRemote: false,
    occupation: occupationNumber(job),
    requirements: asked.map(
      ([id, necessity, minLevel, kind = 'COMPETENCY']): CompetencyRequirement => ({
        id,
        kind,
        competency: competencyNumber(id),
        minLevel,
        necessity,
        weightBp: 10_000,
      }),
    ),
    education: { id: 'education', necessity: 'SHOULD', weightBp: 10_000, minimum: SECONDARY },
    experience: { id: 'experience', necessity: 'NICE', weightBp: 10_000, minimum: months },
    employmentType: 1,
    startMonth: 24_312,
  };
}
