import {
  Allow,
  ArrayMaxSize,
  IsDate,
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
  type EducationLevel,
  type EmploymentType,
  type Necessity,
  type ProficiencyLevel,
  proficiencyLevels,
  type RequirementKind,
  type WageUnit,
} from '../../entities/vocabulary';
import { LEAST_WEIGHT_BP, MOST_WEIGHT_BP, ORDINARY_PARTS } from '../../matching/core/parts';
import type { EmployerCloseReason } from '../../services/vacancies/close-vacancy';
import {
  type RequirementDraft,
  type VacancyDraft,
  vacancyLimits,
} from '../../services/vacancies/draft';
import { For } from '../audience';
import {
  EducationLevelEnum,
  EmployerCloseReasonEnum,
  EmploymentTypeEnum,
  NecessityEnum,
  ProficiencyLevelEnum,
  RequirementKindEnum,
  WageUnitEnum,
} from '../enums';
import { PartWeightsInput } from '../matching/part-weights.input';
import { decodeKey } from '../node-id';
import { DateScalar, DateTimeScalar, RupiahScalar } from '../scalars';
import { REGION_CODE, regionCodesOptions } from './vacancy-filter.input';

const ORDINARY_WEIGHT_BP = 10_000;
export const MOST_MONTHS = 600;

@InputType('RequirementInput', { description: 'One condition of a vacancy.' })
@For('employer')
export class RequirementInput {
  @Allow()
  @Field(() => RequirementKindEnum, { description: 'What it is about.' })
  kind: RequirementKind;

  @Allow()
  @Field(() => NecessityEnum, { description: 'How necessary it is.' })
  necessity: Necessity;

  @IsOptional()
  @IsInt()
  @Min(LEAST_WEIGHT_BP)
  @Max(MOST_WEIGHT_BP)
  @Field(() => Int, {
    defaultValue: ORDINARY_WEIGHT_BP,
    description: 'Weight, 5,000 (half) to 20,000 (double).',
  })
  weightBp: number;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'For COMPETENCY, LANGUAGE and LICENCE.' })
  competencyId?: string | null;

  @IsOptional()
  @Field(() => ProficiencyLevelEnum, {
    nullable: true,
    description: 'Least level, for COMPETENCY and LANGUAGE.',
  })
  minLevel?: ProficiencyLevel | null;

  @IsOptional()
  @Field(() => EducationLevelEnum, { nullable: true, description: 'For EDUCATION.' })
  education?: EducationLevel | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_MONTHS)
  @Field(() => Int, { nullable: true, description: 'For EXPERIENCE; 0 = none needed.' })
  minMonths?: number | null;
}

@InputType('VacancyContentInput', {
  description: 'All that a vacancy says; what is left out is not stated.',
})
@For('employer')
export class VacancyContentInput {
  @MaxLength(vacancyLimits.titleLength)
  @Field(() => String, { description: 'Title, up to 200 characters of plain text.' })
  title: string;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Occupation.' })
  occupationId?: string | null;

  @MaxLength(vacancyLimits.descriptionLength)
  @Field(() => String, { description: 'Description, up to 10,000 characters of plain text.' })
  description: string;

  @IsInt()
  @Min(1)
  @Max(vacancyLimits.openings)
  @Field(() => Int, { defaultValue: 1, description: 'How many people are sought.' })
  openings: number;

  @ArrayMaxSize(vacancyLimits.regions)
  @Matches(REGION_CODE, regionCodesOptions)
  @Field(() => [String], { description: 'The areas whose people it addresses; `ID` = everybody.' })
  regionCodes: string[];

  @IsOptional()
  @Field(() => EmploymentTypeEnum, { nullable: true, description: 'Form of employment.' })
  employmentType?: EmploymentType | null;

  @Allow()
  @Field(() => Boolean, { defaultValue: false, description: 'Can be done from anywhere.' })
  isRemote: boolean;

  @IsOptional()
  @Field(() => RupiahScalar, { nullable: true, description: 'Wage from.' })
  wageMin?: string | null;

  @IsOptional()
  @Field(() => RupiahScalar, { nullable: true, description: 'Wage to.' })
  wageMax?: string | null;

  @IsOptional()
  @Field(() => WageUnitEnum, { nullable: true, description: 'Needed with a wage.' })
  wageUnit?: WageUnit | null;

  @IsOptional()
  @Field(() => DateScalar, { nullable: true, description: 'When the work begins.' })
  startsOn?: string | null;

  @IsDate()
  @Field(() => DateTimeScalar, { description: 'Until when it is open, at most 90 days ahead.' })
  validThrough: Date;

  @IsOptional()
  @ValidateNested()
  @Field(() => PartWeightsInput, {
    nullable: true,
    description: 'What the parts of the score weigh; null = all alike, 10,000.',
  })
  partWeights?: PartWeightsInput | null;

  @ArrayMaxSize(vacancyLimits.requirements)
  @ValidateNested({ each: true })
  @Field(() => [RequirementInput], { description: 'Conditions, in the order of display.' })
  requirements: RequirementInput[];
}

@InputType({ description: 'A new vacancy.' })
@For('employer')
export class CreateVacancyInput {
  @Allow()
  @Field(() => ID, { description: 'Key of this attempt: a repetition gets the same answer.' })
  clientMutationId: string;

  @Allow()
  @Field(() => ID, { description: 'One of the viewer’s employers.' })
  employerId: string;

  @ValidateNested()
  @Field(() => VacancyContentInput, { description: 'What it says.' })
  content: VacancyContentInput;
}

@InputType({ description: 'New content for a vacancy, in place of all it said before.' })
@For('employer')
export class UpdateVacancyInput {
  @Allow()
  @Field(() => ID, { description: 'Key of this attempt: a repetition gets the same answer.' })
  clientMutationId: string;

  @Allow()
  @Field(() => ID, { description: 'The vacancy.' })
  id: string;

  @IsInt()
  @Field(() => Int, { description: 'The version that was read; another one is a CONFLICT.' })
  expectedVersion: number;

  @ValidateNested()
  @Field(() => VacancyContentInput, { description: 'What it says now.' })
  content: VacancyContentInput;
}

@InputType({ description: 'A vacancy to publish.' })
@For('employer')
export class PublishVacancyInput {
  @Allow()
  @Field(() => ID, { description: 'Key of this attempt: a repetition gets the same answer.' })
  clientMutationId: string;

  @Allow()
  @Field(() => ID, { description: 'The vacancy.' })
  id: string;
}

@InputType({ description: 'A vacancy to close.' })
@For('employer')
export class CloseVacancyInput extends PublishVacancyInput {
  @Allow()
  @Field(() => EmployerCloseReasonEnum, { description: 'Why.' })
  reason: EmployerCloseReason;
}

/**
 * The draft in an input; `at` is where it stands in the arguments.
 *
 * Errors: BAD_USER_INPUT or NOT_FOUND with the path of an id that is none.
 */
export function toDraft(content: VacancyContentInput, at = 'input.content'): VacancyDraft {
  const { occupationId = null } = content;
  return {
    title: content.title,
    occupationId:
      occupationId === null ? null : decodeKey('Occupation', occupationId, `${at}.occupationId`),
    description: content.description,
    openings: content.openings,
    regionCodes: content.regionCodes,
    employmentType: content.employmentType ?? null,
    isRemote: content.isRemote,
    wageMin: content.wageMin ?? null,
    wageMax: content.wageMax ?? null,
    wageUnit: content.wageUnit ?? null,
    startsOn: content.startsOn ?? null,
    validThrough: content.validThrough,
    partWeights: content.partWeights ?? ORDINARY_PARTS,
    requirements: content.requirements.map((one, index) =>
      toRequirementDraft(one, `${at}.requirements.${index}`),
    ),
  };
}

function toRequirementDraft(input: RequirementInput, at: string): RequirementDraft {
  const { competencyId = null, minLevel = null } = input;
  return {
    kind: input.kind,
    necessity: input.necessity,
    weightBp: input.weightBp,
    competencyId:
      competencyId === null ? null : decodeKey('Competency', competencyId, `${at}.competencyId`),
    minLevel: minLevel === null ? null : proficiencyLevels.indexOf(minLevel) + 1,
    education: input.education ?? null,
    minMonths: input.minMonths ?? null,
  };
}
