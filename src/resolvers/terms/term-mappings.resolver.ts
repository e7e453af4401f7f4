import { Allow, IsOptional } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { MappingState } from '../../services/terms/list-mappings';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { Concept } from '../node.view';
import { toCompetencyView } from '../reference/competency.view';
import { toOccupationView } from '../reference/occupation.view';
import {
  TermMappingConnection,
  TermMappingStateEnum,
  TermMappingView,
  toTermMappingView,
} from './term-mapping.view';

@ArgsType()
class TermMappingsArgs extends ConnectionArgs {
  @IsOptional()
  @Field(() => TermMappingStateEnum, { nullable: true, description: 'Only in this state.' })
  state?: MappingState | null;

  @Allow()
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only what the viewer’s own offices explained.',
  })
  onlyOwnOffice: boolean;
}

@Resolver(() => TermMappingView)
export class TermMappingsResolver {
  @For('office')
  @Query(() => TermMappingConnection, {
    description:
      'Words that officers explained with mapTerm, the newest first; unmapTerm takes one back.',
  })
  async termMappings(
    @Args() { state = null, onlyOwnOffice, ...page }: TermMappingsArgs,
    @Ctx() context: Context,
  ): Promise<TermMappingConnection> {
    const { cursors, services } = context;
    const filter = { state, onlyOwnOffice };
    const list = cursors.forList('termMappings', filter);
    const request = toSliceRequest<number>(page, list);
    const slice = await services.terms.listMappings(viewerOf(context), filter, request);
    return toSliceConnection(slice, list, (item) => ({ node: toTermMappingView(item) }));
  }

  @For('office')
  @FieldResolver(() => Concept, {
    nullable: true,
    description: 'What it leads to; null for what is no longer there.',
  })
  async concept(
    @Root() { conceptType, conceptKey }: TermMappingView,
    @Ctx() { loaders }: Context,
  ): Promise<Concept | null> {
    if (conceptType === 'COMPETENCY') {
      const competency = await loaders.competencies.load(conceptKey);
      return competency && toCompetencyView(competency);
    }
    const occupation = await loaders.occupations.load(conceptKey);
    return occupation && toOccupationView(occupation);
  }
}
