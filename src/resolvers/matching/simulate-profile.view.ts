import { Field, Int, ObjectType } from 'type-graphql';
import type { ProficiencyLevel } from '../../entities/vocabulary';
import type { PoolCounts } from '../../matching/core/simulate';
import type { SimulatedMatch } from '../../services/matching/simulate-profile';
import { For } from '../audience';
import { ProficiencyLevelEnum } from '../enums';
import type { Loaders } from '../loaders';
import { CompetencyView } from '../reference/competency.view';
import { toVacancyView, VacancyView } from '../vacancies/vacancy.view';
import { MatchVerdictEnum, MatchView } from './match.view';
import { matchPresenter } from './present-match';

@ObjectType({ description: 'How many open vacancies a person reaches.', simpleResolvers: true })
@For('public')
export class ProfileReach {
  @For('public')
  @Field(() => Int, { description: 'How many the person is eligible for.' })
  eligible: number;

  @For('public')
  @Field(() => Int, { description: 'How many with the verdict STRONG.' })
  strong: number;

  @For('public')
  @Field(() => Int, { description: 'How many with the verdict POSSIBLE.' })
  possible: number;

  @For('public')
  @Field(() => Int, { description: 'How many with the verdict STRETCH.' })
  stretch: number;
}

@ObjectType({ description: 'A vacancy that would open or suit better.', simpleResolvers: true })
@For('public')
export class SimulatedVacancy {
  @For('public')
  @Field(() => VacancyView, { description: 'The vacancy.' })
  vacancy: VacancyView;

  @For('public')
  @Field(() => Int, { description: 'The score with today’s profile, 0 to 10,000.' })
  scoreBeforeBp: number;

  @For('public')
  @Field(() => MatchVerdictEnum, { description: 'The verdict with today’s profile.' })
  verdictBefore: SimulatedMatch['verdictBefore'];

  @For('public')
  @Field(() => MatchView, { description: 'The match as it would be.' })
  match: MatchView;
}

@ObjectType({
  description: 'A competency that would open vacancies that stay closed otherwise.',
  simpleResolvers: true,
})
@For('public')
export class NextCompetency {
  @For('public')
  @Field(() => CompetencyView, { description: 'The competency.' })
  competency: CompetencyView;

  @For('public')
  @Field(() => ProficiencyLevelEnum, {
    description: 'The level that suffices; a licence is held or not.',
  })
  level: ProficiencyLevel;

  @For('public')
  @Field(() => Int, { description: 'How many vacancies it alone would open.' })
  opens: number;

  @For('public')
  @Field(() => [VacancyView], { description: 'The three best of them.' })
  vacancies: VacancyView[];
}

@ObjectType({
  description: 'A person beside the same person with more competencies.',
  simpleResolvers: true,
})
@For('public')
export class ProfileSimulation {
  @For('public')
  @Field(() => Int, { description: 'How many open vacancies were considered: all of them.' })
  considered: number;

  @For('public')
  @Field(() => ProfileReach, { description: 'With today’s profile.' })
  before: ProfileReach;

  @For('public')
  @Field(() => ProfileReach, { description: 'With the added competencies.' })
  after: ProfileReach;

  @For('public')
  @Field(() => Int, { description: 'How many vacancies would newly be open to the person.' })
  newVacancies: number;

  @For('public')
  @Field(() => Int, { description: 'How many that are open already would have a better verdict.' })
  upgradedVacancies: number;

  @For('public')
  @Field(() => [SimulatedVacancy], { description: 'The ten best new ones, best first.' })
  bestNew: SimulatedVacancy[];

  @For('public')
  @Field(() => [SimulatedVacancy], { description: 'The ten best upgraded ones, best first.' })
  bestUpgraded: SimulatedVacancy[];

  @For('public')
  @Field(() => [NextCompetency], {
    description: 'Up to ten competencies that would each open most beyond the added ones.',
  })
  nextCompetencies: NextCompetency[];
}

export const toReach = ({ eligible, strong, possible, stretch }: PoolCounts): ProfileReach =>
  Object.assign(new ProfileReach(), { eligible, strong, possible, stretch });

export const toSimulatedVacancy = (
  { vacancy, scoreBeforeBp, verdictBefore, match, counterfactuals }: SimulatedMatch,
  loaders: Loaders,
): SimulatedVacancy => ({
  vacancy: toVacancyView(vacancy),
  scoreBeforeBp,
  verdictBefore,
  match: matchPresenter(vacancy.id, loaders).present(match, counterfactuals),
});
