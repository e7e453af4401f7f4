import { Field, ObjectType } from 'type-graphql';
import type { VacancyState } from '../../entities/vocabulary';
import { type VerifyOutcome, verifyOutcomes } from '../../services/vacancies/verify-outcome';
import type { Verified } from '../../services/vacancies/verify-vacancy';
import { For } from '../audience';
import { enumOf, VacancyStateEnum } from '../enums';
import { DateTimeScalar } from '../scalars';
import { toVacancyView, VacancyView } from './vacancy.view';

const VerifyOutcomeEnum = enumOf(
  'VerifyOutcome',
  verifyOutcomes,
  'What the labour office can say of an ad with a code; never a bare “genuine”.',
  {
    VERIFIED: 'The office has checked the employer, and the vacancy is open',
    NOT_CHECKED: 'The vacancy is open; the office has not checked the employer',
    SUSPENDED: 'The office stopped the vacancy or its employer, or found a fraud',
    CLOSED: 'It was here and is not open',
    UNKNOWN_CODE: 'No such code: that proves nothing about the ad',
  },
);

@ObjectType({ description: 'The answer to “is this ad real?”.', simpleResolvers: true })
@For('public')
export class VerifyResult {
  source: Verified;

  @For('public')
  @Field(() => VerifyOutcomeEnum, { description: 'What the office can say.' })
  outcome: VerifyOutcome;

  @For('public')
  @Field(() => VacancyStateEnum, {
    nullable: true,
    description: 'Where the vacancy stands; null where the public does not see it.',
  })
  state: VacancyState | null;

  @For('public')
  @Field(() => VacancyView, {
    nullable: true,
    description: 'To compare the ad with; null where the public does not see it.',
  })
  vacancy: VacancyView | null;

  @For('public')
  @Field(() => DateTimeScalar, { description: 'When this was true.' })
  checkedAt: Date;
}

export function toVerifyResult(source: Verified): VerifyResult {
  const { outcome, vacancy, checkedAt } = source;
  return Object.assign(new VerifyResult(), {
    ...{ source, outcome, checkedAt, state: vacancy?.state ?? null },
    vacancy: vacancy && toVacancyView(vacancy),
  });
}
