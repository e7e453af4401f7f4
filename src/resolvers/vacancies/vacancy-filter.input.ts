import {
  ArrayMaxSize,
  IsDate,
  IsInt,
  IsLatitude,
  IsLongitude,
  IsOptional,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { EducationLevel, EmploymentType } from '../../entities/vocabulary';
import { errors, reasons } from '../../errors';
import type { VacancyQuery } from '../../services/vacancies/search-vacancies';
import { shapes } from '../argument-reason';
import { For } from '../audience';
import { EducationLevelEnum, EmploymentTypeEnum } from '../enums';
import { decodeKey } from '../node-id';
import { DateTimeScalar, RupiahScalar } from '../scalars';
import { validateArgument } from '../validate-argument';

/** Source: our choice, far above what a person picks by hand. */
const MAX_CHOICES = 50;
const MAX_Q_LENGTH = 200;
const MAX_KM = 1_000;

/** `ID`, `72`, `72.71`, `72.71.01` or `72.71.01.1004`. */
export const REGION_CODE = /^(ID|\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?)$/;

/** Every entry is a region code; the message is the index of the first that is none. */
export const regionCodesOptions: ValidationOptions = {
  each: true,
  context: shapes.regionCode,
  message: ({ value }) =>
    String((value as readonly string[]).findIndex((code) => !REGION_CODE.test(code))),
};

@InputType({ description: 'A point on the map, in degrees.' })
@For('public')
export class GeoPointInput {
  @IsLatitude()
  @Field(() => Float, { description: 'Latitude, −90 to 90.' })
  latitude: number;

  @IsLongitude()
  @Field(() => Float, { description: 'Longitude, −180 to 180.' })
  longitude: number;
}

@InputType('VacancyFilter', { description: 'What is looked for; all conditions hold together.' })
@For('public')
export class VacancyFilterInput {
  @IsOptional()
  @MaxLength(MAX_Q_LENGTH)
  @Field(() => String, {
    nullable: true,
    description: 'Words in Indonesian or English, typos forgiven.',
  })
  q?: string | null;

  @IsOptional()
  @ArrayMaxSize(MAX_CHOICES)
  @Matches(REGION_CODE, regionCodesOptions)
  @Field(() => [String], { nullable: true, description: 'In one of these regions.' })
  regionCodes?: string[] | null;

  @IsOptional()
  @ValidateNested()
  @Field(() => GeoPointInput, { nullable: true, description: 'Measure distances from here.' })
  near?: GeoPointInput | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_KM)
  @Field(() => Int, { nullable: true, description: 'At most so far from `near`, 1–1,000 km.' })
  withinKm?: number | null;

  @IsOptional()
  @ArrayMaxSize(MAX_CHOICES)
  @Field(() => [ID], { nullable: true, description: 'For one of these occupations.' })
  occupationIds?: string[] | null;

  @IsOptional()
  @ArrayMaxSize(MAX_CHOICES)
  @Field(() => [ID], { nullable: true, description: 'Asking for one of these competencies.' })
  competencyIds?: string[] | null;

  @IsOptional()
  @ArrayMaxSize(MAX_CHOICES)
  @Field(() => [EmploymentTypeEnum], { nullable: true, description: 'Of one of these forms.' })
  employmentTypes?: EmploymentType[] | null;

  @IsOptional()
  @Field(() => RupiahScalar, { nullable: true, description: 'Paying at least this a month.' })
  wageMin?: string | null;

  @IsOptional()
  @Field(() => EducationLevelEnum, {
    nullable: true,
    description: 'What the person has: vacancies that ask for more are left out.',
  })
  education?: EducationLevel | null;

  @IsOptional()
  @IsDate()
  @Field(() => DateTimeScalar, { nullable: true, description: 'Published after this.' })
  publishedAfter?: Date | null;
}

/**
 * A filter as a subscription is given it, checked as type-graphql checks arguments of a query.
 *
 * Errors: AggregateError of BAD_USER_INPUT.
 */
export async function readFilter(
  filter: VacancyFilterInput | null | undefined,
  info: GraphQLResolveInfo,
): Promise<VacancyFilterInput | null> {
  if (!filter) return null;
  const near = filter.near && Object.assign(new GeoPointInput(), filter.near);
  const input = Object.assign(new VacancyFilterInput(), filter, { near });
  await validateArgument(input, VacancyFilterInput, { root: null, args: {}, context: {}, info });
  return input;
}

/**
 * The query of a filter; an empty list is no condition.
 *
 * Errors: BAD_USER_INPUT or NOT_FOUND with the path of what is at fault.
 */
export function toVacancyQuery(input: VacancyFilterInput | null | undefined): VacancyQuery {
  if (!input) return {};
  const { near, withinKm, wageMin, education } = input;
  if (withinKm && !near) throw errors.input.invalid('filter.near', reasons.neededForDistance);
  return {
    q: input.q?.trim() || undefined,
    regionCodes: some(input.regionCodes),
    near: near ? { latitude: near.latitude, longitude: near.longitude } : undefined,
    withinKm: withinKm ?? undefined,
    occupationIds: toKeys('Occupation', input.occupationIds, 'occupationIds'),
    competencyIds: toKeys('Competency', input.competencyIds, 'competencyIds'),
    employmentTypes: some(input.employmentTypes),
    // At most 15 digits, so exact.
    wageMin: wageMin ? Number(wageMin) : undefined,
    maxEducation: education ?? undefined,
    publishedAfter: input.publishedAfter ?? undefined,
  };
}

const some = <T>(list: readonly T[] | null | undefined): readonly T[] | undefined =>
  list && list.length > 0 ? list : undefined;

const toKeys = (type: string, ids: readonly string[] | null | undefined, field: string) =>
  some(ids)?.map((id, index) => decodeKey(type, id, `filter.${field}.${index}`));
