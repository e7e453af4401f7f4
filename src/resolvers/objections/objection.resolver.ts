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
import { ObjectionInput, ObjectToMatchInput } from './objection.input';
import {
  ObjectionConnection,
  ObjectionPayload,
  ObjectionView,
  toObjectionView,
} from './objection.view';

const ONE = { first: 1, after: null } as const;

@Resolver(() => ObjectionView)
export class ObjectionResolver {
  @For('candidate')
  @Query(() => ObjectionConnection, {
    description: 'The signed-in person’s objections and their answers, newest first.',
  })
  async objections(
    @Args() args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<ObjectionConnection> {
    const { cursors, services } = context;
    const list = cursors.forList('objections');
    const request = toSliceRequest<readonly [string, string]>(args, list);
    const slice = await services.objections.list(viewerOf(context), request);
    const now = services.clock.now();
    return toSliceConnection(slice, list, (item) => ({ node: toObjectionView(item, now) }));
  }

  @For('candidate', 'office')
  @FieldResolver(() => VacancyView, {
    nullable: true,
    description: 'Whose ranking it is about; null for a vacancy that is no longer public.',
  })
  async vacancy(@Root() { vacancyKey }: ObjectionView, @Ctx() { loaders }: Context) {
    const vacancy = await loaders.vacancies.load(vacancyKey);
    return vacancy && toVacancyView(vacancy);
  }

  @For('candidate')
  @Mutation(() => ObjectionPayload, {
    description:
      'Objects to how a vacancy’s ranking treated the signed-in person, eligible or not; the labour office answers within 14 days. One open objection a vacancy, five a day.',
  })
  async objectToMatch(
    @Arg('input', () => ObjectToMatchInput, { description: 'To what, and why.' })
    { vacancyId, ...input }: ObjectToMatchInput,
    @Ctx() context: Context,
  ): Promise<ObjectionPayload> {
    const outcome = await context.services.objections.file(viewerOf(context), {
      ...input,
      vacancyId: decodeUuid('Vacancy', vacancyId, 'input.vacancyId'),
    });
    return await toOwnPayload(outcome, context);
  }

  @For('candidate')
  @Mutation(() => ObjectionPayload, { description: 'Takes an objection back that is open.' })
  async withdrawObjection(
    @Arg('input', () => ObjectionInput, { description: 'The objection.' })
    { clientMutationId, id }: ObjectionInput,
    @Ctx() context: Context,
  ): Promise<ObjectionPayload> {
    const command = { clientMutationId, objectionId: decodeUuid('Objection', id, 'input.id') };
    const outcome = await context.services.objections.withdraw(viewerOf(context), command);
    return await toOwnPayload(outcome, context);
  }
}

async function toOwnPayload(
  { value, problems }: Outcome<string>,
  context: Context,
): Promise<ObjectionPayload> {
  if (value === null) return { objection: null, userErrors: toUserErrors(problems) };
  const { objections, clock } = context.services;
  const { rows } = await objections.list(viewerOf(context), ONE, value);
  return {
    objection: rows[0] ? toObjectionView(rows[0].item, clock.now()) : null,
    userErrors: [],
  };
}
