import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { EducationLevel } from '../../entities/vocabulary';
import type { TextSuggestions } from '../../services/candidates/suggest-from-text';
import { For } from '../audience';
import type { Context, Loaders } from '../context';
import { EducationLevelEnum } from '../enums';
import { viewerOf } from '../guard';
import { presentMatches } from '../reference/concept.resolver';
import { ConceptSuggestion } from '../reference/concept.view';

/** Reads a long text, and may search for typos. */
const READING_COST = 10;

@ObjectType('TextSuggestions', {
  description: 'What a text says about somebody, to be confirmed; nothing of it is stored.',
  simpleResolvers: true,
})
@For('candidate')
export class TextSuggestionsView {
  @For('candidate')
  @Field(() => [ConceptSuggestion], {
    description:
      'Competencies (for `confirmCompetencies`), occupations (for `guidedStart`) and places, in reading order.',
  })
  suggestions: ConceptSuggestion[];

  @For('candidate')
  @Field(() => EducationLevelEnum, { nullable: true, description: 'Null = not said.' })
  education: EducationLevel | null;

  @For('candidate')
  @Field(() => Int, { nullable: true, description: 'Experience in months; null = not said.' })
  experienceMonths: number | null;
}

@Resolver()
export class SuggestFromTextResolver {
  @For('candidate')
  @Query(() => TextSuggestionsView, {
    complexity: READING_COST,
    description: 'Suggests what to put into the profile, from the person’s own words.',
  })
  async suggestFromText(
    @Arg('text', () => String, { description: 'Up to 20,000 characters of plain text.' })
    text: string,
    @Ctx() context: Context,
  ): Promise<TextSuggestionsView> {
    viewerOf(context);
    const found = await context.services.candidates.suggestFromText(text);
    return presentSuggestions(found, context.loaders);
  }
}

export async function presentSuggestions(
  { concepts, education, experienceMonths }: TextSuggestions,
  loaders: Loaders,
): Promise<TextSuggestionsView> {
  return { suggestions: await presentMatches(concepts, loaders), education, experienceMonths };
}
