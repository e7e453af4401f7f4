// Written by `scripts/codegen-apollo-example.mjs`; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Education (jenjang pendidikan), lowest first; SMA and SMK stand on one step. */
export type EducationLevel =
  | 'D1'
  | 'D2'
  | 'D3'
  | 'D4'
  | 'NO_SCHOOL'
  | 'PROFESSION'
  | 'S1'
  | 'S2'
  | 'S3'
  | 'SD'
  | 'SD_UNFINISHED'
  | 'SMA'
  | 'SMK'
  | 'SMP'
  | 'SPECIALIST';

/** Form of employment. */
export type EmploymentType =
  | 'DAILY'
  | 'FIXED_TERM'
  | 'FREELANCE'
  | 'INTERNSHIP'
  | 'PART_TIME'
  | 'PERMANENT';

/** A point on the map, in degrees. */
export type GeoPointInput = {
  /** Latitude, −90 to 90. */
  latitude: number;
  /** Longitude, −180 to 180. */
  longitude: number;
};

/** By what found vacancies are counted. */
export type VacancyFacet =
  | 'COMPETENCY'
  | 'EDUCATION'
  | 'EMPLOYMENT_TYPE'
  | 'OCCUPATION'
  | 'REGION'
  | 'SECTOR'
  | 'SOURCE';

/** What is looked for; all conditions hold together. */
export type VacancyFilter = {
  /** Asking for one of these competencies. */
  competencyIds?: Array<string | number> | null | undefined;
  /** What the person has: vacancies that ask for more are left out. */
  education?: EducationLevel | null | undefined;
  /** Of one of these forms. */
  employmentTypes?: Array<EmploymentType> | null | undefined;
  /** Measure distances from here. */
  near?: GeoPointInput | null | undefined;
  /** For one of these occupations. */
  occupationIds?: Array<string | number> | null | undefined;
  /** Published after this. */
  publishedAfter?: string | null | undefined;
  /** Words in Indonesian or English, typos forgiven. */
  q?: string | null | undefined;
  /** In one of these regions. */
  regionCodes?: Array<string> | null | undefined;
  /** Paying at least this a month. */
  wageMin?: string | null | undefined;
  /** At most so far from `near`, 1–1,000 km. */
  withinKm?: number | null | undefined;
};

/** Order of found vacancies. */
export type VacancyOrder =
  | 'CLOSING_SOON'
  /** Nearest first; needs `near` */
  | 'DISTANCE'
  | 'NEWEST'
  | 'RELEVANCE'
  /** Best paid first, compared by the month */
  | 'WAGE';

/** Whether the labour office has checked the employer. */
export type VerificationStatus =
  | 'PENDING'
  | 'REJECTED'
  | 'SUSPENDED'
  | 'UNVERIFIED'
  | 'VERIFIED';

/** What a wage is paid for. */
export type WageUnit =
  | 'DAY'
  | 'HOUR'
  | 'MONTH'
  | 'PIECE'
  | 'PROJECT'
  | 'WEEK';

export type VacanciesQueryVariables = Exact<{
  filter?: VacancyFilter | null | undefined;
  orderBy?: VacancyOrder;
  first?: number;
  after?: string | null | undefined;
}>;


export type VacanciesQuery = { vacancies: { totalCount: number, countIsExact: boolean, isBroadened: boolean, isDegraded: boolean, facets: Array<{ by: VacancyFacet, buckets: Array<{ key: string, label: string, count: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ distanceKm: number | null, node: { id: string, slug: string, title: string, publishedAt: string | null, validThrough: string, employmentType: EmploymentType | null, isRemote: boolean, wage: { min: string | null, max: string | null, unit: WageUnit | null } | null, employer: { name: string, verification: VerificationStatus }, regions: Array<{ code: string, name: string }>, occupation: { label: string } | null } }> } };


export const VacanciesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Vacancies"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"VacancyFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VacancyOrder"}}},"defaultValue":{"kind":"EnumValue","value":"RELEVANCE"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vacancies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"countIsExact"}},{"kind":"Field","name":{"kind":"Name","value":"isBroadened"}},{"kind":"Field","name":{"kind":"Name","value":"isDegraded"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"REGION"},{"kind":"EnumValue","value":"OCCUPATION"},{"kind":"EnumValue","value":"EMPLOYMENT_TYPE"},{"kind":"EnumValue","value":"EDUCATION"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"buckets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"distanceKm"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"validThrough"}},{"kind":"Field","name":{"kind":"Name","value":"employmentType"}},{"kind":"Field","name":{"kind":"Name","value":"isRemote"}},{"kind":"Field","name":{"kind":"Name","value":"wage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"verification"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occupation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<VacanciesQuery, VacanciesQueryVariables>;