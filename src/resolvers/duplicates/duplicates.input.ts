import { Allow } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { For } from '../audience';
import { MutationInput } from '../mutation.input';

@InputType({ description: 'Two records of one person, both of the officer’s area.' })
@For('office')
export class MergeDuplicatesInput extends MutationInput {
  @Allow()
  @Field(() => ID, {
    description: 'The one that stands for both; where both say something, it counts.',
  })
  keepId: string;

  @Allow()
  @Field(() => ID, { description: 'The one that rests from now on.' })
  dropId: string;

  @Allow()
  @Field(() => String, { description: 'Why they are one person; at most 500 characters.' })
  reason: string;
}

@InputType({ description: 'A merge that was a mistake.' })
@For('office')
export class UndoMergeInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The merge (`merges { id }`).' })
  mergeId: string;
}
