import { Allow } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Outcome } from '../../services/problems';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { MatchView } from '../matching/match.view';
import { matchPresenter } from '../matching/present-match';
import { decodeUuid } from '../node-id';
import { toUserErrors } from '../user-error.view';
import { DecideObjectionInput, ObjectionInput } from './objection.input';
import {
  ObjectionCaseView,
  ObjectionConnection,
  ObjectionCountView,
  ObjectionPayload,
  toObjectionCaseView,
  toObjectionCountView,
  toObjectionView,
} from './objection.view';

/** Scores one person, and looks the person up among all of an order. */
const CASE_COST = 20;

@ArgsType()
class ObjectionCaseArgs {
  @Allow()
  @Field(() => ID, { description: 'The objection.' })
  id: string;
}

@Resolver(() => ObjectionCaseView)
export class ObjectionReviewResolver {
  @For('office')
  @Query(() => ObjectionConnection, {
    description:
      'Objections of people of the officer’s area that wait for an answer, overdue ones first.',
  })
  async objectionQueue(
    @Args() args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<ObjectionConnection> {
    const { cursors, services } = context;
    const list = cursors.forList('objectionQueue');
    const request = toSliceRequest<readonly [string, string]>(args, list);
    const slice = await services.objections.queue(viewerOf(context), request);
    const now = services.clock.now();
    return toSliceConnection(slice, list, (item) => ({ node: toObjectionView(item, now) }));
  }

  @For('office')
  @Query(() => ObjectionCaseView, {
    complexity: CASE_COST,
    description:
      'An objection as the officer looks at it: the words, and the match as the person sees it. Noted in the person’s disclosures.',
  })
  async objectionCase(
    @Args() { id }: ObjectionCaseArgs,
    @Ctx() context: Context,
  ): Promise<ObjectionCaseView> {
    const { services } = context;
    const key = decodeUuid('Objection', id);
    const opened = await services.objections.openCase(viewerOf(context), key);
    return toObjectionCaseView(opened, services.clock.now());
  }

  @For('office')
  @FieldResolver(() => MatchView, {
    nullable: true,
    description:
      'How the person fits, as of now; null for a vacancy that is not open and a person who is not matched.',
  })
  match(@Root() { source }: ObjectionCaseView, @Ctx() { loaders }: Context): MatchView | null {
    const { match, objection } = source;
    if (match === null) return null;
    const presenter = matchPresenter(objection.vacancyId, loaders);
    return presenter.present(match.match, match.counterfactuals);
  }

  @For('office')
  @Query(() => [ObjectionCountView], {
    complexity: 20,
    description: 'Objections of the own area by month and state, of the last two years.',
  })
  async objectionCounts(@Ctx() context: Context): Promise<ObjectionCountView[]> {
    const counted = await context.services.objections.count(viewerOf(context));
    return counted.map(toObjectionCountView);
  }

  @For('office')
  @Mutation(() => ObjectionPayload, {
    description: 'The viewer looks at this objection from now on, perhaps in place of a colleague.',
  })
  async takeObjection(
    @Arg('input', () => ObjectionInput, { description: 'The objection.' })
    { clientMutationId, id }: ObjectionInput,
    @Ctx() context: Context,
  ): Promise<ObjectionPayload> {
    const command = { clientMutationId, objectionId: decodeUuid('Objection', id, 'input.id') };
    const outcome = await context.services.objections.take(viewerOf(context), command);
    return await toPayload(outcome, context);
  }

  @For('office')
  @Mutation(() => ObjectionPayload, {
    description:
      'Answers an objection that the viewer took. No score changes by it: what follows is named, and the next ranking is made as every other.',
  })
  async decideObjection(
    @Arg('input', () => DecideObjectionInput, { description: 'The answer.' })
    { id, ...input }: DecideObjectionInput,
    @Ctx() context: Context,
  ): Promise<ObjectionPayload> {
    const command = { ...input, objectionId: decodeUuid('Objection', id, 'input.id') };
    const outcome = await context.services.objections.decide(viewerOf(context), command);
    return await toPayload(outcome, context);
  }
}

async function toPayload(
  { value, problems }: Outcome<string>,
  context: Context,
): Promise<ObjectionPayload> {
  if (value === null) return { objection: null, userErrors: toUserErrors(problems) };
  const { objections, clock } = context.services;
  const objection = await objections.find(viewerOf(context), value);
  return { objection: objection && toObjectionView(objection, clock.now()), userErrors: [] };
}
