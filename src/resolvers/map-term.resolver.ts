import { Allow } from 'class-validator';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { MappedConceptType } from '../entities/vocabulary';
import { errors } from '../errors';
import type { Outcome } from '../services/problems';
import { For } from './audience';
import { toCompetencyView } from './competency.view';
import type { Context } from './context';
import { viewerOf } from './guard';
import { Concept } from './node.view';
import { decodeNodeId } from './node-id';
import { toOccupationView } from './occupation.view';
import { toUserErrors, UserErrorView } from './user-error.view';

@InputType({ description: 'A word and what it means.' })
@For('office')
export class MapTermInput {
  @Allow()
  @Field(() => String, {
    description: 'Idempotency key of this attempt, up to 255 characters, kept for a day.',
  })
  clientMutationId: string;

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

const typeOf: Readonly<Record<string, MappedConceptType>> = {
  Competency: 'COMPETENCY',
  Occupation: 'OCCUPATION',
};

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
    const { type, key } = decodeNodeId(conceptId, 'input.conceptId');
    const conceptType = typeOf[type];
    if (conceptType === undefined) throw errors.object.notFound('input.conceptId');
    const command = { clientMutationId, term, conceptType, conceptId: key };
    const outcome = await context.services.terms.map(viewerOf(context), command);
    return await toPayload(outcome, conceptType, context);
  }
}

async function toPayload(
  { value, problems }: Outcome<string>,
  type: MappedConceptType,
  { loaders: { competencies, occupations } }: Context,
): Promise<MapTermPayload> {
  if (value === null) return { concept: null, userErrors: toUserErrors(problems) };
  if (type === 'COMPETENCY') {
    const competency = await competencies.clear(value).load(value);
    return { concept: competency && toCompetencyView(competency), userErrors: [] };
  }
  const occupation = await occupations.clear(value).load(value);
  return { concept: occupation && toOccupationView(occupation), userErrors: [] };
}
