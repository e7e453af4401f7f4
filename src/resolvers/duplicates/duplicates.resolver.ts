import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { decodeUuid } from '../node-id';
import { toUserErrors } from '../user-error.view';
import { MergeDuplicatesInput, UndoMergeInput } from './duplicates.input';
import { MergePayload, MergeView, toMergeView, UndoMergePayload } from './duplicates.view';

@Resolver()
export class DuplicatesResolver {
  @For('office')
  @Query(() => [MergeView], {
    complexity: 100,
    description:
      'Records of the own area that were made one and can be parted, the newest 100 first.',
  })
  async merges(@Ctx() context: Context): Promise<MergeView[]> {
    return (await context.services.duplicates.list(viewerOf(context))).map(toMergeView);
  }

  @For('office')
  @Mutation(() => MergePayload, {
    description:
      'Makes two records of one person one: competencies by the stronger evidence, work, contacts and accounts; consents are never widened. It can be undone for 30 days.',
  })
  async mergeDuplicates(
    @Arg('input', () => MergeDuplicatesInput, { description: 'Which two, and why.' })
    { keepId, dropId, ...input }: MergeDuplicatesInput,
    @Ctx() context: Context,
  ): Promise<MergePayload> {
    const viewer = viewerOf(context);
    const { merge, list } = context.services.duplicates;
    const { value, problems } = await merge(viewer, {
      ...input,
      keepId: decodeUuid('Candidate', keepId, 'input.keepId'),
      dropId: decodeUuid('Candidate', dropId, 'input.dropId'),
    });
    const [merged] = value === null ? [] : await list(viewer, value);
    return { merge: merged ? toMergeView(merged) : null, userErrors: toUserErrors(problems) };
  }

  @For('office')
  @Mutation(() => UndoMergePayload, {
    description:
      'Parts two records again, as they were; what has changed since stays where it stands.',
  })
  async undoMerge(
    @Arg('input', () => UndoMergeInput, { description: 'The merge.' })
    { clientMutationId, mergeId }: UndoMergeInput,
    @Ctx() context: Context,
  ): Promise<UndoMergePayload> {
    const { value, problems } = await context.services.duplicates.undo(viewerOf(context), {
      clientMutationId,
      mergeId: decodeUuid('Merge', mergeId, 'input.mergeId'),
    });
    return { isUndone: value !== null, userErrors: toUserErrors(problems) };
  }
}
