import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { errors } from '../../errors';
import type { ToldVacancy } from '../../services/matching/told-vacancies';
import { For } from '../audience';
import type { Context } from '../context';
import { toVacancyView, VacancyView } from '../vacancies/vacancy.view';
import { MatchView } from './match.view';
import { MatchEventView } from './match-event.view';
import { type MatchPresenter, type MatchRecords, matchPresenter } from './present-match';
import { CandidateCardView, toCardView } from './ranking.view';

/** Everything is read once for all who are told of the event at one time. */
@Resolver(() => MatchEventView)
export class MatchEventResolver {
  @For('employer')
  @FieldResolver(() => VacancyView, { description: 'The vacancy, as it is now.' })
  async vacancy(
    @Root() { source }: MatchEventView,
    @Ctx() { services }: Context,
  ): Promise<VacancyView> {
    const told = await services.matching.details.vacancy(source);
    if (!told) throw errors.object.notFound('vacancy');
    return toVacancyView(told.vacancy);
  }

  @For('employer')
  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'Pseudonym of the person, the same as on the card; null for SEVERAL and for who may no longer be shown.',
  })
  handle(@Root() { source }: MatchEventView, @Ctx() { services }: Context): Promise<string | null> {
    return services.matching.details.handle(source);
  }

  @For('employer')
  @FieldResolver(() => CandidateCardView, {
    nullable: true,
    description:
      'The person, as of now; null for LEFT and SEVERAL, and for who left the list meanwhile or may no longer be shown.',
  })
  async card(
    @Root() view: MatchEventView,
    @Ctx() context: Context,
  ): Promise<CandidateCardView | null> {
    const { details } = context.services.matching;
    const standing = await details.match(view.source);
    const handle = standing && (await details.handle(view.source));
    if (!handle) return null;
    const presenter = await findPresenter(view, context);
    return presenter && toCardView(standing.toCard(handle), presenter.details);
  }

  @For('employer')
  @FieldResolver(() => MatchView, {
    nullable: true,
    description: 'How the person fits, as of now; null where there is no card.',
  })
  async match(@Root() view: MatchEventView, @Ctx() context: Context): Promise<MatchView | null> {
    const { details } = context.services.matching;
    const standing = await details.match(view.source);
    // What a score is made of describes a person as the card does.
    if (!standing || !(await details.handle(view.source))) return null;
    const presenter = await findPresenter(view, context);
    return presenter?.present(standing.match, () => standing.counterfactuals()) ?? null;
  }
}

/** One for all who are told of the vacancy at one time. */
const presenters = new WeakMap<ToldVacancy, MatchPresenter>();

async function findPresenter(
  { source }: MatchEventView,
  { services }: Context,
): Promise<MatchPresenter | null> {
  const told = await services.matching.details.vacancy(source);
  if (!told) return null;
  const presenter = presenters.get(told) ?? matchPresenter(source.vacancyId, recordsOf(told));
  presenters.set(told, presenter);
  return presenter;
}

const recordsOf = ({ requirements, competencies }: ToldVacancy): MatchRecords => ({
  requirements: { load: async () => requirements },
  competencies: { load: async (id) => competencies.find((one) => one.id === id) ?? null },
});
