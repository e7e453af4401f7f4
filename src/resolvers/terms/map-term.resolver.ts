import { Allow } from 'class-validator';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { MutationInput } from '../mutation.input';
import { Concept } from '../node.view';
import { toUserErrors, UserErrorView } from '../user-error.view';
import { showConcept, toMeaning } from './mapped-concept';

@InputType({ description: 'A word and what it means.' })
@For('office')
export class MapTermInput extends MutationInput {
  @Allow()
  @Field(() => String, { description: 'One to four words, without numbers and names.' })
  term: string;

  @Allow()
  @Field(() => ID, { description: 'The competency or occupation that they mean.' })
  conceptId: string;
}

@ObjectType({ description: 'What became of a word.', simpleResolvers: true })
@For('office')
export class MapTermPayload {
  @For('office')
  @Field(() => Concept, { nullable: true, description: 'What it now leads to; null when refused.' })
  concept: Concept | null;

  @For('office')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

@Resolver()
export class MapTermResolver {
  @For('office')
  @Mutation(() => MapTermPayload, {
    description:
      'Explains a word: it becomes an alias of a competency or occupation, and is understood within seconds.',
  })
  async mapTerm(
    @Arg('input', () => MapTermInput, { description: 'The word and its meaning.' })
    { clientMutationId, term, conceptId }: MapTermInput,
    @Ctx() context: Context,
  ): Promise<MapTermPayload> {
    const meaning = toMeaning(conceptId);
    const command = { clientMutationId, term, ...meaning };
    const { value, problems } = await context.services.terms.map(viewerOf(context), command);
    const concept = value === null ? null : await showConcept(value, meaning.conceptType, context);
    return { concept, userErrors: toUserErrors(problems) };
  }
}
