import { Allow, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { type ErasureReason, erasureReasons } from '../services/erasure/erase-candidate';
import { For } from './audience';
import { enumOf } from './enums';

const KEY = 'Idempotency key of this attempt, up to 255 characters, kept for a day.';

export const ErasureReasonEnum = enumOf(
  'ErasureReason',
  erasureReasons,
  'Why an office erases somebody.',
  { NO_LEGAL_GROUND: 'There is no ground (any more) to keep the data' },
);

@InputType({ description: 'That the signed-in person wants to be erased.' })
@For('candidate')
export class EraseMeInput {
  @Allow()
  @Field(() => String, { description: KEY })
  clientMutationId: string;

  @MaxLength(20)
  @Field(() => String, { description: 'The word HAPUS: it cannot be undone.' })
  confirm: string;
}

@InputType({ description: 'Somebody who is to be erased, and why.' })
@For('office')
export class EraseCandidateInput {
  @Allow()
  @Field(() => String, { description: KEY })
  clientMutationId: string;

  @Allow()
  @Field(() => ID, { description: 'The person, of the officer’s area.' })
  candidateId: string;

  @Allow()
  @Field(() => ErasureReasonEnum, { description: 'Why; it stands in the audit log.' })
  reason: ErasureReason;
}
