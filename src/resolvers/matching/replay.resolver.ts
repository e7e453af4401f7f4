import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { RankingReplay } from '../../services/receipts/replay-ranking';
import type { Slice, SliceRequest } from '../../services/slice';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { decodeUuid } from '../node-id';
import {
  RankingReplayView,
  SealedPlaceConnection,
  SealedPlaceEdge,
  type SealedPlaceView,
  toReplayView,
  toSealedPlaceView,
} from './replay.view';

/** Hashes every leaf of an order again. */
const REPLAY_COST = 200;

@Resolver(() => RankingReplayView)
export class ReplayResolver {
  @For('office')
  @Query(() => RankingReplayView, {
    complexity: REPLAY_COST,
    description:
      'Recomputes every leaf of a sealed order whose salt lives; for a labour office in whose area the vacancy is.',
  })
  async replayRanking(
    @Arg('snapshotId', () => ID, { description: 'A sealed order, from `rankingLog`.' })
    snapshotId: string,
    @Ctx() context: Context,
  ): Promise<RankingReplayView> {
    const key = decodeUuid('RankingSnapshot', snapshotId, 'snapshotId');
    return toReplayView(await context.services.receipts.audit(viewerOf(context), key));
  }

  @For('office')
  @FieldResolver(() => SealedPlaceConnection, {
    nullable: true,
    description: 'Every place, without identity; for auditors, null for anybody else.',
  })
  places(
    @Root() { replay }: RankingReplayView,
    @Args() args: ConnectionArgs,
    @Ctx() { cursors }: Context,
  ): SealedPlaceConnection | null {
    const { placeAt, leaves, snapshot } = replay;
    if (placeAt === null) return null;
    const list = cursors.forList('sealedPlaces', [snapshot.id]);
    const slice = sliceOfPlaces({ placeAt, leaves }, toSliceRequest<number>(args, list));
    return toSliceConnection(slice, list, (node) => Object.assign(new SealedPlaceEdge(), { node }));
  }
}

function sliceOfPlaces(
  { placeAt, leaves }: Pick<RankingReplay, 'placeAt' | 'leaves'>,
  { first, after }: SliceRequest<number>,
): Slice<SealedPlaceView> {
  const from = after === null ? 0 : after + 1;
  const to = Math.min(from + first, leaves);
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, offset) => {
    const found = placeAt(from + offset);
    return found ? [{ item: toSealedPlaceView(found), place: from + offset }] : [];
  });
  return {
    rows: rows.flat(),
    hasNext: to < leaves,
    hasPrevious: after !== null,
    total: leaves,
    totalIsExact: true,
  };
}
