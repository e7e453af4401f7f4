import { Allow, ArrayMaxSize, IsOptional } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { errors, reasons } from '../../errors';
import type {
  RankedCandidate,
  RankedPage,
  Withheld,
} from '../../services/matching/rank-candidates';
import { For } from '../audience';
import type { Context, Loaders } from '../context';
import { viewerOf } from '../guard';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { decodeKey, decodeUuid } from '../node-id';
import { VacancyView } from '../vacancies/vacancy.view';
import { MatchView } from './match.view';
import { type MatchPresenter, matchPresenter } from './present-match';
import {
  CandidateCardView,
  RANKING_COST,
  RankedCandidateConnection,
  RankedCandidateEdge,
  toCardView,
  WithheldEnum,
} from './ranking.view';
import { toSnapshotView } from './ranking-snapshot.view';

const MAX_LEFT_OUT = 20;

@ArgsType()
class RankingArgs extends ConnectionArgs {
  @IsOptional()
  @ArrayMaxSize(MAX_LEFT_OUT)
  @Field(() => [ID], {
    nullable: true,
    description: 'Requirements to leave out: the ranking if the vacancy did not name them.',
  })
  without?: string[] | null;

  @Allow()
  @Field(() => ID, {
    nullable: true,
    description: 'A frozen order of this vacancy; without it the newest.',
  })
  snapshot?: string | null;
}

@Resolver(() => VacancyView)
export class RankingResolver {
  @For('employer')
  @FieldResolver(() => RankedCandidateConnection, {
    complexity: RANKING_COST,
    description: 'The people for this vacancy; for those who act for its employer.',
  })
  async rankedCandidates(
    @Root() { key }: VacancyView,
    @Args() args: RankingArgs,
    @Ctx() context: Context,
  ): Promise<RankedCandidateConnection> {
    viewerOf(context);
    const { cursors, loaders } = context;
    const without = (args.without ?? []).map((id, index) =>
      decodeKey('Requirement', id, `without.${index}`),
    );
    const snapshot = args.snapshot ?? null;
    const named = snapshot === null ? null : decodeUuid('RankingSnapshot', snapshot, 'snapshot');
    if (named && without.length > 0) throw errors.input.invalid('snapshot', reasons.notFrozen);
    const list = cursors.forList('rankedCandidates', [key, without, named]);
    const asked = toSliceRequest<number | FrozenPosition>(args, list);
    const place = toPosition(asked.after);
    const snapshotId = place.snapshotId ?? named;
    const request = { first: asked.first, after: place.after };
    const page = await loaders.rankings.load({ vacancyId: key, without, snapshotId, request });
    if (!page) throw errors.object.notFound(snapshotId ? 'snapshot' : 'id');
    const presenter = matchPresenter(key, loaders);
    const connection = toSliceConnection(page, list, (row) => toEdge(row, presenter));
    return Object.assign(new RankedCandidateConnection(), connection, totalsOf(page));
  }
}

@Resolver(() => RankedCandidateEdge)
export class RankedCandidateEdgeResolver {
  @For('employer')
  @FieldResolver(() => CandidateCardView, {
    nullable: true,
    description: 'Null when withheld; who is shown first gets a pseudonym now.',
  })
  async node(@Root() { row, presenter }: RankedCandidateEdge, @Ctx() { loaders }: Context) {
    const card = await loadCard(row, loaders);
    return card && toCardView(card, presenter.details);
  }

  @For('employer')
  @FieldResolver(() => WithheldEnum, { nullable: true, description: 'Why there is no card.' })
  async withheld(
    @Root() { row }: RankedCandidateEdge,
    @Ctx() { loaders }: Context,
  ): Promise<Withheld | null> {
    if (row.withheld !== null) return row.withheld;
    const shown = row.showing && (await loaders.shown.load(row.showing));
    if (shown && shown.handle === null) return 'DAILY_LIMIT';
    return shown?.handle && row.toCard(shown.handle) ? null : 'CONSENT_ENDED';
  }

  @For('employer')
  @FieldResolver(() => MatchView, {
    nullable: true,
    description: 'What the score is made of; null where the person is withheld.',
  })
  async match(@Root() { row, presenter }: RankedCandidateEdge, @Ctx() { loaders }: Context) {
    // What a score is made of describes a person as the card does.
    if (row.match === null || (await loadCard(row, loaders)) === null) return null;
    return presenter.presentLater(row, row.match, row.counterfactuals);
  }
}

async function loadCard({ showing, toCard }: RankedCandidate, loaders: Loaders) {
  const handle = showing && (await loaders.shown.load(showing))?.handle;
  return handle ? toCard(handle) : null;
}

@Resolver(() => RankedCandidateConnection)
export class RankedCandidateConnectionResolver {
  @For('employer')
  @FieldResolver(() => Int, {
    description: 'How many active people were not considered, because they have not agreed.',
  })
  excludedByConsent(
    @Root() { frozen }: RankedCandidateConnection,
    @Ctx() { loaders }: Context,
  ): Promise<number> | number {
    return frozen?.excludedByConsent ?? loaders.excludedByConsent.load('all');
  }

  @For('employer')
  @FieldResolver(() => String, { description: 'Version of the rules that scored.' })
  algorithmVersion(
    @Root() { frozen }: RankedCandidateConnection,
    @Ctx() { services }: Context,
  ): string {
    return frozen?.algorithmVersion ?? services.algorithmVersion;
  }
}

/** Snapshot and position in it: what a cursor of a frozen order holds. */
type FrozenPosition = readonly [snapshotId: string, position: number];

const toPosition = (place: number | FrozenPosition | null) =>
  place === null || typeof place === 'number'
    ? { snapshotId: null, after: place }
    : { snapshotId: place[0], after: place[1] };

const totalsOf = (page: RankedPage) => ({
  totalConsidered: page.considered,
  totalEligible: page.eligible,
  totalStrong: page.strong,
  totalPossible: page.possible,
  totalStretch: page.stretch,
  method: page.method,
  taxonomyVersion: page.taxonomyVersion,
  frozen: page.snapshot,
  snapshot: page.snapshot && toSnapshotView(page.snapshot),
});

function toEdge(row: RankedCandidate, presenter: MatchPresenter): RankedCandidateEdge {
  const { rank, tiedWith, scoreBp, verdict } = row;
  const fields = { row, presenter, rank, tiedWith, scoreBp, verdict };
  return Object.assign(new RankedCandidateEdge(), fields);
}
