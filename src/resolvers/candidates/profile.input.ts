import {
  Allow,
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsInt,
  IsOptional,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  type AccommodationKind,
  type DisabilityKind,
  type EducationLevel,
  type EmploymentType,
  type Gender,
  type ProficiencyLevel,
  proficiencyLevels,
} from '../../entities/vocabulary';
import type { Claim } from '../../services/candidates/claims';
import { type ProfileDraft, profileLimits } from '../../services/candidates/profile';
import type { WorkDraft } from '../../services/candidates/replace-work';
import { shapes } from '../argument-reason';
import { For } from '../audience';
import {
  AccommodationKindEnum,
  DisabilityKindEnum,
  EducationLevelEnum,
  EmploymentTypeEnum,
  GenderEnum,
  ProficiencyLevelEnum,
} from '../enums';
import { MutationInput } from '../mutation.input';
import { decodeKey } from '../node-id';
import { DateScalar, RupiahScalar } from '../scalars';
import { REGION_CODE, regionCodesOptions } from '../vacancies/vacancy-filter.input';

/** A village or wider, not the whole nation: who lives anywhere lives nowhere. */
const HOME_CODE = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;
const MOST_YEARS = 60;
/** Source: RFC 5321, the longest address. */
const MOST_ADDRESS = 254;

@InputType({ description: 'What a person says of themselves; what is left out is not stated.' })
@For('candidate')
export class ProfileInput {
  @MaxLength(profileLimits.nameLength)
  @Field(() => String, { description: 'Name, up to 200 characters of plain text.' })
  fullName: string;

  @IsOptional()
  @MaxLength(MOST_ADDRESS)
  @Field(() => String, {
    nullable: true,
    description: 'Indonesian mobile number, as 08…, 62… or +62….',
  })
  phone?: string | null;

  @IsOptional()
  @MaxLength(MOST_ADDRESS)
  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;

  @IsOptional()
  @Field(() => DateScalar, {
    nullable: true,
    description: 'For statistics and the card only. Under 18 a guardian consents first.',
  })
  birthDate?: string | null;

  @IsOptional()
  @Field(() => GenderEnum, { nullable: true, description: 'For statistics and the card only.' })
  gender?: Gender | null;

  @Matches(HOME_CODE, { context: shapes.regionCode })
  @Field(() => String, {
    description:
      'Where the person lives: a village, or as coarse as they like. Counts by district.',
  })
  regionCode: string;

  @IsOptional()
  @Matches(HOME_CODE, { context: shapes.regionCode })
  @Field(() => String, {
    nullable: true,
    description: 'Region of the identity card: for reports and the card, never for matching.',
  })
  identityRegionCode?: string | null;

  @IsOptional()
  @Field(() => EducationLevelEnum, { nullable: true, description: 'Highest education.' })
  education?: EducationLevel | null;

  @ArrayUnique()
  @Field(() => [EmploymentTypeEnum], {
    defaultValue: [],
    description: 'Forms of employment that are welcome; none = not stated.',
  })
  employmentTypes: EmploymentType[];

  @IsOptional()
  @Field(() => DateScalar, { nullable: true, description: 'From when on the person can work.' })
  availableFrom?: string | null;

  @ArrayMaxSize(profileLimits.willingRegions)
  @Matches(REGION_CODE, regionCodesOptions)
  @Field(() => [String], {
    defaultValue: [],
    description: 'Areas where the person would also work, at most five; `ID` = anywhere.',
  })
  willingRegionCodes: string[];

  @IsOptional()
  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Expected wage a month; changes no score.',
  })
  expectedWage?: string | null;
}

@InputType({ description: 'A person who begins to look for work.' })
@For('candidate')
export class RegisterCandidateInput extends MutationInput {
  @ValidateNested()
  @Field(() => ProfileInput, { description: 'Who it is.' })
  profile: ProfileInput;
}

@InputType({ description: 'What the signed-in person says now, in place of all before.' })
@For('candidate')
export class UpdateProfileInput extends MutationInput {
  @IsInt()
  @Field(() => Int, { description: 'The version that was read; another one is a CONFLICT.' })
  expectedVersion: number;

  @ValidateNested()
  @Field(() => ProfileInput, { description: 'The profile.' })
  profile: ProfileInput;
}

@InputType({ description: 'A job that the person had or has.' })
@For('candidate')
export class WorkExperienceInput {
  @MaxLength(profileLimits.nameLength)
  @Field(() => String, { description: 'Title, in the person’s words.' })
  title: string;

  @IsOptional()
  @Field(() => ID, {
    nullable: true,
    description: 'Occupation; without it the work counts for none.',
  })
  occupationId?: string | null;

  @IsOptional()
  @MaxLength(profileLimits.nameLength)
  @Field(() => String, { nullable: true, description: 'At whose.' })
  employerName?: string | null;

  @Allow()
  @Field(() => DateScalar, { description: 'First day.' })
  from: string;

  @IsOptional()
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null = still there.' })
  to?: string | null;
}

@InputType({ description: 'All the work that the person did, in place of what was listed before.' })
@For('candidate')
export class ReplaceWorkExperiencesInput extends MutationInput {
  @IsInt()
  @Field(() => Int, { description: 'The version that was read; another one is a CONFLICT.' })
  expectedVersion: number;

  @ArrayMaxSize(profileLimits.workExperiences)
  @ValidateNested({ each: true })
  @Field(() => [WorkExperienceInput], { description: 'At most 50.' })
  workExperiences: WorkExperienceInput[];
}

@InputType({ description: 'A competency that somebody says they hold.' })
@For('candidate', 'office')
export class ConfirmedCompetencyInput {
  @Allow()
  @Field(() => ID, { description: 'The competency.' })
  competencyId: string;

  @Allow()
  @Field(() => ProficiencyLevelEnum, { defaultValue: 'INDEPENDENT', description: 'How well.' })
  level: ProficiencyLevel;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_YEARS)
  @Field(() => Int, { nullable: true, description: 'For how many years it was used.' })
  yearsUsed?: number | null;

  @IsOptional()
  @Field(() => DateScalar, { nullable: true, description: 'When it was last used.' })
  lastUsed?: string | null;
}

@InputType({ description: 'Competencies that the signed-in person holds.' })
@For('candidate')
export class ConfirmCompetenciesInput extends MutationInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(profileLimits.competencies)
  @ValidateNested({ each: true })
  @Field(() => [ConfirmedCompetencyInput], {
    description: 'Added to those held, or said anew; a person holds at most 200.',
  })
  items: ConfirmedCompetencyInput[];
}

@InputType({ description: 'Competencies that the signed-in person no longer says they hold.' })
@For('candidate')
export class RemoveCompetenciesInput extends MutationInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(profileLimits.competencies)
  @Field(() => [ID], { description: 'The competencies.' })
  competencyIds: string[];
}

@InputType({ description: 'What a person says of disabilities; nobody else reads it.' })
@For('candidate')
export class DisabilityProfileInput extends MutationInput {
  @IsOptional()
  @ArrayUnique()
  @Field(() => [DisabilityKindEnum], {
    nullable: true,
    description: 'Empty = none; null = nothing is said, and what was said is removed.',
  })
  kinds?: DisabilityKind[] | null;

  @ArrayUnique()
  @Field(() => [AccommodationKindEnum], {
    defaultValue: [],
    description: 'What the person needs at work.',
  })
  accommodations: AccommodationKind[];
}

@InputType({ description: 'The search for work of the signed-in person.' })
@For('candidate')
export class JobSearchInput extends MutationInput {}

export const toProfileDraft = (input: ProfileInput): ProfileDraft => ({
  fullName: input.fullName,
  phone: input.phone ?? null,
  email: input.email ?? null,
  birthDate: input.birthDate ?? null,
  gender: input.gender ?? null,
  regionCode: input.regionCode,
  identityRegionCode: input.identityRegionCode ?? null,
  education: input.education ?? null,
  employmentTypes: input.employmentTypes,
  availableFrom: input.availableFrom ?? null,
  willingRegionCodes: input.willingRegionCodes,
  expectedWage: input.expectedWage ?? null,
});

/** Errors: those of `decodeKey`, with the place in the list. */
export const toWorkDraft = (input: WorkExperienceInput, at: number): WorkDraft => ({
  title: input.title,
  occupationId: input.occupationId
    ? decodeKey('Occupation', input.occupationId, `input.workExperiences.${at}.occupationId`)
    : null,
  employerName: input.employerName ?? null,
  from: input.from,
  to: input.to ?? null,
});

/** Errors: those of `decodeKey`, with the place in the list. */
export const toClaim = (input: ConfirmedCompetencyInput, at: number): Claim => ({
  competencyId: decodeKey('Competency', input.competencyId, `input.items.${at}.competencyId`),
  level: proficiencyLevels.indexOf(input.level) + 1,
  yearsUsed: input.yearsUsed ?? null,
  lastUsed: input.lastUsed ?? null,
});
