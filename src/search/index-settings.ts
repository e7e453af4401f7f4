import type { Settings } from 'meilisearch';
import type {
  CandidateDocument,
  CompetencyDocument,
  OccupationDocument,
  VacancyDocument,
} from './documents';

/** The document of each index. */
export interface Documents {
  competencies: CompetencyDocument;
  occupations: OccupationDocument;
  vacancies: VacancyDocument;
  candidates: CandidateDocument;
}

export type IndexName = keyof Documents;

export const indexNames = ['competencies', 'occupations', 'vacancies', 'candidates'] as const;

/** The primary key of every index; always named, since guessing it fails when two fields end in "id". */
export const PRIMARY_KEY = 'id';

/** More vacancies than a province publishes in a year, so that counts stay exact. */
const MAX_VACANCY_HITS = 100_000;
/** The engine takes complete lists of ids from here up to its own limit of 50,000 people. */
const MAX_CANDIDATE_HITS = 100_000;
/** Enough for every occupation, competency and regency at once. */
const MAX_FACET_VALUES = 2_000;

/** Attributes compared for equality only: cheaper, and no value can be searched in them. */
const equality = (...attributePatterns: string[]) => ({
  attributePatterns,
  features: { facetSearch: false, filter: { equality: true, comparison: false } },
});
const comparison = (...attributePatterns: string[]) => ({
  attributePatterns,
  features: { facetSearch: false, filter: { equality: true, comparison: true } },
});

/** Short Indonesian words carry meaning ("supir", "guru"), so one typo is forgiven from four letters on. */
const typoTolerance = {
  enabled: true,
  minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
  disableOnWords: [],
  disableOnAttributes: [],
  disableOnNumbers: true,
};

/** Words that say only that one is looking for work; stock lists would delete "umum", "luar", "baru". */
const VACANCY_STOP_WORDS = [
  ...['cari', 'dan', 'dengan', 'di', 'dicari', 'dibutuhkan', 'ke', 'loker', 'lowongan', 'untuk'],
  ...['yang', 'and', 'for', 'in', 'job', 'jobs', 'of', 'the', 'vacancy', 'wanted', 'hiring'],
];

const TEXT_RANKING = ['words', 'typo', 'attribute', 'proximity', 'exactness'];

const conceptSettings: Settings = {
  searchableAttributes: ['labelId', 'labelEn', 'aliases'],
  displayedAttributes: [
    'id',
    'version',
    'format',
    'labelId',
    'labelEn',
    'aliases',
    'kind',
    'kbjiCode',
  ],
  filterableAttributes: [],
  sortableAttributes: [],
  // A short name that the query covers whole goes before a longer one that only holds it.
  rankingRules: ['words', 'typo', 'exactness', 'proximity', 'attribute'],
  stopWords: [],
  typoTolerance,
  pagination: { maxTotalHits: 200 },
};

/** The settings of each index: code is their only source. */
export const indexSettings: Readonly<Record<IndexName, Settings>> = {
  competencies: conceptSettings,
  occupations: conceptSettings,
  vacancies: {
    searchableAttributes: [
      ...['title', 'occupationNames', 'competencyNames', 'employerName', 'regionNames'],
      'description',
    ],
    displayedAttributes: ['id', 'version', 'format'],
    filterableAttributes: [
      equality('regions', 'occupationId', 'competencyIds', 'employerId', 'sector', 'sourceKind'),
      equality('employmentType', 'education', 'isRemote'),
      comparison('monthlyWageIdr', 'minMonths', 'publishedAt', 'validThrough'),
      // A pattern does not make places searchable, the bare name does.
      '_geo',
    ],
    sortableAttributes: ['publishedAt', 'validThrough', 'monthlyWageIdr', '_geo'],
    // `sort` first: an order that the user chose is the order. The text rules stay, since without one
    // Meilisearch drops the others silently.
    rankingRules: ['sort', ...TEXT_RANKING, 'publishedAt:desc'],
    stopWords: VACANCY_STOP_WORDS,
    typoTolerance: { ...typoTolerance, disableOnAttributes: ['description'] },
    faceting: { maxValuesPerFacet: MAX_FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
    pagination: { maxTotalHits: MAX_VACANCY_HITS },
    proximityPrecision: 'byAttribute',
  },
  candidates: {
    // Found by filter only. No attribute is searched as text, none can be guessed by prefix, no place is a point:
    // with `_geo` every update of one person would rewrite the whole tree of places.
    searchableAttributes: ['id'],
    displayedAttributes: ['id', 'version', 'format'],
    filterableAttributes: [equality('skills', 'areas', 'wideAreas', 'work')],
    sortableAttributes: [],
    rankingRules: ['words'],
    typoTolerance: { enabled: false },
    prefixSearch: 'disabled',
    facetSearch: false,
    pagination: { maxTotalHits: MAX_CANDIDATE_HITS },
  },
};
