import { Allow, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { EmployerSector } from '../../entities/vocabulary';
import {
  type VerificationDecision,
  verificationDecisions,
} from '../../services/employers/decide-verification';
import { For } from '../audience';
import { EmployerSectorEnum, enumOf } from '../enums';
import { MutationInput } from '../mutation.input';
import { DateScalar, DateTimeScalar } from '../scalars';

const VerificationDecisionEnum = enumOf(
  'VerificationDecision',
  verificationDecisions,
  'What an office decides about an employer.',
);

const InvitedRoleEnum = enumOf(
  'InvitedRole',
  ['OWNER', 'STAFF'] as const,
  'A role among the employer’s own people.',
);

@InputType({ description: 'A new employer.' })
@For('employer')
export class RegisterEmployerInput extends MutationInput {
  @Allow()
  @Field(() => String, { description: 'Name, up to 200 characters.' })
  name: string;

  @Allow()
  @Field(() => EmployerSectorEnum, { defaultValue: 'PRIVATE', description: 'Sector.' })
  sector: EmployerSector;

  @Allow()
  @Field(() => String, { description: 'Official code of the region where it is seated.' })
  regionCode: string;

  @IsOptional()
  @Field(() => String, {
    nullable: true,
    description:
      'Business identification number (NIB), 13 digits; without one the office visits the employer first.',
  })
  businessIdNumber?: string | null;
}

@InputType({ description: 'Whom an employer takes among its own people.' })
@For('employer')
export class InviteMemberInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The employer.' })
  employerId: string;

  @Allow()
  @Field(() => InvitedRoleEnum, { description: 'In which role.' })
  role: 'OWNER' | 'STAFF';
}

@InputType({ description: 'A recruiter’s mandate.' })
@For('employer')
export class GrantMandateInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The employer.' })
  employerId: string;

  @IsOptional()
  @Field(() => DateTimeScalar, { nullable: true, description: 'From when on; by default now.' })
  startsAt?: Date | null;

  @Allow()
  @Field(() => DateTimeScalar, {
    description: 'Until when; it ends with the placement licence at the latest.',
  })
  endsAt: Date;

  @Allow()
  @Field(() => String, { description: 'Number of the placement licence (LPTKS).' })
  licenceNumber: string;

  @Allow()
  @Field(() => DateScalar, { description: 'Last day of the licence.' })
  licenceEndsOn: string;
}

@InputType({ description: 'A code that an employer handed over.' })
@For('employer')
export class JoinEmployerInput extends MutationInput {
  @Allow()
  @Field(() => String, { description: 'The code.' })
  code: string;
}

@InputType({ description: 'A membership or mandate to end.' })
@For('employer')
export class EndMembershipInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The membership.' })
  membershipId: string;
}

@InputType({ description: 'What an office decides about an employer.' })
@For('office')
export class DecideVerificationInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The employer.' })
  employerId: string;

  @Allow()
  @Field(() => VerificationDecisionEnum, { description: 'The decision.' })
  decision: VerificationDecision;

  @Allow()
  @Field(() => String, { description: 'Why, up to 500 characters; the employer reads it.' })
  reason: string;
}

@InputType({ description: 'A visit at an employer’s place of work.' })
@For('office')
export class RecordEmployerVisitInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The employer.' })
  employerId: string;
}
