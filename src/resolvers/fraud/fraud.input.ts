import { Allow } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { FraudOutcome } from '../../services/fraud/decide-report';
import { For } from '../audience';
import { MutationInput } from '../mutation.input';
import { FraudOutcomeEnum } from './fraud.view';

@InputType({ description: 'What the office found of a report.' })
@For('office')
export class DecideFraudReportInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The report.' })
  id: string;

  @Allow()
  @Field(() => FraudOutcomeEnum, { description: 'What the office found.' })
  outcome: FraudOutcome;

  @Allow()
  @Field(() => String, {
    description: 'Why, for the office; plain text, up to 2,000 characters.',
  })
  note: string;

  @Allow()
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Closes the vacancy with the reason FRAUD; only with CONFIRMED.',
  })
  closeVacancy: boolean;
}
