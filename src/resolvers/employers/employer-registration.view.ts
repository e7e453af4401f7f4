import { Field, ID, ObjectType } from 'type-graphql';
import type { Membership } from '../../entities';
import { type MembershipRole, membershipRoles } from '../../entities/vocabulary';
import type { Registration } from '../../services/employers/registrations';
import { For } from '../audience';
import { enumOf } from '../enums';
import { connectionOf, edgeOf } from '../lists/connection';
import { encodeNodeId } from '../node-id';
import { DateScalar, DateTimeScalar } from '../scalars';
import { UserErrorView } from '../user-error.view';
import { EmployerView, toEmployerView } from './employer.view';

export const MembershipRoleEnum = enumOf(
  'MembershipRole',
  membershipRoles,
  'In which role an account acts for an employer.',
  { RECRUITER: 'On a mandate with a beginning and an end.' },
);

@ObjectType('EmployerRegistration', {
  description: 'How an employer signed up and what the labour office decided.',
  simpleResolvers: true,
})
@For('employer', 'office')
export class EmployerRegistrationView {
  @For('employer', 'office')
  @Field(() => EmployerView, { description: 'The employer.' })
  employer: EmployerView;

  @For('employer', 'office')
  @Field(() => String, {
    nullable: true,
    description: 'Business identification number (NIB); null for an informal employer.',
  })
  businessIdNumber: string | null;

  @For('employer', 'office')
  @Field(() => DateTimeScalar, { description: 'When it signed up.' })
  registeredAt: Date;

  @For('employer', 'office')
  @Field(() => DateTimeScalar, { description: 'Until when the office promises to decide.' })
  decideBy: Date;

  @For('employer', 'office')
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When somebody of the office saw its place of work.',
  })
  visitedAt: Date | null;

  @For('employer', 'office')
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the office last decided.' })
  decidedAt: Date | null;

  @For('employer', 'office')
  @Field(() => String, { nullable: true, description: 'The reason that the office gave.' })
  reason: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A registration and its place in the list.' })
@For('office')
export class EmployerRegistrationEdge extends edgeOf(EmployerRegistrationView, 'office') {}

@ObjectType({ simpleResolvers: true, description: 'Registrations of employers.' })
@For('office')
export class EmployerRegistrationConnection extends connectionOf(
  EmployerRegistrationEdge,
  'office',
) {}

@ObjectType('Member', {
  description: 'An account that acts for an employer, now or from a later day.',
  simpleResolvers: true,
})
@For('employer')
export class MemberView {
  @For('employer')
  @Field(() => ID, { description: 'Of the membership.' })
  id: string;

  @For('employer')
  @Field(() => String, { description: 'Name of the account.' })
  displayName: string;

  @For('employer')
  @Field(() => MembershipRoleEnum, { description: 'In which role.' })
  role: MembershipRole;

  @For('employer')
  @Field(() => DateTimeScalar, { description: 'From when on.' })
  startsAt: Date;

  @For('employer')
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; null = open.' })
  endsAt: Date | null;

  @For('employer')
  @Field(() => String, {
    nullable: true,
    description: 'Placement licence (LPTKS) under which a recruiter acts.',
  })
  licenceNumber: string | null;

  @For('employer')
  @Field(() => DateScalar, { nullable: true, description: 'Last day of the licence.' })
  licenceEndsOn: string | null;
}

@ObjectType({ description: 'What became of an employer.', simpleResolvers: true })
@For('employer', 'office')
export class EmployerPayload {
  @For('employer', 'office')
  @Field(() => EmployerView, { nullable: true, description: 'The employer; null when refused.' })
  employer: EmployerView | null;

  @For('employer', 'office')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

@ObjectType({
  description: 'A code by which somebody comes to act for an employer.',
  simpleResolvers: true,
})
@For('employer')
export class InvitationCodePayload {
  @For('employer')
  @Field(() => String, {
    nullable: true,
    description:
      'To be handed over within seven days; usable once, told once: null when refused or when the answer is repeated.',
  })
  code: string | null;

  @For('employer')
  @Field(() => [UserErrorView], { description: 'Why there is none; empty when there is.' })
  userErrors: UserErrorView[];
}

export function toRegistrationView(registration: Registration): EmployerRegistrationView {
  const { employer, businessIdNumber, registeredAt, decideBy, visitedAt, decidedAt, reason } =
    registration;
  return {
    ...{ businessIdNumber, registeredAt, decideBy, visitedAt, decidedAt, reason },
    employer: toEmployerView(employer),
  };
}

export function toMemberView(membership: Membership): MemberView {
  const { id, role, startsAt, endsAt, licenceNumber, licenceEndsOn, account } = membership;
  return {
    ...{ role, startsAt, endsAt, licenceNumber, licenceEndsOn },
    id: encodeNodeId('Membership', id),
    displayName: account.displayName,
  };
}
