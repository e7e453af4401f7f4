import { Allow, ArrayMaxSize, ArrayMinSize, ArrayUnique } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { MAX_COMPARED } from '../../services/matching/compare-candidates';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { decodeUuid } from '../node-id';
import { MatchView } from './match.view';
import { matchPresenter } from './present-match';
import { CandidateCardView, toCardView } from './ranking.view';

/** A ranking, like `rankedCandidates`. */
const COMPARE_COST = 20;

@ArgsType()
class CompareCandidatesArgs {
  @Allow()
  @Field(() => ID, { description: 'One of the vacancies of the viewer’s employers.' })
  vacancyId: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_COMPARED)
  @ArrayUnique()
  @Field(() => [ID], { description: 'Pseudonyms that its employer was shown, 1 to 10.' })
  handles: string[];
}

@ObjectType({ description: 'One of several people side by side.', simpleResolvers: true })
@For('employer')
export class ComparedCandidate {
  @For('employer')
  @Field(() => Int, { description: 'One more than there are people with a higher score.' })
  rank: number;

  @For('employer')
  @Field(() => Int, { description: 'How many others have the same score.' })
  tiedWith: number;

  @For('employer')
  @Field(() => CandidateCardView, { description: 'The person, pseudonymous.' })
  card: CandidateCardView;

  @For('employer')
  @Field(() => MatchView, { description: 'The score and what it is made of.' })
  match: MatchView;
}

@Resolver()
export class CompareResolver {
  @For('employer')
  @Query(() => [ComparedCandidate], {
    complexity: COMPARE_COST,
    description:
      'People whom the employer was shown, side by side in the order of this vacancy; nobody is newly shown.',
  })
  async compareCandidates(
    @Args() { vacancyId, handles }: CompareCandidatesArgs,
    @Ctx() context: Context,
  ): Promise<ComparedCandidate[]> {
    const key = decodeUuid('Vacancy', vacancyId, 'vacancyId');
    const { services, loaders, signal } = context;
    const viewer = viewerOf(context);
    const found = await services.matching.compareCandidates(viewer, key, handles, signal);
    const presenter = matchPresenter(key, loaders);
    return found.map(({ place: { rank, tiedWith, match, counterfactuals }, card }) => ({
      rank,
      tiedWith,
      card: toCardView(card, presenter.details),
      match: presenter.present(match, counterfactuals),
    }));
  }
}
