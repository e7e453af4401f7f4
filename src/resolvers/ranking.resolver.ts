import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { errors } from '../errors';
import type { RankedCandidate, RankedPage, Withheld } from '../services/matching/rank-candidates';
import { For } from './audience';
import { ConnectionArgs } from './connection';
import type { Context, Loaders } from './context';
import { viewerOf } from './guard';
import { decodeKey } from './node-id';
import { toSliceConnection, toSliceRequest } from './page';
import { type MatchPresenter, matchPresenter } from './present-match';
import {
  CandidateCardView,
  RankedCandidateConnection,
  RankedCandidateEdge,
  toCardView,
  WithheldEnum,
} from './ranking.view';
import { VacancyView } from './vacancy.view';

/** A ranking scores everybody in reach. Source: SDL of the design. */
const RANKING_COST = 20;

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
    const list = cursors.forList('rankedCandidates', [key, without]);
    const request = toSliceRequest<number>(args, list);
    const page = await loaders.rankings.load({ vacancyId: key, without, request });
    if (!page) throw errors.object.notFound('id');
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
    if (row.showing === null) return 'RANK_LIMIT';
    return (await loadCard(row, loaders)) ? null : 'CONSENT_ENDED';
  }
}

async function loadCard({ showing, toCard }: RankedCandidate, { handles }: Loaders) {
  const handle = showing && (await handles.load(showing));
  return handle && toCard(handle);
}

@Resolver(() => RankedCandidateConnection)
export class RankedCandidateConnectionResolver {
  @For('employer')
  @FieldResolver(() => Int, {
    description: 'How many active people were not considered, because they have not agreed.',
  })
  excludedByConsent(@Ctx() { loaders }: Context): Promise<number> {
    return loaders.excludedByConsent.load('all');
  }

  @For('employer')
  @FieldResolver(() => String, { description: 'Version of the rules that scored.' })
  algorithmVersion(@Ctx() { services }: Context): string {
    return services.algorithmVersion;
  }
}

const totalsOf = (page: RankedPage) => ({
  totalConsidered: page.considered,
  totalEligible: page.eligible,
  totalStrong: page.strong,
  totalPossible: page.possible,
  totalStretch: page.stretch,
  method: page.method,
  taxonomyVersion: page.taxonomyVersion,
});

function toEdge(row: RankedCandidate, presenter: MatchPresenter): RankedCandidateEdge {
  const { rank, tiedWith } = row;
  const match = presenter.present(row.match, row.counterfactuals);
  return Object.assign(new RankedCandidateEdge(), { row, presenter, rank, tiedWith, match });
}
