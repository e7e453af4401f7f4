import { Allow, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { type ErasureReason, erasureReasons } from '../../services/erasure/erase-candidate';
import { For } from '../audience';
import { enumOf } from '../enums';
import { MutationInput } from '../mutation.input';

export const ErasureReasonEnum = enumOf(
  'ErasureReason',
  erasureReasons,
  'Why an office erases somebody.',
  { NO_LEGAL_GROUND: 'There is no ground (any more) to keep the data' },
);

@InputType({ description: 'That the signed-in person wants to be erased.' })
@For('candidate')
export class EraseMeInput extends MutationInput {
  @MaxLength(20)
  @Field(() => String, { description: 'The word HAPUS, in capitals or not: it cannot be undone.' })
  confirm: string;
}

@InputType({ description: 'Somebody who is to be erased, and why.' })
@For('office')
export class EraseCandidateInput extends MutationInput {
  @Allow()
  @Field(() => ID, { description: 'The person, of the officer’s area.' })
  candidateId: string;

  @Allow()
  @Field(() => ErasureReasonEnum, { description: 'Why; it stands in the audit log.' })
  reason: ErasureReason;
}
