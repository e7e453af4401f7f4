import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Lang } from '../../errors';
import { adviceOf, warningsOf } from '../../services/vacancies/verify-texts';
import { For } from '../audience';
import type { Context } from '../context';
import { LangArg, langOf } from '../lang.arg';
import { toVerifyResult, VerifyResult } from './verify.view';

@Resolver(() => VerifyResult)
export class VerifyResolver {
  @For('public')
  @Query(() => VerifyResult, {
    description: 'What the labour office can say of an ad with this code. Anybody may ask.',
  })
  async verifyVacancy(
    @Arg('code', () => String, {
      description:
        'As it stands on the ad: capitals or not, with blanks or dashes, or the whole short link.',
    })
    code: string,
    @Ctx() { services }: Context,
  ): Promise<VerifyResult> {
    return toVerifyResult(await services.vacancies.verify(code));
  }

  @For('public')
  @FieldResolver(() => [String], {
    description: 'What to beware of: first of this ad, then of every ad.',
  })
  warnings(
    @Root() { source }: VerifyResult,
    @LangArg() lang: Lang | null,
    @Ctx() context: Context,
  ): string[] {
    return warningsOf(source, langOf(lang, context));
  }

  @For('public')
  @FieldResolver(() => String, { description: 'What to do now.' })
  advice(
    @Root() { source }: VerifyResult,
    @LangArg() lang: Lang | null,
    @Ctx() context: Context,
  ): string {
    return adviceOf(source, langOf(lang, context));
  }
}
