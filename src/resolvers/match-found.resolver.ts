import { Arg, Ctx, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { errors } from '../errors';
import { type MatchCause, matchCauses } from '../matches/match-feed';
import type { Match } from '../matching/core/explain';
import type { MatchNews } from '../services/matching/watch-matches';
import { For } from './audience';
import type { Context } from './context';
import { enumOf } from './enums';
import { viewerOf } from './guard';
import { MatchVerdictEnum, MatchView } from './match.view';
import { decodeUuid } from './node-id';
import { matchPresenter } from './present-match';
import { CandidateCardView, toCardView } from './ranking.view';
import { DateTimeScalar } from './scalars';
import { toVacancyView, VacancyView } from './vacancy.view';

const MatchCauseEnum = enumOf('MatchCause', matchCauses, 'What made a match appear.', {
  CANDIDATE_ACTIVATED: 'The person began to look for work',
  CANDIDATE_CHANGED: 'The person’s profile changed',
});

@ObjectType('MatchEvent', {
  description: 'A person begins to fit a vacancy.',
  simpleResolvers: true,
})
@For('employer')
export class MatchEventView {
  @For('employer')
  @Field(() => DateTimeScalar, { description: 'When the person changed.' })
  at: Date;

  @For('employer')
  @Field(() => MatchCauseEnum, { description: 'Why now.' })
  cause: MatchCause;

  @For('employer')
  @Field(() => VacancyView, { description: 'The vacancy.' })
  vacancy: VacancyView;

  @For('employer')
  @Field(() => CandidateCardView, { description: 'The person, pseudonymous.' })
  card: CandidateCardView;

  @For('employer')
  @Field(() => MatchView, { description: 'How they fit.' })
  match: MatchView;
}

interface MatchFoundArgs {
  vacancyIds?: readonly string[] | null;
  minVerdict: Match['verdict'];
}

@Resolver()
export class MatchFoundResolver {
  @For('employer')
  @Subscription(() => MatchEventView, {
    description:
      'People who begin to fit the viewer’s open vacancies, from now on; what happens before and between is not repeated.',
    subscribe: async ({ args, context }) => openStream(args as MatchFoundArgs, context as Context),
  })
  async matchFound(
    @Root() news: MatchNews,
    @Arg('vacancyIds', () => [ID], {
      nullable: true,
      description: 'Only these; by default all that are open now, at most 200.',
    })
    _vacancyIds: string[] | null,
    @Arg('minVerdict', () => MatchVerdictEnum, {
      defaultValue: 'POSSIBLE',
      description: 'Only matches at least as good.',
    })
    _minVerdict: Match['verdict'],
    @Ctx() { loaders }: Context,
  ): Promise<MatchEventView> {
    const vacancy = await loaders.vacancies.load(news.vacancyId);
    if (!vacancy) throw errors.object.notFound('vacancyIds');
    const presenter = matchPresenter(news.vacancyId, loaders);
    return Object.assign(new MatchEventView(), {
      at: news.at,
      cause: news.cause,
      vacancy: toVacancyView(vacancy),
      card: toCardView(news.card, presenter.details),
      match: presenter.present(news.match, news.counterfactuals),
    });
  }
}

/** Errors: UNAUTHENTICATED, and those of the service, before the first event. */
function openStream({ vacancyIds, minVerdict }: MatchFoundArgs, context: Context) {
  const viewer = viewerOf(context);
  const keys = vacancyIds?.map((id, index) => decodeUuid('Vacancy', id, `vacancyIds.${index}`));
  const request = { vacancyIds: keys ?? null, minVerdict };
  return context.services.matching.watchMatches(viewer, request, context.signal);
}
