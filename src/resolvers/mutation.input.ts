import { Allow } from 'class-validator';
import { Field, InputType } from 'type-graphql';

/** What every mutation is sent with; its input extends this. No schema has it by itself, since it is for no audience. */
@InputType()
export abstract class MutationInput {
  @Allow()
  @Field(() => String, {
    description: 'Idempotency key of this attempt, up to 255 characters, kept for a day.',
  })
  clientMutationId: string;
}
