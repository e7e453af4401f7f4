import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { For } from './audience';
import { CompetencyView } from './competency.view';
import { enumOf } from './enums';
import { OccupationView } from './occupation.view';
import { RegionView } from './region.view';

export const ConceptTypeEnum = enumOf(
  'ConceptType',
  ['COMPETENCY', 'OCCUPATION', 'REGION'],
  'Type of concept.',
);

export const Concept = createUnionType({
  name: 'Concept',
  description: 'What words may mean.',
  types: () => [CompetencyView, OccupationView, RegionView] as const,
});

@ObjectType({
  description: 'A concept with the words that led to it, for the user to confirm.',
  simpleResolvers: true,
})
@For('public')
export class ConceptSuggestion {
  @For('public')
  @Field(() => Concept, { description: 'The concept.' })
  concept: typeof Concept;

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
}
