import { Field, ID, ObjectType } from 'type-graphql';
import {
  type CandidateStatus,
  type EducationLevel,
  type EmploymentType,
  type Gender,
  readPurposes,
} from '../../entities/vocabulary';
import type { FoundPerson } from '../../services/people/find-people';
import { type OfficePerson, tellsCard } from '../../services/people/read-person';
import { For } from '../audience';
import {
  CandidateStatusEnum,
  EducationLevelEnum,
  EmploymentTypeEnum,
  enumOf,
  GenderEnum,
} from '../enums';
import { encodeNodeId } from '../node-id';
import { DateScalar, RupiahScalar } from '../scalars';
import {
  HeldCompetencyView,
  toHeldCompetencyView,
  toWorkView,
  WorkExperienceView,
} from './my-profile.view';

export const ReadPurposeEnum = enumOf(
  'ReadPurpose',
  readPurposes,
  'What an officer reads a person’s record for; the person sees it.',
  {
    JOB_SEEKER_CARD: 'The card AK/I; tells birth date and gender, too',
    OFFICIAL_REPORT: 'Official reports; tells birth date and gender, too',
    PLACEMENT: 'Antar kerja',
    DISABILITY_SERVICE: 'The disability service unit (ULD)',
  },
);

@ObjectType('FoundCandidate', {
  description: 'Somebody of the officer’s area: as much as tells people apart at a counter.',
  simpleResolvers: true,
})
@For('office')
export class FoundCandidateView {
  regionCode: string | null;

  @For('office')
  @Field(() => ID, { description: 'Global id; opaque.' })
  id: string;

  @For('office')
  @Field(() => String, { description: 'Full name.' })
  fullName: string;

  @For('office')
  @Field(() => String, { nullable: true, description: 'As it is shown: 727101******0001.' })
  identityNumberMasked: string | null;

  @For('office')
  @Field(() => CandidateStatusEnum, { description: 'State of the search for work.' })
  status: CandidateStatus;
}

@ObjectType('CandidateRecord', {
  description:
    'What an officer reads of a person of the own area. Each reading is noted with its purpose, and the person sees it.',
  simpleResolvers: true,
})
@For('office')
export class CandidateRecordView {
  source: OfficePerson;

  @For('office')
  @Field(() => ID, { description: 'Global id; opaque.' })
  id: string;

  @For('office')
  @Field(() => CandidateStatusEnum, { description: 'State of the search for work.' })
  status: CandidateStatus;

  @For('office')
  @Field(() => String, { description: 'Full name.' })
  fullName: string;

  @For('office')
  @Field(() => String, { nullable: true, description: 'As it is shown: 727101******0001.' })
  identityNumberMasked: string | null;

  @For('office')
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Told for JOB_SEEKER_CARD and OFFICIAL_REPORT alone.',
  })
  birthDate: string | null;

  @For('office')
  @Field(() => GenderEnum, {
    nullable: true,
    description: 'Told for JOB_SEEKER_CARD and OFFICIAL_REPORT alone.',
  })
  gender: Gender | null;

  @For('office')
  @Field(() => String, { nullable: true, description: 'Phone number.' })
  phone: string | null;

  @For('office')
  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email: string | null;

  @For('office')
  @Field(() => String, { nullable: true, description: 'Street and house.' })
  address: string | null;

  @For('office')
  @Field(() => EducationLevelEnum, { nullable: true, description: 'Null = not stated.' })
  education: EducationLevel | null;

  @For('office')
  @Field(() => [EmploymentTypeEnum], { description: 'What is wanted; empty = not stated.' })
  employmentTypes: EmploymentType[];

  @For('office')
  @Field(() => DateScalar, { nullable: true, description: 'From when the person can work.' })
  availableFrom: string | null;

  @For('office')
  @Field(() => RupiahScalar, { nullable: true, description: 'A month; null = not stated.' })
  expectedWage: string | null;

  @For('office')
  @Field(() => [HeldCompetencyView], { description: 'All that the person can do.' })
  competencies: HeldCompetencyView[];

  @For('office')
  @Field(() => [WorkExperienceView], { description: 'Work history, newest first.' })
  workExperiences: WorkExperienceView[];
}

export const toFoundCandidateView = (found: FoundPerson): FoundCandidateView =>
  Object.assign(new FoundCandidateView(), { ...found, id: encodeNodeId('Candidate', found.id) });

export function toCandidateRecordView(source: OfficePerson): CandidateRecordView {
  const { person, identityNumberMasked, purpose } = source;
  const { status, fullName, phone, email, address, education, employmentTypes } = person;
  const { availableFrom, expectedWage, birthDate, gender } = person;
  const ofCard = tellsCard(purpose) ? { birthDate, gender } : { birthDate: null, gender: null };
  return Object.assign(new CandidateRecordView(), {
    source,
    id: encodeNodeId('Candidate', person.id),
    ...{ status, fullName, identityNumberMasked, phone, email, address, education },
    ...{ employmentTypes, availableFrom, expectedWage, ...ofCard },
    competencies: source.competencies.map(toHeldCompetencyView),
    workExperiences: source.works.map(toWorkView),
  });
}
