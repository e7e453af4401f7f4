import { Allow } from 'class-validator';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { For } from '../audience';
import type { Context, Viewer } from '../context';
import { viewerOf } from '../guard';
import { MutationInput } from '../mutation.input';
import { toUserErrors, UserErrorView } from '../user-error.view';

@InputType({ description: 'The enrolment of a second factor.' })
@For('employer', 'candidate', 'office')
export class EnrolTotpInput extends MutationInput {}

@InputType({ description: 'The first code of an authenticator app.' })
@For('employer', 'candidate', 'office')
export class ConfirmTotpInput extends MutationInput {
  @Allow()
  @Field(() => String, { description: 'Six digits.' })
  code: string;
}

@ObjectType({ description: 'What an authenticator app is given.', simpleResolvers: true })
@For('employer', 'candidate', 'office')
export class EnrolTotpPayload {
  @For('employer', 'candidate', 'office')
  @Field(() => String, {
    nullable: true,
    description: 'Base32, to type; null when refused, and once the factor is confirmed.',
  })
  secret: string | null;

  @For('employer', 'candidate', 'office')
  @Field(() => String, { nullable: true, description: 'The same as an address for a QR code.' })
  uri: string | null;

  @For('employer', 'candidate', 'office')
  @Field(() => [UserErrorView], { description: 'Why nothing was enrolled; empty when it was.' })
  userErrors: UserErrorView[];
}

@ObjectType({ description: 'Whether the second factor is on.', simpleResolvers: true })
@For('employer', 'candidate', 'office')
export class ConfirmTotpPayload {
  @For('employer', 'candidate', 'office')
  @Field(() => Boolean, { description: 'Whether sign-in asks for it from now on.' })
  isConfirmed: boolean;

  @For('employer', 'candidate', 'office')
  @Field(() => [UserErrorView], { description: 'Why it is not; empty when it is.' })
  userErrors: UserErrorView[];
}

/** Also whoever must enrol before anything else. Errors: UNAUTHENTICATED. */
const enrollerOf = (context: Context): Viewer => context.enrolling ?? viewerOf(context);

@Resolver()
export class TotpResolver {
  @For('employer', 'candidate', 'office')
  @Mutation(() => EnrolTotpPayload, {
    description:
      'A second factor for accounts that sign in by codes (an authenticator app, RFC 6238): needed by whoever works for a labour office, free to others. It counts once it is confirmed.',
  })
  async enrolTotp(
    @Arg('input', () => EnrolTotpInput, { description: 'The attempt.' }) input: EnrolTotpInput,
    @Ctx() context: Context,
  ): Promise<EnrolTotpPayload> {
    const { value, problems } = await context.services.sessions.enrolTotp(
      enrollerOf(context),
      input,
    );
    const { secret, uri } = value ?? { secret: null, uri: null };
    return { secret, uri, userErrors: toUserErrors(problems) };
  }

  @For('employer', 'candidate', 'office')
  @Mutation(() => ConfirmTotpPayload, {
    description: 'Turns the second factor on, and opens to this session what waited for it.',
  })
  async confirmTotp(
    @Arg('input', () => ConfirmTotpInput, { description: 'The code that the app shows.' })
    input: ConfirmTotpInput,
    @Ctx() context: Context,
  ): Promise<ConfirmTotpPayload> {
    const { value, problems } = await context.services.sessions.confirmTotp(
      enrollerOf(context),
      input,
    );
    return { isConfirmed: value !== null, userErrors: toUserErrors(problems) };
  }
}
