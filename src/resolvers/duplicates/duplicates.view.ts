import { Field, ID, ObjectType } from 'type-graphql';
import type { ListedMerge } from '../../services/duplicates/list-merges';
import { For } from '../audience';
import { encodeNodeId } from '../node-id';
import { DateTimeScalar } from '../scalars';
import { UserErrorView } from '../user-error.view';

@ObjectType('Merge', {
  description: 'That two records are of one person; the one stands for both, the other rests.',
  simpleResolvers: true,
})
@For('office')
export class MergeView {
  @For('office')
  @Field(() => ID, { description: 'For `undoMerge`.' })
  id: string;

  @For('office')
  @Field(() => ID, { description: 'The person who stands for both.' })
  keepId: string;

  @For('office')
  @Field(() => ID, { description: 'The record that rests.' })
  dropId: string;

  @For('office')
  @Field(() => String, { description: 'Why, in the officer’s words.' })
  reason: string;

  @For('office')
  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  mergedAt: Date;

  @For('office')
  @Field(() => DateTimeScalar, {
    description: 'Until when it can be undone; then the record that rests is erased.',
  })
  undoUntil: Date;
}

@ObjectType({ description: 'What became of two records.', simpleResolvers: true })
@For('office')
export class MergePayload {
  @For('office')
  @Field(() => MergeView, { nullable: true, description: 'The merge; null when refused.' })
  merge: MergeView | null;

  @For('office')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

@ObjectType({ description: 'Whether two records were parted again.', simpleResolvers: true })
@For('office')
export class UndoMergePayload {
  @For('office')
  @Field(() => Boolean, { description: 'Whether they stand as before.' })
  isUndone: boolean;

  @For('office')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

export const toMergeView = (merge: ListedMerge): MergeView => ({
  id: encodeNodeId('Merge', merge.id),
  keepId: encodeNodeId('Candidate', merge.keepId),
  dropId: encodeNodeId('Candidate', merge.dropId),
  ...{ reason: merge.reason, mergedAt: merge.mergedAt, undoUntil: merge.undoUntil },
});
