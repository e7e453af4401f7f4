import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { type ErrorParameters, errorMessage, type Lang, type ProblemCode } from '../errors';
import type { Problem } from '../services/problems';
import { For } from './audience';
import type { Context } from './context';
import { UserErrorCodeEnum } from './enums';
import { LangArg, langOf } from './lang.arg';

@ObjectType('UserError', {
  description: 'One reason why a mutation changed nothing.',
  simpleResolvers: true,
})
@For('public')
export class UserErrorView {
  parameters: ErrorParameters;

  @For('public')
  @Field(() => UserErrorCodeEnum, { description: 'Stable code.' })
  code: ProblemCode;

  @For('public')
  @Field(() => [String], { description: 'The input field that it is about.' })
  path: readonly string[];
}

export const toUserErrors = (problems: readonly Problem[]): UserErrorView[] =>
  problems.map((problem) => Object.assign(new UserErrorView(), problem));

@Resolver(() => UserErrorView)
export class UserErrorResolver {
  @For('public')
  @FieldResolver(() => String, { description: 'For people; without personal data.' })
  message(
    @Root() error: UserErrorView,
    @LangArg() lang: Lang | null,
    @Ctx() context: Context,
  ): string {
    return errorMessage(error.code, error.parameters, langOf(lang, context));
  }
}
