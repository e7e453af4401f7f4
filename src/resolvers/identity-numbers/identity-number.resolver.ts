import { Allow, MaxLength } from 'class-validator';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import {
  type RevealPurpose,
  revealPurposes,
} from '../../services/identity-numbers/reveal-identity-number';
import type { Outcome } from '../../services/problems';
import { For } from '../audience';
import { MyProfileView } from '../candidates/my-profile.view';
import type { Context } from '../context';
import { enumOf } from '../enums';
import { viewerOf } from '../guard';
import { MutationInput } from '../mutation.input';
import { decodeUuid, encodeNodeId } from '../node-id';
import { toUserErrors, UserErrorView } from '../user-error.view';

const NUMBER = 'The 16 digits; spaces, dots and hyphens do not matter.';
const LONGEST = 40;

const RevealPurposeEnum = enumOf(
  'RevealPurpose',
  revealPurposes,
  'What a whole identity number is needed for.',
);

@InputType({ description: 'The signed-in person’s identity number (NIK).' })
@For('candidate')
export class SetIdentityNumberInput extends MutationInput {
  @MaxLength(LONGEST)
  @Field(() => String, { description: NUMBER })
  identityNumber: string;
}

@InputType({ description: 'The identity number (NIK) of a person of the officer’s area.' })
@For('office')
export class SetCandidateIdentityNumberInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The person.' })
  candidateId: string;

  @MaxLength(LONGEST)
  @Field(() => String, { description: NUMBER })
  identityNumber: string;
}

@InputType({ description: 'Whose whole identity number is needed, and what for.' })
@For('office')
export class RevealIdentityNumberInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The person, of the officer’s area.' })
  candidateId: string;

  @Allow()
  @Field(() => RevealPurposeEnum, { description: 'It stands in the audit log.' })
  purpose: RevealPurpose;
}

@ObjectType({ description: 'A kept identity number, or why not.', simpleResolvers: true })
@For('candidate', 'office')
export class IdentityNumberPayload {
  @For('candidate', 'office')
  @Field(() => String, { nullable: true, description: 'As it is shown: 727101******0001.' })
  identityNumberMasked: string | null;

  @For('candidate', 'office')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed.' })
  userErrors: UserErrorView[];
}

@ObjectType({ description: 'A whole identity number.', simpleResolvers: true })
@For('office')
export class RevealPayload {
  @For('office')
  @Field(() => String, { nullable: true, description: 'The 16 digits.' })
  identityNumber: string | null;

  @For('office')
  @Field(() => [UserErrorView], { description: 'Why it is not told.' })
  userErrors: UserErrorView[];
}

@ObjectType('SharedIdentityNumber', {
  description: 'People who gave the same identity number.',
  simpleResolvers: true,
})
@For('office')
export class SharedIdentityNumberView {
  @For('office')
  @Field(() => String, { description: 'As it is shown: 727101******0001.' })
  identityNumberMasked: string;

  @For('office')
  @Field(() => [ID], { description: 'Those of the officer’s area, who gave it first first.' })
  candidateIds: string[];
}

@Resolver(() => MyProfileView)
export class IdentityNumberResolver {
  @For('candidate')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The identity number (NIK), without the day of birth: 727101******0001.',
  })
  async identityNumberMasked(@Ctx() context: Context): Promise<string | null> {
    return context.services.identityNumbers.readOwn(viewerOf(context));
  }

  @For('candidate')
  @Mutation(() => IdentityNumberPayload, {
    description: 'Keeps the signed-in person’s identity number, encrypted.',
  })
  async setIdentityNumber(
    @Arg('input', () => SetIdentityNumberInput, { description: 'The number.' })
    input: SetIdentityNumberInput,
    @Ctx() context: Context,
  ): Promise<IdentityNumberPayload> {
    return toPayload(await context.services.identityNumbers.set(viewerOf(context), input));
  }

  @For('office')
  @Mutation(() => IdentityNumberPayload, {
    description: 'Keeps the identity number of a person of the officer’s area, encrypted.',
  })
  async setCandidateIdentityNumber(
    @Arg('input', () => SetCandidateIdentityNumberInput, { description: 'Whose, and the number.' })
    { candidateId, ...input }: SetCandidateIdentityNumberInput,
    @Ctx() context: Context,
  ): Promise<IdentityNumberPayload> {
    const id = decodeUuid('Candidate', candidateId, 'input.candidateId');
    const { setForCandidate } = context.services.identityNumbers;
    return toPayload(await setForCandidate(viewerOf(context), { ...input, candidateId: id }));
  }

  @For('office')
  @Mutation(() => RevealPayload, {
    description: 'Tells a whole identity number; the audit log says so first, each time.',
  })
  async revealIdentityNumber(
    @Arg('input', () => RevealIdentityNumberInput, { description: 'Whose, and what for.' })
    { candidateId, ...input }: RevealIdentityNumberInput,
    @Ctx() context: Context,
  ): Promise<RevealPayload> {
    const id = decodeUuid('Candidate', candidateId, 'input.candidateId');
    const { reveal } = context.services.identityNumbers;
    const { value, problems } = await reveal(viewerOf(context), { ...input, candidateId: id });
    return { identityNumber: value, userErrors: toUserErrors(problems) };
  }

  @For('office')
  @Query(() => [SharedIdentityNumberView], {
    complexity: 100,
    description:
      'Identity numbers that several people gave, at most 100, for the office to look into.',
  })
  async sharedIdentityNumbers(@Ctx() context: Context): Promise<SharedIdentityNumberView[]> {
    const shared = await context.services.identityNumbers.listShared(viewerOf(context));
    return shared.map(({ identityNumberMasked, candidateIds }) => ({
      identityNumberMasked,
      candidateIds: candidateIds.map((id) => encodeNodeId('Candidate', id)),
    }));
  }
}

const toPayload = ({ value, problems }: Outcome<string>): IdentityNumberPayload => ({
  identityNumberMasked: value,
  userErrors: toUserErrors(problems),
});
