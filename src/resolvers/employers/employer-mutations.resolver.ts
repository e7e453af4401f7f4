import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { errors } from '../../errors';
import type { InvitedMember } from '../../services/employers/invite-member';
import type { Outcome } from '../../services/problems';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { decodeUuid } from '../node-id';
import { toUserErrors } from '../user-error.view';
import { toEmployerView } from './employer.view';
import {
  EndMembershipInput,
  GrantMandateInput,
  InviteMemberInput,
  JoinEmployerInput,
  RegisterEmployerInput,
} from './employer-registration.input';
import {
  EmployerPayload,
  EmployerRegistrationView,
  InvitationCodePayload,
  MemberView,
  toMemberView,
  toRegistrationView,
} from './employer-registration.view';

@Resolver()
export class EmployerMutationsResolver {
  @For('employer', 'office')
  @Query(() => EmployerRegistrationView, {
    description: 'How an employer of the viewer, or of the own office’s area, signed up.',
  })
  async employerRegistration(
    @Arg('employerId', () => ID, { description: 'The employer.' }) employerId: string,
    @Ctx() context: Context,
  ): Promise<EmployerRegistrationView> {
    const id = decodeUuid('Employer', employerId, 'employerId');
    return toRegistrationView(
      await context.services.employers.findRegistration(viewerOf(context), id),
    );
  }

  @For('employer')
  @Query(() => [MemberView], {
    description: 'Everybody who acts for an employer or will; only its owners see them.',
  })
  async members(
    @Arg('employerId', () => ID, { description: 'The employer.' }) employerId: string,
    @Ctx() context: Context,
  ): Promise<MemberView[]> {
    const id = decodeUuid('Employer', employerId, 'employerId');
    return (await context.services.employers.listMembers(viewerOf(context), id)).map(toMemberView);
  }

  @For('employer')
  @Mutation(() => EmployerPayload, {
    description:
      'Signs up an employer with the viewer as its owner; the labour office verifies it within three days.',
  })
  async registerEmployer(
    @Arg('input', () => RegisterEmployerInput, { description: 'The employer.' })
    input: RegisterEmployerInput,
    @Ctx() context: Context,
  ): Promise<EmployerPayload> {
    const { businessIdNumber = null, ...rest } = input;
    const command = { ...rest, businessIdNumber };
    return toEmployerPayload(
      await context.services.employers.register(viewerOf(context), command),
      context,
    );
  }

  @For('employer')
  @Mutation(() => InvitationCodePayload, {
    description: 'Makes a code by which one person joins the employer’s own people.',
  })
  async inviteMember(
    @Arg('input', () => InviteMemberInput, { description: 'Whom.' })
    { employerId, ...rest }: InviteMemberInput,
    @Ctx() context: Context,
  ): Promise<InvitationCodePayload> {
    const id = decodeUuid('Employer', employerId, 'input.employerId');
    const command = { ...rest, employerId: id };
    return toCodePayload(
      await context.services.employers.inviteMember(viewerOf(context), command),
      context,
    );
  }

  @For('employer')
  @Mutation(() => InvitationCodePayload, {
    description: 'Makes a code by which one licensed recruiter receives a mandate.',
  })
  async grantMandate(
    @Arg('input', () => GrantMandateInput, { description: 'The mandate.' })
    { employerId, startsAt = null, ...rest }: GrantMandateInput,
    @Ctx() context: Context,
  ): Promise<InvitationCodePayload> {
    const id = decodeUuid('Employer', employerId, 'input.employerId');
    const command = { ...rest, startsAt, employerId: id };
    return toCodePayload(
      await context.services.employers.grantMandate(viewerOf(context), command),
      context,
    );
  }

  @For('employer')
  @Mutation(() => EmployerPayload, {
    description: 'Takes up a membership or mandate by its code.',
  })
  async joinEmployer(
    @Arg('input', () => JoinEmployerInput, { description: 'The code.' }) input: JoinEmployerInput,
    @Ctx() context: Context,
  ): Promise<EmployerPayload> {
    return toEmployerPayload(
      await context.services.employers.join(viewerOf(context), input),
      context,
    );
  }

  @For('employer')
  @Mutation(() => EmployerPayload, {
    description: 'Takes a member’s or recruiter’s right to act for an employer away.',
  })
  async endMembership(
    @Arg('input', () => EndMembershipInput, { description: 'The membership.' })
    { clientMutationId, membershipId }: EndMembershipInput,
    @Ctx() context: Context,
  ): Promise<EmployerPayload> {
    const id = decodeUuid('Membership', membershipId, 'input.membershipId');
    const command = { clientMutationId, membershipId: id };
    return toEmployerPayload(
      await context.services.employers.endMembership(viewerOf(context), command),
      context,
    );
  }
}

/** The employer that an outcome names. */
export async function toEmployerPayload(
  { value, problems }: Outcome<string>,
  { loaders }: Context,
): Promise<EmployerPayload> {
  const userErrors = toUserErrors(problems);
  if (value === null) return { employer: null, userErrors };
  const employer = await loaders.employers.clear(value).load(value);
  if (employer === null) throw errors.object.notFound('employer');
  return { employer: toEmployerView(employer), userErrors };
}

const toCodePayload = (
  { value, problems }: Outcome<InvitedMember>,
  _context: Context,
): InvitationCodePayload => ({
  code: value?.code ?? null,
  userErrors: toUserErrors(problems),
});
