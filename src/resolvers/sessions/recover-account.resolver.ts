import { Allow } from 'class-validator';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { MutationInput } from '../mutation.input';
import { decodeUuid } from '../node-id';
import { toUserErrors, UserErrorView } from '../user-error.view';

@InputType({ description: 'A person at the counter, with the identity card in hand.' })
@For('office')
export class RecoverAccountInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The person.' })
  candidateId: string;

  @Allow()
  @Field(() => String, {
    description: 'The mobile number or e-mail address that the person has now.',
  })
  address: string;
}

@ObjectType({ description: 'What became of an account.', simpleResolvers: true })
@For('office')
export class RecoverAccountPayload {
  @For('office')
  @Field(() => Boolean, { description: 'Whether the person can now sign in with the address.' })
  isRecovered: boolean;

  @For('office')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

@Resolver()
export class RecoverAccountResolver {
  @For('office')
  @Mutation(() => RecoverAccountPayload, {
    description:
      'Gives the account of a person of the own area another address, after the identity card was seen: former addresses, sessions and devices end. It stands in the audit log.',
  })
  async recoverAccount(
    @Arg('input', () => RecoverAccountInput, { description: 'The person and the address.' })
    { clientMutationId, candidateId, address }: RecoverAccountInput,
    @Ctx() context: Context,
  ): Promise<RecoverAccountPayload> {
    const { value, problems } = await context.services.sessions.recover(viewerOf(context), {
      clientMutationId,
      candidateId: decodeUuid('Candidate', candidateId, 'input.candidateId'),
      address,
    });
    return { isRecovered: value !== null, userErrors: toUserErrors(problems) };
  }
}
