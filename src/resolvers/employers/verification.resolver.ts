import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { decodeUuid } from '../node-id';
import { toEmployerPayload } from './employer-mutations.resolver';
import { DecideVerificationInput, RecordEmployerVisitInput } from './employer-registration.input';
import {
  EmployerPayload,
  EmployerRegistrationConnection,
  toRegistrationView,
} from './employer-registration.view';

@Resolver()
export class VerificationResolver {
  @For('office')
  @Query(() => EmployerRegistrationConnection, {
    description: 'Employers in the own area who wait for a decision, the most urgent first.',
  })
  async verificationQueue(@Args() args: ConnectionArgs, @Ctx() context: Context) {
    const { cursors, services } = context;
    const list = cursors.forList('verificationQueue', {});
    const request = toSliceRequest<readonly [string, string]>(args, list);
    const slice = await services.employers.verificationQueue(viewerOf(context), request);
    return toSliceConnection(slice, list, (item) => ({ node: toRegistrationView(item) }));
  }

  @For('office')
  @Mutation(() => EmployerPayload, {
    description:
      'Verifies, rejects or suspends an employer; a suspended one loses the cards at once, and its vacancies are hidden until it is verified again.',
  })
  async decideVerification(
    @Arg('input', () => DecideVerificationInput, { description: 'The decision.' })
    { employerId, ...rest }: DecideVerificationInput,
    @Ctx() context: Context,
  ): Promise<EmployerPayload> {
    const id = decodeUuid('Employer', employerId, 'input.employerId');
    const command = { ...rest, employerId: id };
    const { employers } = context.services;
    return toEmployerPayload(await employers.decide(viewerOf(context), command), context);
  }

  @For('office')
  @Mutation(() => EmployerPayload, {
    description: 'Writes down that somebody of the office saw the employer’s place of work today.',
  })
  async recordEmployerVisit(
    @Arg('input', () => RecordEmployerVisitInput, { description: 'Which employer.' })
    { clientMutationId, employerId }: RecordEmployerVisitInput,
    @Ctx() context: Context,
  ): Promise<EmployerPayload> {
    const id = decodeUuid('Employer', employerId, 'input.employerId');
    const command = { clientMutationId, employerId: id };
    const { employers } = context.services;
    return toEmployerPayload(await employers.recordVisit(viewerOf(context), command), context);
  }
}
