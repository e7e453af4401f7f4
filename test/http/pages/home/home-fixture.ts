import type { CandidateAnswer } from '../../../../src/http/pages/home/answers';
import type { HomePage } from '../../../../src/http/pages/home/page';
import type { FactorAnswer } from '../../../../src/http/pages/parts/match-answers';
import type { OfferAnswer } from '../../../../src/http/pages/parts/offer';
import { aMatch } from '../parts/match-fixture';

const line = (
  factor: string,
  contributionBp: number,
  competency?: string,
  via = 'NONE',
): FactorAnswer => ({
  factor,
  contributionBp,
  via,
  requirement: competency === undefined ? null : { competency: { label: competency } },
});

export function aVacancy(title: string, name: string, region: string): OfferAnswer {
  return {
    id: Buffer.from(`Vacancy:${title}`).toString('base64url'),
    slug: title.toLowerCase().replaceAll(' ', '-'),
    title,
    employer: { name },
    regions: [{ name: region }],
    wage: { min: '3000000', max: '4500000', unit: 'MONTH' },
  };
}

const MATCHES = [
  {
    rank: 1,
    vacancy: aVacancy('Sopir truk distribusi', 'CV Tadulako Logistik', 'Palu Timur'),
    match: aMatch([
      line('COMPETENCY', 2310, 'Mengemudi truk', 'EXACT'),
      line('COMPETENCY', 1420, 'SIM B1', 'EXACT'),
      line('COMPETENCY', 610, 'Perawatan kendaraan ringan', 'SIMILAR'),
      line('OCCUPATION', 1350),
      line('SPECIFICITY', -240),
      line('EXPERIENCE', 1000),
      line('DISTANCE', 900),
      line('EDUCATION', 500),
      line('AVAILABILITY', 250),
    ]),
  },
  {
    rank: 2,
    vacancy: aVacancy('Pengantar barang & kurir <motor>', 'PT Antar Cepat', 'Mantikulore'),
    match: aMatch(
      [
        line('COMPETENCY', 1630, 'Mengemudi kendaraan ringan', 'IMPLIED'),
        line('COMPETENCY', 0, 'Melayani pelanggan'),
        line('OCCUPATION', 980),
        line('SPECIFICITY', -420),
        line('EXPERIENCE', 1000),
        line('DISTANCE', 1000),
        line('EDUCATION', 500),
        line('AVAILABILITY', 250),
      ],
      ['Melayani pelanggan', 'Aplikasi peta'],
    ),
  },
  {
    rank: 3,
    vacancy: aVacancy('Operator forklift gudang', 'PT Gudang Teluk Palu', 'Tawaeli'),
    match: aMatch(
      [
        line('COMPETENCY', 900, 'Mengoperasikan forklift', 'SUBSTITUTE'),
        line('OCCUPATION', 420),
        line('EXPERIENCE', 500),
        line('DISTANCE', 600),
        line('EDUCATION', 250),
        line('AVAILABILITY', 250),
      ],
      ['Mengoperasikan forklift', 'K3 gudang', 'Sertifikat operator'],
    ),
  },
];

export function aCandidate(rank: number, handle: string, competencyBp: number): CandidateAnswer {
  return {
    rank,
    node: {
      handle,
      education: 'SECONDARY',
      experience: 'Y3_5',
      distance: 'KM_5',
      withheld: [],
      competencies: [
        { competency: { label: 'Mengoperasikan mesin kasir' } },
        { competency: { label: 'Melayani pelanggan' } },
      ],
    },
    match: aMatch([
      line('COMPETENCY', competencyBp, 'Mengoperasikan mesin kasir', 'EXACT'),
      line('COMPETENCY', 1700, 'Melayani pelanggan', 'EXACT'),
      line('OCCUPATION', 1200),
      line('EXPERIENCE', 800),
      line('DISTANCE', 1000),
      line('EDUCATION', 500),
      line('AVAILABILITY', 500),
    ]),
  };
}

export function aHome(overrides: Partial<HomePage> = {}): HomePage {
  const baseline = {
    totalConsidered: 2000,
    totalEligible: 41,
    edges: [1, 2, 3, 4, 5].map((rank) => aCandidate(rank, `k7q${rank}m2xx`, 3300 - rank * 210)),
  };
  return {
    lang: 'id',
    origin: 'https://padan.example',
    seeker: {
      skills: 'mengemudi truk, punya SIM B1, bongkar muat barang',
      place: 'Palu Timur',
      operation: {
        audience: 'public',
        query: 'query MatchMe($text: String!) {\n  matchMe(text: $text) { considered eligible }\n}',
        variables: { text: 'mengemudi truk, punya SIM B1', regionCode: '72.71.02' },
      },
      answer: {
        understood: [
          {
            type: 'COMPETENCY',
            matchedText: 'mengemudi truk',
            confidenceBp: 10_000,
            isResolved: true,
            concept: { label: 'Mengemudi truk' },
          },
          {
            type: 'COMPETENCY',
            matchedText: 'SIM B1',
            confidenceBp: 10_000,
            isResolved: true,
            concept: { label: 'SIM B1' },
          },
          {
            type: 'COMPETENCY',
            matchedText: 'bongkar muat',
            confidenceBp: 9_200,
            isResolved: true,
            concept: { label: 'Bongkar muat barang' },
          },
          {
            type: 'REGION',
            matchedText: 'Palu Timur',
            confidenceBp: 10_000,
            isResolved: true,
            concept: { label: 'Palu Timur, Kota Palu' },
          },
        ],
        used: { assumedCompetencies: [{ label: 'Perawatan kendaraan' }] },
        considered: 300,
        eligible: 17,
        matches: MATCHES,
      },
      failure: null,
    },
    employer: {
      kind: 'demo',
      operation: {
        audience: 'employer',
        query:
          'query Ranking($id: ID!) {\n  vacancy(id: $id) { rankedCandidates(first: 5) { totalEligible } }\n}',
        variables: { id: 'VmFjYW5jeTox' },
      },
      vacancy: {
        ...aVacancy('Kasir toko bangunan', 'UD Sumber Rejeki', 'Palu Selatan'),
        rankedCandidates: baseline,
        requirements: [
          {
            id: 'R1',
            kind: 'COMPETENCY',
            necessity: 'MUST',
            competency: { label: 'Mengoperasikan mesin kasir' },
            minMonths: null,
            education: null,
          },
          {
            id: 'R2',
            kind: 'COMPETENCY',
            necessity: 'SHOULD',
            competency: { label: 'Melayani pelanggan' },
            minMonths: null,
            education: null,
          },
          {
            id: 'R3',
            kind: 'EDUCATION',
            necessity: 'SHOULD',
            competency: null,
            minMonths: null,
            education: 'SECONDARY',
          },
          {
            id: 'R4',
            kind: 'EXPERIENCE',
            necessity: 'NICE',
            competency: null,
            minMonths: 12,
            education: null,
          },
        ],
      },
      baseline: null,
      without: null,
    },
    ...overrides,
  };
}
