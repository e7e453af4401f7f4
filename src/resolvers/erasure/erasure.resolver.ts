import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Outcome } from '../../services/problems';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { decodeUuid } from '../node-id';
import { DateTimeScalar } from '../scalars';
import { toUserErrors, UserErrorView } from '../user-error.view';
import { EraseCandidateInput, EraseMeInput } from './erasure.input';

@ObjectType({ description: 'That somebody was erased, or why not.', simpleResolvers: true })
@For('candidate', 'office')
export class ErasurePayload {
  @For('candidate', 'office')
  @Field(() => DateTimeScalar, { nullable: true, description: 'When; null = nothing was erased.' })
  erasedAt: Date | null;

  @For('candidate', 'office')
  @Field(() => [UserErrorView], { description: 'Why nothing was erased.' })
  userErrors: UserErrorView[];
}

@Resolver()
export class ErasureResolver {
  @For('candidate')
  @Mutation(() => ErasurePayload, {
    description:
      'Erases the signed-in person for good, with the account: afterwards no token of it is valid.',
  })
  async eraseMe(
    @Arg('input', () => EraseMeInput, { description: 'That it is meant.' })
    input: EraseMeInput,
    @Ctx() context: Context,
  ): Promise<ErasurePayload> {
    return toPayload(await context.services.erasure.eraseMe(viewerOf(context), input));
  }

  @For('office')
  @Mutation(() => ErasurePayload, {
    description:
      'Erases a person of the officer’s area for good, for example who asks at the counter.',
  })
  async eraseCandidate(
    @Arg('input', () => EraseCandidateInput, { description: 'Who and why.' })
    { candidateId, ...input }: EraseCandidateInput,
    @Ctx() context: Context,
  ): Promise<ErasurePayload> {
    const outcome = await context.services.erasure.eraseCandidate(viewerOf(context), {
      ...input,
      candidateId: decodeUuid('Candidate', candidateId, 'input.candidateId'),
    });
    return toPayload(outcome);
  }
}

const toPayload = ({ value, problems }: Outcome<string>): ErasurePayload => ({
  erasedAt: value === null ? null : new Date(value),
  userErrors: toUserErrors(problems),
});
