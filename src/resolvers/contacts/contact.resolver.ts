import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../services/problems';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { decodeUuid } from '../node-id';
import { toUserErrors } from '../user-error.view';
import { toVacancyView, VacancyView } from '../vacancies/vacancy.view';
import {
  ApplyInput,
  InviteCandidateInput,
  MoveApplicationInput,
  RespondToInvitationInput,
  VacancyApplicationsArgs,
  WithdrawApplicationInput,
} from './contact.input';
import {
  ApplicationConnection,
  ApplicationPayload,
  ApplicationView,
  InvitationConnection,
  InvitationPayload,
  InvitationView,
  toApplicationView,
  toInvitationView,
} from './contact.view';

const NO_LONGER_PUBLIC = 'What it is about; null for a vacancy that the viewer no longer sees.';
const ONE = { first: 1, after: null } as const;

@Resolver(() => InvitationView)
export class InvitationResolver {
  @For('candidate')
  @Query(() => InvitationConnection, { description: 'Who asked the signed-in person to apply.' })
  async invitations(
    @Args() args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<InvitationConnection> {
    const list = context.cursors.forList('invitations');
    const request = toSliceRequest<string>(args, list);
    const slice = await context.services.contacts.listInvitations(viewerOf(context), request);
    return toSliceConnection(slice, list, (listed) => ({ node: toInvitationView(listed) }));
  }

  @For('employer', 'candidate')
  @FieldResolver(() => VacancyView, { nullable: true, description: NO_LONGER_PUBLIC })
  vacancy(@Root() { vacancyKey }: InvitationView, @Ctx() context: Context) {
    return findVacancy(vacancyKey, context);
  }

  @For('employer')
  @Mutation(() => InvitationPayload, {
    description:
      'Asks somebody to apply, for a verified employer; it can be answered for 14 days. A person is asked at most five times a week, by all employers together.',
  })
  async inviteCandidate(
    @Arg('input', () => InviteCandidateInput, { description: 'Whom, to what, in which words.' })
    input: InviteCandidateInput,
    @Ctx() context: Context,
  ): Promise<InvitationPayload> {
    const { contacts } = context.services;
    const viewer = viewerOf(context);
    const { value, problems } = await contacts.invite(viewer, {
      ...input,
      vacancyId: decodeUuid('Vacancy', input.vacancyId, 'input.vacancyId'),
    });
    const found = value === null ? null : await contacts.find(viewer, value);
    return { invitation: found && toInvitationView(found), userErrors: toUserErrors(problems) };
  }

  @For('candidate')
  @Mutation(() => InvitationPayload, {
    description: 'Accepts an invitation, which is applying, or declines it for good.',
  })
  async respondToInvitation(
    @Arg('input', () => RespondToInvitationInput, { description: 'The answer.' })
    { id, ...input }: RespondToInvitationInput,
    @Ctx() context: Context,
  ): Promise<InvitationPayload> {
    const { contacts } = context.services;
    const viewer = viewerOf(context);
    const { value, problems } = await contacts.respond(viewer, {
      ...input,
      invitationId: decodeUuid('Invitation', id, 'input.id'),
    });
    const found = value === null ? null : await contacts.listInvitations(viewer, ONE, value);
    const [row] = found?.rows ?? [];
    return {
      invitation: row ? toInvitationView(row.item) : null,
      userErrors: toUserErrors(problems),
    };
  }
}

@Resolver(() => ApplicationView)
export class ApplicationResolver {
  @For('candidate')
  @Query(() => ApplicationConnection, { description: 'What the signed-in person applied for.' })
  async applications(
    @Args() args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<ApplicationConnection> {
    const list = context.cursors.forList('applications');
    const request = toSliceRequest<string>(args, list);
    const slice = await context.services.contacts.listApplications(viewerOf(context), request);
    return toSliceConnection(slice, list, (listed) => ({ node: toApplicationView(listed) }));
  }

  @For('employer')
  @Query(() => ApplicationConnection, {
    description: 'Who applied for a vacancy of the viewer’s employer.',
  })
  async vacancyApplications(
    @Args() { vacancyId: id, states, ...page }: VacancyApplicationsArgs,
    @Ctx() context: Context,
  ): Promise<ApplicationConnection> {
    const asked = { vacancyId: decodeUuid('Vacancy', id, 'vacancyId'), states: states ?? [] };
    const list = context.cursors.forList('vacancyApplications', asked);
    const request = toSliceRequest<string>(page, list);
    const { contacts } = context.services;
    const slice = await contacts.listOfVacancy(viewerOf(context), asked, request);
    return toSliceConnection(slice, list, (listed) => ({ node: toApplicationView(listed) }));
  }

  @For('employer', 'candidate')
  @FieldResolver(() => VacancyView, { nullable: true, description: NO_LONGER_PUBLIC })
  vacancy(@Root() { vacancyKey }: ApplicationView, @Ctx() context: Context) {
    return findVacancy(vacancyKey, context);
  }

  @For('candidate')
  @Mutation(() => ApplicationPayload, {
    description: 'Applies for an open vacancy: its employer then learns who the person is.',
  })
  async apply(
    @Arg('input', () => ApplyInput, { description: 'For what, and what is shared.' })
    { vacancyId, message, ...input }: ApplyInput,
    @Ctx() context: Context,
  ): Promise<ApplicationPayload> {
    const outcome = await context.services.contacts.apply(viewerOf(context), {
      ...input,
      vacancyId: decodeUuid('Vacancy', vacancyId, 'input.vacancyId'),
      message: message ?? null,
    });
    return toOwnPayload(outcome, context);
  }

  @For('candidate')
  @Mutation(() => ApplicationPayload, {
    description: 'Takes an application back, with all that was shared for it.',
  })
  async withdrawApplication(
    @Arg('input', () => WithdrawApplicationInput, { description: 'The application.' })
    { clientMutationId, id }: WithdrawApplicationInput,
    @Ctx() context: Context,
  ): Promise<ApplicationPayload> {
    const outcome = await context.services.contacts.withdraw(viewerOf(context), {
      clientMutationId,
      applicationId: decodeUuid('Application', id, 'input.id'),
    });
    return toOwnPayload(outcome, context);
  }

  @For('employer')
  @Mutation(() => ApplicationPayload, {
    description: 'Moves an application on, or refuses it, for a verified employer.',
  })
  async moveApplication(
    @Arg('input', () => MoveApplicationInput, { description: 'Which, and where to.' })
    { clientMutationId, id, to, reason }: MoveApplicationInput,
    @Ctx() context: Context,
  ): Promise<ApplicationPayload> {
    const { contacts } = context.services;
    const viewer = viewerOf(context);
    const applicationId = decodeUuid('Application', id, 'input.id');
    const command = { clientMutationId, applicationId, to, reason: reason ?? null };
    const { value, problems } = await contacts.move(viewer, command);
    const found = value === null ? null : await contacts.find(viewer, value);
    return { application: found && toApplicationView(found), userErrors: toUserErrors(problems) };
  }
}

async function findVacancy(key: string, { loaders }: Context): Promise<VacancyView | null> {
  const vacancy = await loaders.vacancies.load(key);
  return vacancy && toVacancyView(vacancy);
}

async function toOwnPayload(
  { value, problems }: Outcome<string>,
  context: Context,
): Promise<ApplicationPayload> {
  if (value === null) return { application: null, userErrors: toUserErrors(problems) };
  const { listApplications } = context.services.contacts;
  const { rows } = await listApplications(viewerOf(context), ONE, value);
  return { application: rows[0] ? toApplicationView(rows[0].item) : null, userErrors: [] };
}
