import type { Vacancy } from '../../../entities';
import type { EducationLevel, Necessity } from '../../../entities/vocabulary';

/** A place of work by its names, from wide to narrow; all null = anywhere in Indonesia. */
export interface PostedPlace {
  province: string | null;
  /** Kabupaten or kota. */
  regency: string | null;
  /** Kecamatan, kelurahan or desa. */
  below: string | null;
}

export interface PostedRequirement {
  necessity: Necessity;
  /** Of a competency, licence or language. */
  name: string | null;
  education: EducationLevel | null;
  /** Least experience. */
  minMonths: number | null;
}

export type PostedVacancy = Pick<
  Vacancy,
  | 'title'
  | 'description'
  | 'state'
  | 'publishedAt'
  | 'validThrough'
  | 'openings'
  | 'filled'
  | 'employmentType'
  | 'isRemote'
  | 'wageMin'
  | 'wageMax'
  | 'wageUnit'
  | 'startsOn'
  | 'verifyCode'
>;

/** All that a job posting tells of a vacancy; nothing of it is markup. */
export interface PostingFacts {
  vacancy: PostedVacancy;
  /** Absolute address of its page. */
  url: string;
  employerName: string;
  occupation: { code: string; name: string } | null;
  places: readonly PostedPlace[];
  /** In their order. */
  requirements: readonly PostedRequirement[];
}
