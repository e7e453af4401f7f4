import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Candidate, CandidateCompetency, WorkExperience } from '../../entities';
import {
  type AccommodationKind,
  type CandidateStatus,
  type DisabilityKind,
  type EducationLevel,
  type EmploymentType,
  type EvidenceStatus,
  type Gender,
  type ProficiencyLevel,
  proficiencyLevels,
} from '../../entities/vocabulary';
import type { ProfileHint } from '../../services/candidates/profile-hints';
import type { OwnProfile } from '../../services/candidates/read-me';
import { reconfirmDueOn } from '../../services/candidates/search-state';
import { For } from '../audience';
import {
  AccommodationKindEnum,
  CandidateStatusEnum,
  DisabilityKindEnum,
  EducationLevelEnum,
  EmploymentTypeEnum,
  EvidenceStatusEnum,
  GenderEnum,
  ProficiencyLevelEnum,
  ProfileHintEnum,
} from '../enums';
import { encodeNodeId } from '../node-id';
import { DateScalar, DateTimeScalar, RupiahScalar } from '../scalars';
import { UserErrorView } from '../user-error.view';

@ObjectType('HeldCompetency', {
  description: 'A competency that the person holds, and how that is known.',
  simpleResolvers: true,
})
@For('candidate', 'office')
export class HeldCompetencyView {
  competencyKey: string;

  @For('candidate', 'office')
  @Field(() => ProficiencyLevelEnum, { description: 'How well.' })
  level: ProficiencyLevel;

  @For('candidate', 'office')
  @Field(() => EvidenceStatusEnum, { description: 'How it is known.' })
  evidence: EvidenceStatus;

  @For('candidate', 'office')
  @Field(() => Int, { nullable: true, description: 'For how many years it was used.' })
  yearsUsed: number | null;

  @For('candidate', 'office')
  @Field(() => DateScalar, { nullable: true, description: 'When it was last used.' })
  lastUsed: string | null;
}

export const toHeldCompetencyView = (row: CandidateCompetency): HeldCompetencyView =>
  Object.assign(new HeldCompetencyView(), {
    competencyKey: row.competencyId,
    level: proficiencyLevels[row.level - 1],
    evidence: row.evidence,
    yearsUsed: row.yearsUsed,
    lastUsed: row.lastUsedOn,
  });

@ObjectType('WorkExperience', {
  description: 'A job that the person had or has.',
  simpleResolvers: true,
})
@For('candidate', 'office')
export class WorkExperienceView {
  occupationKey: string | null;

  @For('candidate', 'office')
  @Field(() => String, { description: 'Title, in the person’s words.' })
  title: string;

  @For('candidate', 'office')
  @Field(() => String, { nullable: true, description: 'At whose.' })
  employerName: string | null;

  @For('candidate', 'office')
  @Field(() => DateScalar, { description: 'First day.' })
  from: string;

  @For('candidate', 'office')
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null = still there.' })
  to: string | null;
}

export const toWorkView = (row: WorkExperience): WorkExperienceView =>
  Object.assign(new WorkExperienceView(), {
    occupationKey: row.occupationId,
    title: row.title,
    employerName: row.employerName,
    from: row.startedOn,
    to: row.endedOn,
  });

@ObjectType('DisabilityProfile', {
  description: 'What the person says of disabilities; never an input of matching.',
  simpleResolvers: true,
})
@For('candidate', 'office')
export class DisabilityProfileView {
  @For('candidate', 'office')
  @Field(() => [DisabilityKindEnum], { description: 'Empty = none.' })
  kinds: DisabilityKind[];

  @For('candidate', 'office')
  @Field(() => [AccommodationKindEnum], { description: 'What the person needs at work.' })
  accommodations: AccommodationKind[];
}

@ObjectType('MyProfile', {
  description: 'Everything that the service keeps of the signed-in person, for their own eyes.',
  simpleResolvers: true,
})
@For('candidate')
export class MyProfileView {
  person: Candidate;

  @For('candidate')
  @Field(() => ID, { description: 'Global id; opaque.' })
  id: string;

  @For('candidate')
  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;

  @For('candidate')
  @Field(() => CandidateStatusEnum, { description: 'State of the search for work.' })
  status: CandidateStatus;

  @For('candidate')
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the person agrees to be matched; null = in no ranking.',
  })
  matchingConsentAt: Date | null;

  @For('candidate')
  @Field(() => DateScalar, { description: 'When the search was last confirmed.' })
  confirmedOn: string;

  @For('candidate')
  @Field(() => DateScalar, { description: 'Until when to confirm it again; then it is paused.' })
  reconfirmDueOn: string;

  @For('candidate')
  @Field(() => String, { description: 'Name.' })
  fullName: string;

  @For('candidate')
  @Field(() => String, { nullable: true, description: 'Mobile number, +628….' })
  phone: string | null;

  @For('candidate')
  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email: string | null;

  @For('candidate')
  @Field(() => DateScalar, { nullable: true, description: 'For statistics and the card only.' })
  birthDate: string | null;

  @For('candidate')
  @Field(() => GenderEnum, { nullable: true, description: 'For statistics and the card only.' })
  gender: Gender | null;

  @For('candidate')
  @Field(() => String, { nullable: true, description: 'Address, where the office wrote it down.' })
  address: string | null;

  @For('candidate')
  @Field(() => EducationLevelEnum, { nullable: true, description: 'Highest education.' })
  education: EducationLevel | null;

  @For('candidate')
  @Field(() => [EmploymentTypeEnum], { description: 'Welcome forms; none = not stated.' })
  employmentTypes: EmploymentType[];

  @For('candidate')
  @Field(() => DateScalar, { nullable: true, description: 'From when on the person can work.' })
  availableFrom: string | null;

  @For('candidate')
  @Field(() => RupiahScalar, { nullable: true, description: 'Expected wage a month.' })
  expectedWage: string | null;

  @For('candidate')
  @Field(() => [HeldCompetencyView], { description: 'What the person can do; at most 200.' })
  competencies: HeldCompetencyView[];

  @For('candidate')
  @Field(() => [WorkExperienceView], { description: 'The newest first; at most 50.' })
  workExperiences: WorkExperienceView[];

  @For('candidate')
  @Field(() => DisabilityProfileView, { nullable: true, description: 'Null = nothing was said.' })
  disability: DisabilityProfileView | null;

  @For('candidate')
  @Field(() => [ProfileHintEnum], {
    description: 'What would make matches better, the weightiest first.',
  })
  hints: readonly ProfileHint[];
}

export function toMyProfileView(own: OwnProfile): MyProfileView {
  const { person, competencies, works, disability, hints } = own;
  const { status, version, matchingConsentAt, confirmedOn, fullName, phone, email } = person;
  const { birthDate, gender, address, education, employmentTypes, availableFrom } = person;
  return Object.assign(new MyProfileView(), {
    ...{ person, status, version, matchingConsentAt, confirmedOn, fullName, phone, email },
    ...{ birthDate, gender, address, education, employmentTypes, availableFrom, hints },
    id: encodeNodeId('Candidate', person.id),
    reconfirmDueOn: reconfirmDueOn(confirmedOn),
    expectedWage: person.expectedWage,
    competencies: competencies.map(toHeldCompetencyView),
    workExperiences: works.map(toWorkView),
    disability: disability && Object.assign(new DisabilityProfileView(), disability),
  });
}

@ObjectType({ description: 'What became of the own record.', simpleResolvers: true })
@For('candidate')
export class MyProfilePayload {
  @For('candidate')
  @Field(() => MyProfileView, { nullable: true, description: 'The record; null when refused.' })
  me: MyProfileView | null;

  @For('candidate')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}
