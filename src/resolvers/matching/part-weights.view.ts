import { Field, Int, ObjectType } from 'type-graphql';
import type { Vacancy } from '../../entities';
import { For } from '../audience';

@ObjectType('PartWeights', {
  description:
    'What the parts of the score weigh for the employer: 10,000 = ordinary, half to double.',
  simpleResolvers: true,
})
@For('public')
export class PartWeightsView {
  @For('public')
  @Field(() => Int, { description: 'Competencies and work done in the occupation.' })
  competency: number;

  @For('public')
  @Field(() => Int, { description: 'Experience.' })
  experience: number;

  @For('public')
  @Field(() => Int, { description: 'Distance.' })
  distance: number;

  @For('public')
  @Field(() => Int, { description: 'Education.' })
  education: number;

  @For('public')
  @Field(() => Int, { description: 'Form of employment and start.' })
  availability: number;
}

export const toPartWeights = (vacancy: Vacancy): PartWeightsView => ({
  competency: vacancy.competencyWeightBp,
  experience: vacancy.experienceWeightBp,
  distance: vacancy.distanceWeightBp,
  education: vacancy.educationWeightBp,
  availability: vacancy.availabilityWeightBp,
});
