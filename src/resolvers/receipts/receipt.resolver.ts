import { Allow } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { AppError } from '../../errors';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { MatchView } from '../matching/match.view';
import { matchPresenter } from '../matching/present-match';
import { decodeUuid } from '../node-id';
import { VacancyView } from '../vacancies/vacancy.view';
import { ReceiptView, toReceiptView } from './receipt.view';

/** Finds a place among all, and reads its part of a tree. */
const RECEIPT_COST = 20;

@ArgsType()
class ReceiptArgs {
  @Allow()
  @Field(() => ID, { description: 'The vacancy.' })
  vacancyId: string;

  @Allow()
  @Field(() => ID, {
    nullable: true,
    description: 'A sealed order of this vacancy; without it the newest that holds the person.',
  })
  snapshot?: string | null;
}

@Resolver()
export class ReceiptResolver {
  @For('candidate')
  @Query(() => ReceiptView, {
    complexity: RECEIPT_COST,
    description: 'Proof that the signed-in person was considered for a vacancy.',
  })
  async receipt(@Args() args: ReceiptArgs, @Ctx() context: Context): Promise<ReceiptView> {
    const vacancyId = decodeUuid('Vacancy', args.vacancyId, 'vacancyId');
    const named = args.snapshot ?? null;
    const snapshotId = named === null ? null : decodeUuid('RankingSnapshot', named, 'snapshot');
    const wanted = { vacancyId, snapshotId };
    return toReceiptView(await context.services.receipts.find(viewerOf(context), wanted));
  }
}

@Resolver(() => VacancyView)
export class MyMatchResolver {
  @For('candidate')
  @FieldResolver(() => MatchView, {
    nullable: true,
    description:
      'How the signed-in person fits, as of now; null for a person who is not matched and a vacancy that is not open.',
  })
  async myMatch(@Root() { key }: VacancyView, @Ctx() context: Context): Promise<MatchView | null> {
    viewerOf(context);
    const { loaders } = context;
    const own = await loaders.ownMatches.load(key);
    if (!own) return null;
    const view = matchPresenter(key, loaders).present(own.match, own.counterfactuals);
    return Object.assign(view, { ownVacancyKey: key });
  }
}

@Resolver(() => MatchView)
export class MatchReceiptResolver {
  @For('candidate')
  @FieldResolver(() => ReceiptView, {
    nullable: true,
    complexity: RECEIPT_COST,
    description:
      'Proof of the signed-in person’s place in the newest sealed order; null where there is none, and for a match of nobody.',
  })
  async receipt(
    @Root() { ownVacancyKey }: MatchView,
    @Ctx() context: Context,
  ): Promise<ReceiptView | null> {
    if (!ownVacancyKey) return null;
    const wanted = { vacancyId: ownVacancyKey, snapshotId: null };
    return await context.services.receipts
      .find(viewerOf(context), wanted)
      .then(toReceiptView)
      .catch(nullWhenMissing);
  }
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
  throw error;
}
