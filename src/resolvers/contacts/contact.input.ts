import { Allow, ArrayMaxSize, IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import {
  type ApplicationState,
  applicationStates,
  sharingPurposes,
} from '../../entities/vocabulary';
import { type EmployerMove, employerMoves } from '../../services/contacts/contact-state';
import { For } from '../audience';
import { enumOf } from '../enums';
import { ConnectionArgs } from '../lists/connection';
import { MutationInput } from '../mutation.input';
import { ApplicationStateEnum } from './contact.view';

const SharingPurposeEnum = enumOf(
  'SharingPurpose',
  sharingPurposes,
  'What a person lets an employer know for one vacancy.',
  {
    SHARE_WITH_EMPLOYER: 'Who the person is',
    SHARE_ACCOMMODATIONS: 'Which accommodations the person needs',
  },
);
const EmployerMoveEnum = enumOf(
  'EmployerMove',
  employerMoves,
  'Where an employer moves an application: forwards, or to its refusal.',
);

@InputType({ description: 'What a person lets an employer know, and the words agreed to.' })
@For('candidate')
export class ShareInput {
  @Allow()
  @Field(() => SharingPurposeEnum, { description: 'What.' })
  purpose: (typeof sharingPurposes)[number];

  @Allow()
  @Field(() => String, { description: 'The version of `consentTexts` that the person read.' })
  textVersion: string;
}

@InputType({ description: 'An invitation to somebody whom the employer knows by a handle.' })
@For('employer')
export class InviteCandidateInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'An open vacancy of the viewer’s employer.' })
  vacancyId: string;

  @Allow()
  @Field(() => ID, { description: 'The pseudonym on the person’s card.' })
  handle: string;

  @Allow()
  @Field(() => String, { description: 'Plain text, up to 2,000 characters.' })
  message: string;
}

@InputType({ description: 'The answer to an invitation.' })
@For('candidate')
export class RespondToInvitationInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The invitation.' })
  id: string;

  @Allow()
  @Field(() => Boolean, { description: 'True = apply; false = no, for good.' })
  accept: boolean;

  @ArrayMaxSize(sharingPurposes.length)
  @Field(() => [ShareInput], {
    defaultValue: [],
    description: 'What the employer may know; needed to accept.',
  })
  share: ShareInput[];
}

@InputType({ description: 'An application of the signed-in person.' })
@For('candidate')
export class ApplyInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'An open vacancy.' })
  vacancyId: string;

  @ArrayMaxSize(sharingPurposes.length)
  @Field(() => [ShareInput], { description: 'What the employer may know, for 90 days.' })
  share: ShareInput[];

  @Allow()
  @Field(() => String, {
    nullable: true,
    description: 'Plain text for the employer, up to 2,000 characters.',
  })
  message?: string | null;
}

@InputType({ description: 'An application of the signed-in person.' })
@For('candidate')
export class WithdrawApplicationInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The application.' })
  id: string;
}

@InputType({ description: 'An application, and what becomes of it.' })
@For('employer')
export class MoveApplicationInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The application.' })
  id: string;

  @Allow()
  @Field(() => EmployerMoveEnum, { description: 'Where to.' })
  to: EmployerMove;

  @Allow()
  @Field(() => String, {
    nullable: true,
    description: 'Why, for the person; plain text, up to 500 characters.',
  })
  reason?: string | null;
}

@ArgsType()
export class VacancyApplicationsArgs extends ConnectionArgs {
  @Allow()
  @Field(() => ID, { description: 'A vacancy of the viewer’s employer.' })
  vacancyId: string;

  @IsOptional()
  @ArrayMaxSize(applicationStates.length)
  @Field(() => [ApplicationStateEnum], {
    nullable: true,
    description: 'Only in one of these states; by default in all.',
  })
  states?: ApplicationState[] | null;
}
