import { IsOptional, ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { For } from './audience';
import { ConnectionArgs, pageSize } from './connection';
import type { Context } from './context';
import { placeAfter } from './follow-stream';
import { toStreamPage } from './stream-page';
import { toVacancyChangeView, VacancyChangeConnection } from './vacancy-change.view';
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

@Resolver()
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
}
