import { IsOptional, MaxLength } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { RegionLevel } from '../../entities/vocabulary';
import { For } from '../audience';
import type { Context } from '../context';
import { RegionLevelEnum } from '../enums';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { loadOptional } from '../loaders';
import { MAX_QUERY_LENGTH } from './concept.args';
import { RegionConnection, RegionView, toRegionView } from './region.view';

@ArgsType()
class RegionsArgs extends ConnectionArgs {
  @IsOptional()
  @MaxLength(16)
  @Field(() => String, { nullable: true, description: 'Directly below this region.' })
  parentCode?: string | null;

  @IsOptional()
  @Field(() => RegionLevelEnum, { nullable: true, description: 'Of this level.' })
  level?: RegionLevel | null;

  @IsOptional()
  @MaxLength(MAX_QUERY_LENGTH)
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  q?: string | null;
}

@Resolver(() => RegionView)
export class RegionResolver {
  @For('public')
  @Query(() => RegionConnection, { description: 'Regions of Indonesia, by code.' })
  async regions(@Args() args: RegionsArgs, @Ctx() { cursors, services }: Context) {
    const { parentCode = null, level = null, q = null } = args;
    const filter = { parentCode, level, q };
    const list = cursors.forList('regions', filter);
    const slice = await services.reference.listRegions(filter, toSliceRequest<number>(args, list));
    return toSliceConnection(slice, list, (region) => ({ node: toRegionView(region) }));
  }

  @For('public')
  @Query(() => RegionView, { nullable: true, description: 'The region under an official code.' })
  async region(
    @Arg('code', () => String, { description: 'Such as `72.71`; the nation is `ID`.' })
    code: string,
    @Ctx() { loaders }: Context,
  ): Promise<RegionView | null> {
    const region = await loaders.regions.load(code);
    return region && toRegionView(region);
  }

  @For('public')
  @FieldResolver(() => RegionView, { nullable: true, description: 'The region directly above.' })
  async parent(@Root() region: RegionView, @Ctx() { loaders }: Context) {
    const parent = await loadOptional(loaders.regions, region.parentCode);
    return parent && toRegionView(parent);
  }
}
