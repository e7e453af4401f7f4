import { Field, Int, ObjectType } from 'type-graphql';
import { For } from '../audience';
import { connectionOf, edgeOf } from '../lists/connection';
import { VacancyView } from '../vacancies/vacancy.view';
import { MatchView } from './match.view';

@ObjectType({
  description: 'A place in the order of the signed-in person’s vacancies.',
  simpleResolvers: true,
})
@For('candidate')
export class RecommendedVacancyEdge extends edgeOf(VacancyView, 'candidate') {
  @For('candidate')
  @Field(() => Int, { description: 'One more than there are vacancies with a higher score.' })
  rank: number;

  @For('candidate')
  @Field(() => Int, { description: 'How many others have the same score.' })
  tiedWith: number;

  @For('candidate')
  @Field(() => MatchView, {
    description: 'The score, the same that the employer sees, and what it is made of.',
  })
  match: MatchView;
}

@ObjectType({
  description: 'The open vacancies that the signed-in person is eligible for, best first.',
  simpleResolvers: true,
})
@For('candidate')
export class RecommendedVacancyConnection extends connectionOf(
  RecommendedVacancyEdge,
  'candidate',
) {
  @For('candidate')
  @Field(() => Int, { description: 'How many open vacancies were considered: all of them.' })
  totalConsidered: number;

  @For('candidate')
  @Field(() => Int, { description: 'For how many of them the person is eligible.' })
  totalEligible: number;

  @For('candidate')
  @Field(() => Int, { description: 'How many have the verdict STRONG.' })
  totalStrong: number;

  @For('candidate')
  @Field(() => Int, { description: 'How many have the verdict POSSIBLE.' })
  totalPossible: number;

  @For('candidate')
  @Field(() => Int, { description: 'How many have the verdict STRETCH.' })
  totalStretch: number;

  @For('candidate')
  @Field(() => Int, { description: 'Version of competencies and occupations.' })
  taxonomyVersion: number;
}
