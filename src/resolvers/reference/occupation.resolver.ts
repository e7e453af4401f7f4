import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { proficiencyLevels } from '../../entities/vocabulary';
import { For } from '../audience';
import type { Context } from '../context';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { loadKnown } from '../loaders';
import { decodeKey } from '../node-id';
import { CompetencyView, toCompetencyView } from './competency.view';
import { ConceptArgs } from './concept.args';
import {
  OccupationCompetencyView,
  OccupationConnection,
  OccupationView,
  toOccupationView,
} from './occupation.view';

@Resolver(() => OccupationView)
export class OccupationResolver {
  @For('public')
  @Query(() => OccupationConnection, { description: 'Occupations in use.' })
  async occupations(@Args() args: ConceptArgs, @Ctx() { cursors, services, viewer }: Context) {
    const filter = { q: args.q ?? null };
    const list = cursors.forList('occupations', filter);
    const request = toSliceRequest<string | number>(args, list);
    const slice = await services.reference.listOccupations(viewer, filter, request);
    return toSliceConnection(slice, list, (item) => ({ node: toOccupationView(item) }));
  }

  @For('public')
  @Query(() => OccupationView, { nullable: true, description: 'One occupation.' })
  async occupation(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<OccupationView | null> {
    const occupation = await loaders.occupations.load(decodeKey('Occupation', id));
    return occupation && toOccupationView(occupation);
  }

  @For('public')
  @FieldResolver(() => [OccupationCompetencyView], { description: 'What the work needs.' })
  async competencies(@Root() view: OccupationView, @Ctx() { loaders }: Context) {
    const rows = await loaders.occupationCompetencies.load(view.key);
    const needed = await Promise.all(
      rows.map((row) => loaders.competencies.load(row.competencyId)),
    );
    return rows.flatMap(({ necessity, typicalLevel }, index) => {
      const competency = needed[index];
      const level = proficiencyLevels[typicalLevel - 1];
      return competency
        ? [{ competency: toCompetencyView(competency), necessity, typicalLevel: level }]
        : [];
    });
  }

  @For('public')
  @FieldResolver(() => [OccupationView], { description: 'Occupations close to it.' })
  async related(@Root() view: OccupationView, @Ctx() { loaders }: Context) {
    return (await loadKnown(loaders.occupations, view.relatedKeys)).map(toOccupationView);
  }

  @For('public')
  @FieldResolver(() => [CompetencyView], {
    description: 'Licences and certificates that are usual, not required by law.',
  })
  async usualLicences(@Root() view: OccupationView, @Ctx() { loaders }: Context) {
    return (await loadKnown(loaders.competencies, view.usualLicenceKeys)).map(toCompetencyView);
  }
}
