import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { decodeUuid } from '../node-id';
import { toUserErrors, UserErrorView } from '../user-error.view';
import { RANKING_COST } from './ranking.view';
import { RankingSnapshotView, toSnapshotView } from './ranking-snapshot.view';

@ObjectType({ description: 'What became of an order.', simpleResolvers: true })
@For('employer')
export class SealRankingPayload {
  @For('employer')
  @Field(() => RankingSnapshotView, { nullable: true, description: 'Null when refused.' })
  snapshot: RankingSnapshotView | null;

  @For('employer')
  @Field(() => [UserErrorView], { description: 'Why nothing was sealed; empty when it was.' })
  userErrors: UserErrorView[];
}

@Resolver()
export class SealRankingResolver {
  @For('employer')
  @Mutation(() => SealRankingPayload, {
    complexity: RANKING_COST,
    description:
      'Freezes the complete order of a published vacancy for good. Until something changes, a repetition gives the same.',
  })
  async sealRanking(
    @Arg('vacancyId', () => ID, { description: 'The vacancy.' }) vacancyId: string,
    @Ctx() context: Context,
  ): Promise<SealRankingPayload> {
    const key = decodeUuid('Vacancy', vacancyId, 'vacancyId');
    const viewer = viewerOf(context);
    const { value, problems } = await context.services.matching.sealRanking(viewer, key);
    return { snapshot: value && toSnapshotView(value), userErrors: toUserErrors(problems) };
  }
}
