import { Allow, ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { type ObjectionRemedy, objectionRemedies } from '../../entities/vocabulary';
import { For } from '../audience';
import { MutationInput } from '../mutation.input';
import { ObjectionRemedyEnum } from './objection.view';

@InputType({ description: 'What the signed-in person objects to.' })
@For('candidate')
export class ObjectToMatchInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The vacancy whose ranking it is about.' })
  vacancyId: string;

  @Allow()
  @Field(() => String, { description: 'What is wrong; plain text, up to 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'An objection.' })
@For('candidate', 'office')
export class ObjectionInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The objection.' })
  id: string;
}

@InputType({ description: 'The answer to an objection.' })
@For('office')
export class DecideObjectionInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'An objection that the viewer took.' })
  id: string;

  @Allow()
  @Field(() => Boolean, { description: 'Whether the person is right.' })
  upheld: boolean;

  @Allow()
  @Field(() => String, {
    description: 'The answer that the person reads; plain text, up to 2,000 characters.',
  })
  decision: string;

  @ArrayMaxSize(objectionRemedies.length)
  @Field(() => [ObjectionRemedyEnum], {
    defaultValue: [],
    description: 'What follows: at least one where it is upheld, none where it is rejected.',
  })
  remedies: ObjectionRemedy[];
}
