import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Outcome } from '../../services/problems';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { decodeUuid } from '../node-id';
import { toUserErrors, UserErrorView } from '../user-error.view';
import {
  CloseVacancyInput,
  CreateVacancyInput,
  PublishVacancyInput,
  toDraft,
  UpdateVacancyInput,
} from './vacancy.input';
import { toVacancyView, VacancyView } from './vacancy.view';

@ObjectType({ description: 'What became of a vacancy.', simpleResolvers: true })
@For('employer')
export class VacancyPayload {
  @For('employer')
  @Field(() => VacancyView, { nullable: true, description: 'The vacancy; null when refused.' })
  vacancy: VacancyView | null;

  @For('employer')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

@Resolver()
export class VacancyMutationsResolver {
  @For('employer')
  @Mutation(() => VacancyPayload, { description: 'Writes a draft that only its employer sees.' })
  async createVacancy(
    @Arg('input', () => CreateVacancyInput, { description: 'The new vacancy.' })
    { clientMutationId, employerId, content }: CreateVacancyInput,
    @Ctx() context: Context,
  ): Promise<VacancyPayload> {
    const outcome = await context.services.vacancies.create(viewerOf(context), {
      clientMutationId,
      employerId: decodeUuid('Employer', employerId, 'input.employerId'),
      draft: toDraft(content),
    });
    return toPayload(outcome, context);
  }

  @For('employer')
  @Mutation(() => VacancyPayload, { description: 'Replaces the content of a vacancy.' })
  async updateVacancy(
    @Arg('input', () => UpdateVacancyInput, { description: 'The new content.' })
    { clientMutationId, id, expectedVersion, content }: UpdateVacancyInput,
    @Ctx() context: Context,
  ): Promise<VacancyPayload> {
    const outcome = await context.services.vacancies.update(viewerOf(context), {
      clientMutationId,
      vacancyId: decodeUuid('Vacancy', id, 'input.id'),
      expectedVersion,
      draft: toDraft(content),
    });
    return toPayload(outcome, context);
  }

  @For('employer')
  @Mutation(() => VacancyPayload, {
    description:
      'Opens a vacancy to the public; it must name what Perpres 57/2023 art. 5 asks for.',
  })
  async publishVacancy(
    @Arg('input', () => PublishVacancyInput, { description: 'The vacancy.' })
    { clientMutationId, id }: PublishVacancyInput,
    @Ctx() context: Context,
  ): Promise<VacancyPayload> {
    const outcome = await context.services.vacancies.publish(viewerOf(context), {
      clientMutationId,
      vacancyId: decodeUuid('Vacancy', id, 'input.id'),
    });
    return toPayload(outcome, context);
  }

  @For('employer')
  @Mutation(() => VacancyPayload, {
    description: 'Closes a vacancy; its address stays and tells the reason.',
  })
  async closeVacancy(
    @Arg('input', () => CloseVacancyInput, { description: 'The vacancy and the reason.' })
    { clientMutationId, id, reason }: CloseVacancyInput,
    @Ctx() context: Context,
  ): Promise<VacancyPayload> {
    const outcome = await context.services.vacancies.close(viewerOf(context), {
      clientMutationId,
      vacancyId: decodeUuid('Vacancy', id, 'input.id'),
      reason,
    });
    return toPayload(outcome, context);
  }
}

async function toPayload(
  { value, problems }: Outcome<string>,
  { loaders }: Context,
): Promise<VacancyPayload> {
  if (value === null) return { vacancy: null, userErrors: toUserErrors(problems) };
  // An earlier mutation of the same operation may have read it.
  const vacancy = await loaders.vacancies.clear(value).load(value);
  loaders.requirements.clear(value);
  loaders.vacancyRegions.clear(value);
  return { vacancy: vacancy && toVacancyView(vacancy), userErrors: [] };
}
