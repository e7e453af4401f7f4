import { areaRange } from '../../src/matching/core/area';
import type { CandidateFacts, HeldCompetency } from '../../src/matching/core/facts';
import { educationStep } from '../../src/matching/facts/scales';
import { competencyNumber, occupationNumber } from './taxonomy';

/** Proof by a certificate; see `Evidence` of the core. */
const CERTIFIED = 4;
const PALU_BARAT = 727101;
const SIGI_BIROMARU = 721001;
export const PALU = 727100;

interface PersonDraft {
  skills: readonly (readonly [id: string, level: number, evidence?: number])[];
  jobs?: readonly (readonly [id: string, months: number])[];
  district?: number;
  worksAlsoIn?: number;
  education?: number | null;
}

/** SMA and SMK stand on one step. */
export const SECONDARY = educationStep('SMK');

const drafts: Record<string, PersonDraft> = {
  'barista of two years': {
    skills: [
      ['barista', 3],
      ['higienitas-pangan', 2],
      ['pelayanan-pelanggan', 3],
      ['jus-minuman', 2],
      ['kasir-pos', 2],
    ],
    jobs: [['barista', 26]],
  },
  'barista with a certificate': {
    skills: [
      ['barista', 3, CERTIFIED],
      ['higienitas-pangan', 2],
      ['pelayanan-pelanggan', 3],
      ['jus-minuman', 2],
      ['kasir-pos', 2],
    ],
    jobs: [['barista', 26]],
  },
  'barista in Sigi who would work in Palu': {
    skills: [
      ['barista', 3],
      ['higienitas-pangan', 2],
      ['pelayanan-pelanggan', 3],
      ['jus-minuman', 2],
      ['kasir-pos', 2],
    ],
    jobs: [['barista', 26]],
    district: SIGI_BIROMARU,
    worksAlsoIn: PALU,
  },
  'barista in Sigi': {
    skills: [
      ['barista', 3],
      ['higienitas-pangan', 2],
      ['pelayanan-pelanggan', 3],
      ['jus-minuman', 2],
    ],
    jobs: [['barista', 26]],
    district: SIGI_BIROMARU,
  },
  'course without work': {
    skills: [
      ['barista', 2, CERTIFIED],
      ['higienitas-pangan', 1],
      ['pelayanan-pelanggan', 2],
      ['jus-minuman', 1],
    ],
  },
  bartender: {
    skills: [
      ['jus-minuman', 3],
      ['pelayanan-pelanggan', 3],
      ['higienitas-pangan', 2],
      ['kasir-pos', 2],
    ],
    jobs: [['bartender', 30]],
  },
  cashier: {
    skills: [
      ['kasir-pos', 3],
      ['cash-handling', 3],
      ['deteksi-uang-palsu', 2],
      ['jujur', 3],
      ['pelayanan-pelanggan', 2],
    ],
    jobs: [['kasir', 40]],
  },
  'guard with a licence': {
    skills: [
      ['gada-pratama', 1, CERTIFIED],
      ['laporan-kejadian', 2],
      ['cctv', 2],
    ],
    jobs: [['satpam-security', 36]],
  },
  'guard commander': {
    skills: [
      ['gada-madya', 1, CERTIFIED],
      ['laporan-kejadian', 3],
      ['cctv', 2],
    ],
    jobs: [['satpam-security', 36]],
  },
  'guard without a licence': {
    skills: [
      ['jaga-pos', 2],
      ['patroli', 2],
      ['laporan-kejadian', 2],
      ['cctv', 2],
    ],
    jobs: [['satpam-security', 36]],
  },
  'welder of gates': {
    skills: [
      ['las-pagar', 3],
      ['gerinda-finishing', 2],
      ['potong-plat', 2],
    ],
    jobs: [['tukang-las', 48]],
  },
  'welder who says no schooling': {
    skills: [
      ['las-pagar', 3],
      ['gerinda-finishing', 2],
      ['potong-plat', 2],
    ],
    jobs: [['tukang-las', 48]],
    education: null,
  },
  grinder: {
    skills: [
      ['gerinda-finishing', 3],
      ['potong-plat', 2],
    ],
    jobs: [['tukang-las', 8]],
  },
};

export const people: ReadonlyMap<string, CandidateFacts> = new Map(
  Object.entries(drafts).map(([name, draft], person) => [name, describe(draft, person)]),
);

function describe(draft: PersonDraft, person: number): CandidateFacts {
  const { skills, jobs = [], district = PALU_BARAT, worksAlsoIn, education = SECONDARY } = draft;
  return {
    person,
    tieSalt: person * 7_919,
    district,
    willingAreas: worksAlsoIn === undefined ? [] : [areaRange(worksAlsoIn)],
    competencies: skills.map(
      ([id, level, evidence = 0]): HeldCompetency => ({
        competency: competencyNumber(id),
        level,
        evidence,
      }),
    ),
    experiences: jobs.map(([id, months]) => ({ occupation: occupationNumber(id), months })),
    education,
    employmentTypes: 1,
    availableFromMonth: 24_310,
    confirmedMonth: 24_310,
  };
}
