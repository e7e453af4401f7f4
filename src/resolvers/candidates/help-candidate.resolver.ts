import { Allow, ArrayMaxSize, ArrayMinSize, ValidateNested } from 'class-validator';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { profileLimits } from '../../services/candidates/profile';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { MutationInput } from '../mutation.input';
import { decodeUuid } from '../node-id';
import { toUserErrors, UserErrorView } from '../user-error.view';
import { ConfirmedCompetencyInput, toClaim } from './profile.input';

@InputType({ description: 'Competencies that somebody of the office or a facilitator confirms.' })
@For('office')
export class HelpConfirmCompetenciesInput extends MutationInput {
  @Allow()
  @Field(() => ID, {
    description: 'The person, who lives in the own area and shows it (`me { id }`).',
  })
  candidateId: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(profileLimits.competencies)
  @ValidateNested({ each: true })
  @Field(() => [ConfirmedCompetencyInput], { description: 'What was seen or proven.' })
  items: ConfirmedCompetencyInput[];
}

@ObjectType({ description: 'What became of the help.', simpleResolvers: true })
@For('office')
export class HelpCandidatePayload {
  @For('office')
  @Field(() => Boolean, { description: 'Whether it is in the profile.' })
  isDone: boolean;

  @For('office')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

@Resolver()
export class HelpCandidateResolver {
  @For('office')
  @Mutation(() => HelpCandidatePayload, {
    description:
      'Confirms competencies of a person of the own area, marked as such (FACILITATOR_CONFIRMED); stronger evidence stays.',
  })
  async helpConfirmCompetencies(
    @Arg('input', () => HelpConfirmCompetenciesInput, { description: 'Whom, and what.' })
    { clientMutationId, candidateId, items }: HelpConfirmCompetenciesInput,
    @Ctx() context: Context,
  ): Promise<HelpCandidatePayload> {
    const { value, problems } = await context.services.candidates.helpConfirm(viewerOf(context), {
      clientMutationId,
      candidateId: decodeUuid('Candidate', candidateId, 'input.candidateId'),
      items: items.map(toClaim),
    });
    return { isDone: value !== null, userErrors: toUserErrors(problems) };
  }
}
