import { Field, Int, ObjectType } from 'type-graphql';
import {
  type EducationLevel,
  type EmploymentType,
  type EvidenceStatus,
  type ProficiencyLevel,
} from '../../entities/vocabulary';
import type {
  SharedCompetency,
  SharedExperience,
  SharedPerson,
} from '../../services/contacts/read-shared';
import { For } from '../audience';
import {
  EducationLevelEnum,
  EmploymentTypeEnum,
  EvidenceStatusEnum,
  ProficiencyLevelEnum,
} from '../enums';
import { DateScalar, DateTimeScalar } from '../scalars';
import { toLevel } from '../vacancies/requirement.view';

@ObjectType('SharedCompetency', {
  description: 'A competency of somebody who shares it.',
  simpleResolvers: true,
})
@For('employer')
export class SharedCompetencyView {
  competencyKey: string;

  @For('employer')
  @Field(() => ProficiencyLevelEnum, { description: 'How well it is commanded.' })
  level: ProficiencyLevel;

  @For('employer')
  @Field(() => EvidenceStatusEnum, { description: 'How it is known.' })
  evidence: EvidenceStatus;

  @For('employer')
  @Field(() => Int, { nullable: true, description: 'Years of use.' })
  yearsUsed: number | null;

  @For('employer')
  @Field(() => DateScalar, { nullable: true, description: 'Last used.' })
  lastUsedOn: string | null;
}

@ObjectType('SharedExperience', {
  description: 'Work of somebody who shares it.',
  simpleResolvers: true,
})
@For('employer')
export class SharedExperienceView {
  @For('employer')
  @Field(() => String, { description: 'What the work was called.' })
  title: string;

  @For('employer')
  @Field(() => String, { nullable: true, description: 'For whom.' })
  employerName: string | null;

  @For('employer')
  @Field(() => DateScalar, { description: 'From.' })
  startedOn: string;

  @For('employer')
  @Field(() => DateScalar, { nullable: true, description: 'To; null = still.' })
  endedOn: string | null;
}

@ObjectType('CandidateContact', {
  description:
    'Who somebody is who shares it with the employer now. Each reading is noted, and the person sees it.',
  simpleResolvers: true,
})
@For('employer')
export class CandidateContactView {
  contactKey: string;
  regionCode: string | null;

  @For('employer')
  @Field(() => String, { description: 'Full name.' })
  name: string;

  @For('employer')
  @Field(() => String, { nullable: true, description: 'Phone number.' })
  phone: string | null;

  @For('employer')
  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email: string | null;

  @For('employer')
  @Field(() => EducationLevelEnum, { nullable: true, description: 'Null = not stated.' })
  education: EducationLevel | null;

  @For('employer')
  @Field(() => [EmploymentTypeEnum], { description: 'What is wanted; empty = not stated.' })
  employmentTypes: readonly EmploymentType[];

  @For('employer')
  @Field(() => DateScalar, { nullable: true, description: 'From when the person can work.' })
  availableFrom: string | null;

  @For('employer')
  @Field(() => [SharedCompetencyView], { description: 'All that the person can do.' })
  competencies: SharedCompetencyView[];

  @For('employer')
  @Field(() => [SharedExperienceView], { description: 'Work history, newest first.' })
  experiences: SharedExperienceView[];

  @For('employer')
  @Field(() => String, { nullable: true, description: 'What the person wrote; plain text.' })
  message: string | null;

  @For('employer')
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when it is shared, unless withdrawn before; null = until withdrawn.',
  })
  sharedUntil: Date | null;
}

export function toCandidateContactView(
  contactKey: string,
  person: SharedPerson,
): CandidateContactView {
  const { fullName, phone, email, regionCode, education, employmentTypes } = person;
  const { availableFrom, message, sharedUntil } = person;
  return Object.assign(new CandidateContactView(), {
    ...{ name: fullName, phone, email, regionCode, education, employmentTypes },
    ...{ contactKey, availableFrom, message, sharedUntil },
    competencies: person.competencies.map(toCompetency),
    experiences: person.experiences.map(toExperience),
  });
}

const toCompetency = ({ competencyId, level, ...rest }: SharedCompetency) =>
  Object.assign(new SharedCompetencyView(), {
    ...rest,
    competencyKey: competencyId,
    level: toLevel(level),
  });

const toExperience = (experience: SharedExperience) =>
  Object.assign(new SharedExperienceView(), experience);
