import { IsOptional } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import type { ConceptType } from '../../text/concepts';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { ConceptTypeEnum } from '../reference/concept.view';
import { toUnresolvedTermView, UnresolvedTermConnection } from './unresolved-term.view';

@ArgsType()
class UnresolvedTermsArgs extends ConnectionArgs {
  @IsOptional()
  @Field(() => ConceptTypeEnum, { nullable: true, description: 'Only what seems to be this.' })
  kind?: ConceptType | null;
}

@Resolver()
export class UnresolvedTermsResolver {
  @For('office')
  @Query(() => UnresolvedTermConnection, {
    description:
      'What searches of people signed in, advertisements and employers’ drafts held in vain, most often first.',
  })
  async unresolvedTerms(@Args() args: UnresolvedTermsArgs, @Ctx() context: Context) {
    const { cursors, services } = context;
    const kind = args.kind ?? null;
    const list = cursors.forList('unresolvedTerms', { kind });
    const request = toSliceRequest<readonly [number, string, string]>(args, list);
    const slice = await services.terms.listUnresolved(viewerOf(context), kind, request);
    return toSliceConnection(slice, list, (item) => ({ node: toUnresolvedTermView(item) }));
  }
}
