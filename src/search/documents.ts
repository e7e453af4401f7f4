import type {
  CompetencyKind,
  EducationLevel,
  EmployerSector,
  EmploymentType,
  SourceKind,
  WageUnit,
} from '../entities/vocabulary';
import { bandHeldLevel } from '../matching/core/levels';
import { atDistrict, lineageOf, NATION_CODE } from './region-codes';
import { monthlyWageIdr } from './wages';

/** Raise it with any change of what a document holds: the next start then writes every document again. */
export const DOCUMENT_FORMAT = 2;

/** What every document has: by it the index is compared with the database. */
interface Versioned {
  /** Version of the row that the document was made of. */
  version: number;
  format: typeof DOCUMENT_FORMAT;
}

/** A competency in the index. */
export interface CompetencyDocument extends Versioned {
  id: string;
  labelId: string;
  labelEn: string;
  aliases: string[];
  kind: CompetencyKind;
}

/** An occupation in the index. */
export interface OccupationDocument extends Versioned {
  id: string;
  labelId: string;
  labelEn: string;
  aliases: string[];
  kbjiCode: string;
}

/** What the `vacancies` document is made of; one row a vacancy. */
export interface VacancyRow {
  id: string;
  version: number;
  title: string;
  description: string;
  occupationId: string | null;
  /** Labels and aliases of the occupation: the synonyms by which it is found. */
  occupationNames: string[];
  competencyIds: string[];
  competencyNames: string[];
  employerId: string;
  employerName: string;
  sector: EmployerSector;
  sourceKind: SourceKind;
  regionCodes: string[];
  /** Names of the regions and of what lies above them. */
  regionNames: string[];
  /** Centroid of the first place, or of its nearest ancestor that has one. */
  latitude: number | null;
  longitude: number | null;
  employmentType: EmploymentType | null;
  isRemote: boolean;
  wageMin: string | null;
  wageMax: string | null;
  wageUnit: WageUnit | null;
  education: EducationLevel | null;
  minMonths: number | null;
  publishedAt: Date;
  validThrough: Date;
}

/** A published vacancy in the index. Times are seconds, so that they compare as numbers. */
export interface VacancyDocument extends Versioned {
  id: string;
  title: string;
  occupationNames: string[];
  competencyNames: string[];
  employerName: string;
  regionNames: string[];
  description: string;
  occupationId: string | null;
  competencyIds: string[];
  employerId: string;
  sector: EmployerSector;
  sourceKind: SourceKind;
  regions: string[];
  employmentType: EmploymentType | null;
  isRemote: boolean;
  /** The best pay offered, as whole rupiah a month; null when not stated or not comparable. */
  monthlyWageIdr: number | null;
  education: EducationLevel | null;
  minMonths: number | null;
  publishedAt: number;
  validThrough: number;
  _geo: { lat: number; lng: number } | null;
}

/** What the `candidates` document is made of: codes and numbers only. */
export interface CandidateRow {
  number: number;
  version: number;
  regionCode: string | null;
  willingRegionCodes: string[];
  competencies: { number: number; level: number }[];
  occupations: { number: number; kbjiCode: string }[];
}

/** A person in the index: nothing by which one could tell who it is. */
export interface CandidateDocument extends Versioned {
  id: number;
  /** Cumulative and banded: level 3 stands as `c12·1`, `c12·2`, `c12·3`, levels 4 and 5 go on to `c12·4`. */
  skills: string[];
  /** Where the person lives or would work, with everything above. */
  areas: string[];
  /** The same areas without what lies above: a scope inside one of them reaches the person too. */
  wideAreas: string[];
  /** `o5` an occupation, `k7212` its KBJI group, `k721`, `k72`, `k7` the groups above. */
  work: string[];
}

/** The word of a `candidates` document for a competency at a level or above. */
export const skillWord = (competency: number, level = 1) => `c${competency}·${level}`;
/** The word for an occupation that a person worked in. */
export const occupationWord = (occupation: number) => `o${occupation}`;
/** The word for a KBJI group of one to four digits. */
export const kbjiWord = (group: string) => `k${group}`;

/** The `vacancies` document of a published vacancy. */
export function vacancyDocument(row: VacancyRow): VacancyDocument {
  const { latitude, longitude } = row;
  return {
    id: row.id,
    version: row.version,
    format: DOCUMENT_FORMAT,
    title: row.title,
    occupationNames: row.occupationNames,
    competencyNames: row.competencyNames,
    employerName: row.employerName,
    regionNames: row.regionNames,
    description: withoutContacts(row.description).slice(0, DESCRIPTION_LIMIT),
    occupationId: row.occupationId,
    competencyIds: row.competencyIds,
    employerId: row.employerId,
    sector: row.sector,
    sourceKind: row.sourceKind,
    regions: unique(row.regionCodes.flatMap(withLineage)),
    employmentType: row.employmentType,
    isRemote: row.isRemote,
    monthlyWageIdr: monthlyWageIdr(row.wageMax ?? row.wageMin, row.wageUnit),
    education: row.education,
    minMonths: row.minMonths,
    publishedAt: epochSeconds(row.publishedAt),
    validThrough: epochSeconds(row.validThrough),
    _geo: latitude === null || longitude === null ? null : { lat: latitude, lng: longitude },
  };
}

/** The `candidates` document of somebody who is active and agreed to be matched. */
export function candidateDocument(row: CandidateRow): CandidateDocument {
  // Nobody's silence excludes: an unknown home is reached from every scope.
  const home = row.regionCode === null ? NATION_CODE : atDistrict(row.regionCode);
  const areas = unique([home, ...row.willingRegionCodes.map(atDistrict)]);
  return {
    id: row.number,
    version: row.version,
    format: DOCUMENT_FORMAT,
    skills: row.competencies.flatMap(({ number, level }) =>
      Array.from({ length: bandHeldLevel(level) }, (_, below) => skillWord(number, below + 1)),
    ),
    areas: unique(areas.flatMap(lineageOf)),
    wideAreas: areas,
    work: unique(
      row.occupations.flatMap(({ number, kbjiCode }) => [
        occupationWord(number),
        ...groupsOf(kbjiCode).map(kbjiWord),
      ]),
    ),
  };
}

/** Longer text adds work to the server and noise to the answers; the essence of an ad stands at its start. */
const DESCRIPTION_LIMIT = 2_000;

/** Addresses and numbers of persons who stand in an ad: not for an index. */
const CONTACTS = /[^\s@]+@[^\s@]+\.[^\s@]+|\+?\d[\d\s().-]{7,}\d/g;

const withoutContacts = (text: string) => text.replace(CONTACTS, ' ');
const withLineage = (code: string) => (code === NATION_CODE ? [code] : lineageOf(code));
const groupsOf = (kbjiCode: string) => [4, 3, 2, 1].map((digits) => kbjiCode.slice(0, digits));
const epochSeconds = (date: Date) => Math.floor(date.getTime() / 1_000);
const unique = <T>(values: readonly T[]) => [...new Set(values)];
