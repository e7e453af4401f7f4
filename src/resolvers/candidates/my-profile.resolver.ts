import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { errors } from '../../errors';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { loadKnown, loadOptional } from '../loaders';
import { CompetencyView, toCompetencyView } from '../reference/competency.view';
import { OccupationView, toOccupationView } from '../reference/occupation.view';
import { RegionView, toRegionView } from '../reference/region.view';
import {
  HeldCompetencyView,
  MyProfileView,
  toMyProfileView,
  WorkExperienceView,
} from './my-profile.view';

@Resolver(() => MyProfileView)
export class MyProfileResolver {
  @For('candidate')
  @Query(() => MyProfileView, {
    nullable: true,
    description: 'The signed-in person’s own record; null before `registerCandidate`.',
  })
  async me(@Ctx() context: Context): Promise<MyProfileView | null> {
    const own = await context.services.candidates.readMe(viewerOf(context));
    return own && toMyProfileView(own);
  }

  @For('candidate')
  @FieldResolver(() => RegionView, {
    nullable: true,
    description: 'Where the person lives; matching knows the district.',
  })
  async region(@Root() { person }: MyProfileView, @Ctx() { loaders }: Context) {
    const region = await loadOptional(loaders.regions, person.regionCode);
    return region && toRegionView(region);
  }

  @For('candidate')
  @FieldResolver(() => RegionView, {
    nullable: true,
    description: 'Region of the identity card; never for matching.',
  })
  async identityRegion(@Root() { person }: MyProfileView, @Ctx() { loaders }: Context) {
    const region = await loadOptional(loaders.regions, person.identityRegionCode);
    return region && toRegionView(region);
  }

  @For('candidate')
  @FieldResolver(() => [RegionView], {
    description: 'Areas where the person would also work; at most five.',
  })
  async willingRegions(@Root() { person }: MyProfileView, @Ctx() { loaders }: Context) {
    return (await loadKnown(loaders.regions, person.willingRegionCodes)).map(toRegionView);
  }
}

@Resolver(() => HeldCompetencyView)
export class HeldCompetencyResolver {
  @For('candidate', 'office')
  @FieldResolver(() => CompetencyView, { description: 'The competency.' })
  async competency(
    @Root() { competencyKey }: HeldCompetencyView,
    @Ctx() { loaders }: Context,
  ): Promise<CompetencyView> {
    const competency = await loaders.competencies.load(competencyKey);
    if (competency === null) throw errors.object.notFound('competency');
    return toCompetencyView(competency);
  }
}

@Resolver(() => WorkExperienceView)
export class WorkExperienceResolver {
  @For('candidate', 'office')
  @FieldResolver(() => OccupationView, { nullable: true, description: 'Null = not stated.' })
  async occupation(
    @Root() { occupationKey }: WorkExperienceView,
    @Ctx() { loaders }: Context,
  ): Promise<OccupationView | null> {
    const occupation = await loadOptional(loaders.occupations, occupationKey);
    return occupation && toOccupationView(occupation);
  }
}
