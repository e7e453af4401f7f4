import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { MyProfileView } from './my-profile.view';
import { RecordOriginView, toOriginView } from './record-origin.view';
import { presentSuggestions, TextSuggestionsView } from './suggest-from-text.resolver';

/** Reads a long text, and may search for typos. */
const READING_COST = 10;

@Resolver(() => MyProfileView)
export class MyOriginsResolver {
  @For('candidate')
  @FieldResolver(() => [RecordOriginView], {
    description: 'Books of the labour office that name the person, the newest 10 first.',
  })
  async origins(@Ctx() context: Context): Promise<RecordOriginView[]> {
    const origins = await context.services.candidates.listOrigins(viewerOf(context));
    return origins.map(toOriginView);
  }
}

@Resolver(() => RecordOriginView)
export class RecordOriginResolver {
  @For('candidate')
  @FieldResolver(() => TextSuggestionsView, {
    nullable: true,
    complexity: READING_COST,
    description: 'What the book’s words may mean, to be confirmed; null = it says nothing of work.',
  })
  async suggestions(
    @Root() { words }: RecordOriginView,
    @Ctx() { services, loaders }: Context,
  ): Promise<TextSuggestionsView | null> {
    if (words === null) return null;
    return presentSuggestions(await services.candidates.suggestFromText(words), loaders);
  }
}
