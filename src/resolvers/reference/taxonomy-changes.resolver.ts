import { Max, Min } from 'class-validator';
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { errors } from '../../errors';
import type { TaxonomyPlace } from '../../services/reference/taxonomy-changes';
import { For } from '../audience';
import type { Context } from '../context';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { Concept } from '../node.view';
import { toCompetencyView } from './competency.view';
import { toOccupationView } from './occupation.view';
import {
  TaxonomyChangeConnection,
  TaxonomyChangeView,
  toTaxonomyChangeView,
} from './taxonomy-change.view';

const MAX_VERSION = 2_147_483_647;

@ArgsType()
class TaxonomyChangesArgs extends ConnectionArgs {
  @Min(0)
  @Max(MAX_VERSION)
  @Field(() => Int, { description: 'The version that is known; 0 = none, for all concepts.' })
  fromVersion: number;
}

@Resolver(() => TaxonomyChangeView)
export class TaxonomyChangesResolver {
  @For('public')
  @Query(() => TaxonomyChangeConnection, {
    description:
      'Competencies and occupations that differ from those of an older version, each once, as they are now.',
  })
  async taxonomyChanges(@Args() args: TaxonomyChangesArgs, @Ctx() { cursors, services }: Context) {
    // Read before the changes: what comes meanwhile is told the next time.
    const { taxonomyVersion: toVersion } = await services.describeService();
    const list = cursors.forList('taxonomy changes', args.fromVersion);
    const request = toSliceRequest<TaxonomyPlace>(args, list);
    const slice = await services.reference.listTaxonomyChanges(args.fromVersion, request);
    const connection = toSliceConnection(slice, list, (item) => ({
      node: toTaxonomyChangeView(item),
    }));
    return Object.assign(new TaxonomyChangeConnection(), { ...connection, toVersion });
  }

  @For('public')
  @FieldResolver(() => Concept, { description: 'The concept as it is now.' })
  async concept(
    @Root() { type, key }: TaxonomyChangeView,
    @Ctx() { loaders }: Context,
  ): Promise<Concept> {
    const isCompetency = type === 'COMPETENCY';
    const found = isCompetency ? await loaders.competencies.load(key) : null;
    if (found) return toCompetencyView(found);
    const occupation = isCompetency ? null : await loaders.occupations.load(key);
    if (!occupation) throw errors.object.notFound('concept');
    return toOccupationView(occupation);
  }
}
