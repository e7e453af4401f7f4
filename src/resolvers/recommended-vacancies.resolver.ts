import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { MatchedVacancy } from '../services/matching/match-me';
import { For } from './audience';
import { ConnectionArgs } from './connection';
import type { Context, Loaders } from './context';
import { viewerOf } from './guard';
import { toSliceConnection, toSliceRequest } from './page';
import { matchPresenter } from './present-match';
import { RecommendedVacancyConnection } from './recommended-vacancies.view';
import { toVacancyView } from './vacancy.view';

/** Scores every open vacancy. */
const RECOMMENDATION_COST = 20;

@Resolver()
export class RecommendedVacanciesResolver {
  @For('candidate')
  @Query(() => RecommendedVacancyConnection, {
    complexity: RECOMMENDATION_COST,
    description:
      'The open vacancies for the signed-in person, as of now, by the score that each employer sees.',
  })
  async recommendedVacancies(
    @Args() args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<RecommendedVacancyConnection> {
    const viewer = viewerOf(context);
    const { cursors, loaders, services } = context;
    const list = cursors.forList('recommendedVacancies');
    const page = await services.matching.recommendVacancies(viewer, toSliceRequest(args, list));
    const connection = toSliceConnection(page, list, (row) => toEdge(row, loaders));
    return Object.assign(new RecommendedVacancyConnection(), connection, {
      totalConsidered: page.considered,
      totalEligible: page.eligible,
      totalStrong: page.strong,
      totalPossible: page.possible,
      totalStretch: page.stretch,
      taxonomyVersion: page.taxonomyVersion,
    });
  }
}

function toEdge(row: MatchedVacancy, loaders: Loaders) {
  const { vacancy, rank, tiedWith, counterfactuals } = row;
  const match = matchPresenter(vacancy.id, loaders).present(row.match, counterfactuals);
  const own = Object.assign(match, { ownVacancyKey: vacancy.id });
  return { rank, tiedWith, node: toVacancyView(vacancy), match: own };
}
