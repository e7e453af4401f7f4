import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Lang } from '../../errors';
import { noteOf, reasonOf } from '../../services/matching/render-lines';
import { explainInWords } from '../../services/matching/render-match';
import { For } from '../audience';
import type { Context } from '../context';
import { LangArg, langOf } from '../lang.arg';
import { EligibilityCheck, FactorContribution, MatchView } from './match.view';

@Resolver(() => MatchView)
export class MatchResolver {
  @For('public')
  @FieldResolver(() => String, { description: 'The match in a few sentences, made of its data.' })
  explanation(
    @Root() { source, details }: MatchView,
    @LangArg() lang: Lang | null,
    @Ctx() context: Context,
  ): Promise<string> {
    return details().then(({ asked }) => explainInWords(source, asked, langOf(lang, context)));
  }

  @For('public')
  @FieldResolver(() => String, { description: 'Version of the rules that scored.' })
  algorithmVersion(@Ctx() { services }: Context): string {
    return services.algorithmVersion;
  }
}

@Resolver(() => FactorContribution)
export class FactorContributionResolver {
  @For('public')
  @FieldResolver(() => String, { description: 'The line in a sentence.' })
  note(
    @Root() { line, source, asked }: FactorContribution,
    @LangArg() lang: Lang | null,
    @Ctx() context: Context,
  ): string {
    return noteOf(line, source, asked, langOf(lang, context));
  }
}

@Resolver(() => EligibilityCheck)
export class EligibilityCheckResolver {
  @For('public')
  @FieldResolver(() => String, { description: 'The condition in a sentence.' })
  reason(
    @Root() { line, asked }: EligibilityCheck,
    @LangArg() lang: Lang | null,
    @Ctx() context: Context,
  ): string {
    return reasonOf(line, asked, langOf(lang, context));
  }
}
