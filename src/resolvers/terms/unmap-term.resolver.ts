import { Allow } from 'class-validator';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { MutationInput } from '../mutation.input';
import { Concept } from '../node.view';
import { toUserErrors, UserErrorView } from '../user-error.view';
import { showConcept, toMeaning } from './mapped-concept';

@InputType({ description: 'A word and what it does not mean.' })
@For('office')
export class UnmapTermInput extends MutationInput {
  @Allow()
  @Field(() => String, { description: 'The word, as it was given to mapTerm.' })
  term: string;

  @Allow()
  @Field(() => ID, { description: 'The competency or occupation that it leads to by mistake.' })
  conceptId: string;
}

@ObjectType({ description: 'What became of a word.', simpleResolvers: true })
@For('office')
export class UnmapTermPayload {
  @For('office')
  @Field(() => Concept, {
    nullable: true,
    description: 'What it no longer leads to; null when refused.',
  })
  concept: Concept | null;

  @For('office')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

@Resolver()
export class UnmapTermResolver {
  @For('office')
  @Mutation(() => UnmapTermPayload, {
    description:
      'Takes back what mapTerm explained; no text, search or draft understands the word so within seconds.',
  })
  async unmapTerm(
    @Arg('input', () => UnmapTermInput, { description: 'The word and its wrong meaning.' })
    { clientMutationId, term, conceptId }: UnmapTermInput,
    @Ctx() context: Context,
  ): Promise<UnmapTermPayload> {
    const meaning = toMeaning(conceptId);
    const command = { clientMutationId, term, ...meaning };
    const { value, problems } = await context.services.terms.unmap(viewerOf(context), command);
    const concept = value === null ? null : await showConcept(value, meaning.conceptType, context);
    return { concept, userErrors: toUserErrors(problems) };
  }
}
