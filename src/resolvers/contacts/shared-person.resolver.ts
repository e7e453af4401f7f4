import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AccommodationKind } from '../../entities/vocabulary';
import { errors } from '../../errors';
import { For } from '../audience';
import type { Context } from '../context';
import { AccommodationKindEnum } from '../enums';
import { loadOptional } from '../loaders';
import { CompetencyView, toCompetencyView } from '../reference/competency.view';
import { RegionView, toRegionView } from '../reference/region.view';
import { ApplicationView } from './contact.view';
import {
  CandidateContactView,
  SharedCompetencyView,
  toCandidateContactView,
} from './shared-person.view';

@Resolver(() => ApplicationView)
export class ApplicationContactResolver {
  @For('employer')
  @FieldResolver(() => CandidateContactView, {
    nullable: true,
    description:
      'Who the person is; null for who does not share it now, and for an employer that is not verified now.',
  })
  async contact(@Root() { key }: ApplicationView, @Ctx() { loaders }: Context) {
    const person = await loaders.sharedPeople.load(key);
    return person && toCandidateContactView(key, person);
  }
}

@Resolver(() => CandidateContactView)
export class CandidateContactResolver {
  @For('employer')
  @FieldResolver(() => RegionView, {
    nullable: true,
    description: 'Kelurahan or district of living.',
  })
  async region(@Root() { regionCode }: CandidateContactView, @Ctx() { loaders }: Context) {
    const region = await loadOptional(loaders.regions, regionCode);
    return region && toRegionView(region);
  }

  @For('employer')
  @FieldResolver(() => [AccommodationKindEnum], {
    nullable: true,
    description:
      'What the person needs at work, never why; null unless a separate consent for just that lives now. Each reading is noted.',
  })
  async sharedAccommodations(
    @Root() { contactKey }: CandidateContactView,
    @Ctx() { loaders }: Context,
  ): Promise<readonly AccommodationKind[] | null> {
    return await loaders.sharedAccommodations.load(contactKey);
  }
}

@Resolver(() => SharedCompetencyView)
export class SharedCompetencyResolver {
  @For('employer')
  @FieldResolver(() => CompetencyView, { description: 'The competency.' })
  async competency(
    @Root() { competencyKey }: SharedCompetencyView,
    @Ctx() { loaders }: Context,
  ): Promise<CompetencyView> {
    const competency = await loaders.competencies.load(competencyKey);
    if (competency === null) throw errors.object.notFound('competency');
    return toCompetencyView(competency);
  }
}
