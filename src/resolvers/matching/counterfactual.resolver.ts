import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { errors, type Lang, reasons } from '../../errors';
import { MOST_COUNTERFACTUALS } from '../../matching/core/counterfactual';
import { counterfactualInWords } from '../../services/matching/render-counterfactual';
import { For } from '../audience';
import type { Context } from '../context';
import { LangArg, langOf } from '../lang.arg';
import { CounterfactualView, toCounterfactualViews } from './counterfactual.view';
import { MatchView } from './match.view';

/** Two scores a requirement. */
const COUNTERFACTUALS_COST = 2;

@Resolver(() => MatchView)
export class MatchCounterfactualsResolver {
  @For('public')
  @FieldResolver(() => [CounterfactualView], {
    complexity: COUNTERFACTUALS_COST,
    description:
      'The smallest changes that lift the score; for an employer, only about the vacancy’s own requirements.',
  })
  async counterfactuals(
    @Root() { details, suggest }: MatchView,
    @Arg('first', () => Int, {
      defaultValue: MOST_COUNTERFACTUALS,
      description: 'How many at most, 1 to 3.',
    })
    first: number,
  ): Promise<CounterfactualView[]> {
    if (first < 1 || first > MOST_COUNTERFACTUALS) {
      throw errors.input.invalid('first', reasons.counterfactualCount);
    }
    return toCounterfactualViews(suggest().slice(0, first), await details());
  }
}

@Resolver(() => CounterfactualView)
export class CounterfactualResolver {
  @For('public')
  @FieldResolver(() => String, { description: 'The same in a sentence, made of the data.' })
  text(
    @Root() { source, asked }: CounterfactualView,
    @LangArg() lang: Lang | null,
    @Ctx() context: Context,
  ): string {
    return counterfactualInWords(source, asked, langOf(lang, context));
  }
}
