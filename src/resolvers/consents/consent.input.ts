import { Allow } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ConsentPurpose } from '../../entities/vocabulary';
import { For } from '../audience';
import { MutationInput } from '../mutation.input';
import { DateTimeScalar } from '../scalars';
import { ConsentPurposeEnum } from './consent.view';

@InputType({ description: 'A consent of the signed-in person.' })
@For('candidate')
export class GrantConsentInput extends MutationInput {
  @Allow()
  @Field(() => ConsentPurposeEnum, { description: 'What it is about.' })
  purpose: ConsentPurpose;

  @Allow()
  @Field(() => ID, {
    nullable: true,
    description: 'With whom to share; by default the employer of the vacancy.',
  })
  employerId?: string | null;

  @Allow()
  @Field(() => ID, {
    nullable: true,
    description: 'For which vacancy; by default for all of the employer.',
  })
  vacancyId?: string | null;

  @Allow()
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it ends by itself, at most 180 days ahead; by default sharing ends after 90 days and nothing else does.',
  })
  expiresAt?: Date | null;

  @Allow()
  @Field(() => String, { description: 'The version of `consentTexts` that the person read.' })
  textVersion: string;
}

@InputType({ description: 'A consent of the signed-in person that ends.' })
@For('candidate')
export class WithdrawConsentInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The consent.' })
  id: string;
}
