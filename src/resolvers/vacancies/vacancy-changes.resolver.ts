import { IsOptional, ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { For } from '../audience';
import type { Context } from '../context';
import { ConnectionArgs, pageSize } from '../lists/connection';
import { placeAfter } from '../streams/follow-stream';
import { toStreamPage } from '../streams/stream-page';
import {
  toVacancyChangeView,
  VacancyChangeConnection,
  VacancyChangeEventView,
} from './vacancy-change.view';
import { toVacancyQuery, VacancyFilterInput } from './vacancy-filter.input';

@ArgsType()
class VacancyChangesArgs extends ConnectionArgs {
  @IsOptional()
  @ValidateNested()
  @Field(() => VacancyFilterInput, {
    nullable: true,
    description: 'Only what meets this; what no longer does is told as a TOMBSTONE.',
  })
  filter?: VacancyFilterInput | null;
}

@Resolver(() => VacancyChangeEventView)
export class VacancyChangesResolver {
  @For('public')
  @Query(() => VacancyChangeConnection, {
    description:
      'The same changes as `vacancyChanged`, under the same cursors; without `after` from the oldest that is kept.',
  })
  async vacancyChanges(
    @Args() args: VacancyChangesArgs,
    @Ctx() { cursors, services }: Context,
  ): Promise<VacancyChangeConnection> {
    const stream = cursors.forStream('vacancy changes');
    const page = await services.vacancies.changes.list(toVacancyQuery(args.filter), {
      after: placeAfter(args.after, stream),
      first: pageSize(args),
    });
    return toStreamPage(page, args.after, stream, (change) => toVacancyChangeView(change, stream));
  }

  @For('public')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The line of the vacancy in `vacancySnapshot`, byte for byte, as it is now: JSON in which the keys have an order. Null = remove it: a TOMBSTONE, or one that follows.',
    complexity: 1,
  })
  async record(
    @Root() { kind, change }: VacancyChangeEventView,
    @Ctx() { services }: Context,
  ): Promise<string | null> {
    return kind === 'TOMBSTONE' ? null : await services.vacancies.changes.recordOf(change);
  }
}
