import { Field, Int, ObjectType } from 'type-graphql';
import { type ConceptType, conceptTypes } from '../../services/reference/concepts';
import { For } from '../audience';
import { enumOf } from '../enums';
import { Concept } from '../node.view';

export const ConceptTypeEnum = enumOf('ConceptType', conceptTypes, 'Type of concept.');

@ObjectType({
  description: 'A concept with the words that led to it, for the user to confirm.',
  simpleResolvers: true,
})
@For('public')
export class ConceptSuggestion {
  @For('public')
  @Field(() => ConceptTypeEnum, { description: 'Its type.' })
  type: ConceptType;

  @For('public')
  @Field(() => Concept, { description: 'The concept.' })
  concept: Concept;

  @For('public')
  @Field(() => String, { description: 'The words.' })
  matchedText: string;

  @For('public')
  @Field(() => Int, { description: 'Where they begin in the text, in UTF-16 units from 0.' })
  start: number;

  @For('public')
  @Field(() => Int, { description: 'Where they end, exclusive.' })
  end: number;

  @For('public')
  @Field(() => Int, { description: 'How sure it is, 10,000 = certain.' })
  confidenceBp: number;

  @For('public')
  @Field(() => Boolean, { description: 'False = too unsure to be used without a confirmation.' })
  isResolved: boolean;

  @For('public')
  @Field(() => Boolean, {
    description: 'True = the words were taken for a misspelt name: ask before it counts.',
  })
  isCorrected: boolean;
}
